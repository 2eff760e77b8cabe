package dev.spirallab.ui.kit;

import com.vaadin.flow.component.textfield.TextField;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A field for several numbers in one line: {@code 30, 60, 90}. */
public final class NumbersBox extends TextField {
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;，；、]+");

    private final String example;
    private Taker taker = _ -> "";

    /** Takes the numbers; none from a box that was emptied. */
    @FunctionalInterface
    public interface Taker extends Serializable {
        /**
         * @return what is wrong with them in the reader's words, or nothing
         */
        String take(List<Double> numbers);
    }

    /**
     * @param example what to type instead of what is no number, in the reader's words
     */
    public NumbersBox(String label, String example) {
        super(label);
        this.example = example;
        addValueChangeListener(event -> {
            if (event.isFromClient()) {
                complain(take(event.getValue()));
            }
        });
    }

    public void onNumbers(Taker taker) {
        this.taker = taker;
    }

    private String take(String typed) {
        List<Double> numbers = new ArrayList<>();
        for (String each : BETWEEN.splitAsStream(typed.strip()).toList()) {
            Optional<Double> number = Numbers.parse(each);
            if (number.isEmpty() && !typed.isBlank()) {
                return example;
            }
            number.ifPresent(numbers::add);
        }
        return taker.take(numbers);
    }

    private void complain(String complaint) {
        setErrorMessage(complaint);
        setInvalid(!complaint.isEmpty());
    }

    /** Leaves the box alone that shows them already: somebody may be typing there. */
    public void show(List<Double> numbers) {
        String text = numbers.stream().map(Numbers::text).collect(Collectors.joining(", "));
        if (!text.equals(getValue()) || isInvalid()) {
            setValue(text);
            complain("");
        }
    }
}
