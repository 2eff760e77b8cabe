package dev.spirallab.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.RangeInput;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.spirallab.i18n.Texts;
import dev.spirallab.ui.help.HelpMark;
import dev.spirallab.ui.kit.Amount;
import dev.spirallab.ui.kit.NumberBox;
import java.util.Optional;

/** A named number that is set by sliding, or typed; tells of it when the hand lets go. */
final class SliderRow extends Div {
    private final RangeInput range = new RangeInput(ValueChangeMode.ON_CHANGE);
    private final NumberBox box;
    private final Amount amount;

    /**
     * @param min least that sliding reaches
     * @param max most that sliding reaches
     */
    SliderRow(
            Texts texts,
            String label,
            Amount amount,
            HelpMark mark,
            double min,
            double max,
            double step) {
        this.amount = amount;
        addClassName("lab-slider");
        Span name = new Span(label);
        Span named = new Span(name, mark);
        named.addClassName("lab-slider-name");
        range.setMin(min);
        range.setMax(max);
        range.setStep(step);
        range.setAriaLabel(label);
        box = NumberBox.unlabelled(texts, label, amount);
        box.setCompact();
        box.addClassName("lab-slider-figure");
        add(named, range, box);
    }

    void onChange(NumberBox.Taker taker) {
        range.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                taker.take(Optional.of(event.getValue()));
            }
        });
        box.onNumber(taker);
    }

    void show(double value) {
        range.setValue(value);
        range.getElement().setAttribute("aria-valuetext", amount.full(value));
        range.getStyle().set("--fill", fill(value) + "%");
        box.show(Optional.of(value));
    }

    private double fill(double value) {
        double share = (value - range.getMin()) / (range.getMax() - range.getMin());
        return Math.clamp(share, 0, 1) * 100;
    }

    void setReadOnly(boolean readOnly) {
        range.setEnabled(!readOnly);
        box.setReadOnly(readOnly);
    }
}
