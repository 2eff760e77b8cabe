package dev.spirallab.ui.kit;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.spirallab.i18n.Texts;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;

/**
 * A field for a number, typed freely, with its unit beside it and usual values in a menu; the arrow
 * keys step through sensible values.
 */
@JsModule("./numbers/number-box.ts")
@Uses(Popover.class)
public final class NumberBox extends TextField {
    /** Takes the number, or nothing from an optional box that was emptied. */
    @FunctionalInterface
    public interface Taker extends Serializable {
        /**
         * @return what is wrong with it in the reader's words, or nothing
         */
        String take(Optional<Double> number);
    }

    private final Texts texts;
    private final Amount amount;
    private final Span unit = new Span();
    private Taker taker = _ -> "";
    private Optional<Double> shown = Optional.empty();

    public NumberBox(Texts texts, String label, Amount amount) {
        this(texts, label, label, amount);
    }

    private NumberBox(Texts texts, String label, String name, Amount amount) {
        super(label);
        this.texts = texts;
        this.amount = amount;
        addClassName("lab-number");
        setValueChangeMode(ValueChangeMode.ON_CHANGE);
        setAutoselect(true);
        getElement().setAttribute("inputmode", amount.whole() ? "numeric" : "decimal");
        getElement().setAttribute("autocomplete", "off");
        getElement().setPropertyBean("amount", amount);
        setSuffixComponent(suffix(name));
        addValueChangeListener(event -> {
            showUnit();
            if (event.isFromClient()) {
                take(event.getValue());
            }
        });
    }

    /** A box whose name stands elsewhere on the page. */
    public static NumberBox unlabelled(Texts texts, String name, Amount amount) {
        NumberBox box = new NumberBox(texts, "", name, amount);
        box.setAriaLabel(name);
        return box;
    }

    private Span suffix(String name) {
        unit.addClassName("lab-unit");
        Button more = new Button(Icon.DOWN.create());
        more.addThemeVariants(ButtonVariant.TERTIARY);
        more.addClassName("lab-usual");
        more.setAriaLabel(texts.of("help.number.usual", "name", name));
        more.getElement().setAttribute("aria-haspopup", "dialog");
        return new Span(unit, more);
    }

    /** A word for 0 has no unit. */
    private void showUnit() {
        unit.setText(getValue().equals(amount.zero()) ? "" : amount.unit());
    }

    public void onNumber(Taker taker) {
        this.taker = taker;
    }

    private void take(String typed) {
        if (typed.isBlank() && amount.optional()) {
            complain(taker.take(Optional.empty()));
        } else {
            complain(read(typed).map(value -> taker.take(Optional.of(value))).orElseGet(this::no));
        }
    }

    /** A share may be typed in percent without saying so. */
    private Optional<Double> read(String typed) {
        String bare = typed.strip().replaceFirst("\\s*\\Q" + amount.unit() + "\\E$", "");
        if (!amount.zero().isEmpty() && bare.equalsIgnoreCase(amount.zero())) {
            return Optional.of(0.0);
        }
        return Numbers.parse(bare)
                .map(value -> amount.percent() && value > amount.max() ? value / 100 : value);
    }

    /** What to type instead. */
    private String no() {
        return texts.of(
                amount.whole() ? "help.number.whole" : "help.number.any",
                Map.of("min", amount.text(amount.min()), "max", amount.text(amount.max())));
    }

    private void complain(String complaint) {
        setErrorMessage(complaint);
        setInvalid(!complaint.isEmpty());
    }

    /**
     * Where there is no room below it, what is wrong floats there; Escape brings the last good
     * value back.
     */
    public void setCompact() {
        addClassName("lab-number-compact");
        addKeyDownListener(
                Key.ESCAPE,
                _ -> {
                    if (isInvalid()) {
                        show(shown);
                    }
                });
    }

    /** Leaves the box alone that shows the value already: somebody may be typing there. */
    public void show(Optional<Double> value) {
        shown = value;
        String text = value.map(amount::text).orElse("");
        if (!text.equals(getValue()) || isInvalid()) {
            setValue(text);
            complain("");
        }
    }
}
