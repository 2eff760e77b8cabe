package dev.spirallab.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.RangeInput;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleFunction;

/** A named number that is set by sliding; tells of it when the hand lets go. */
final class SliderRow extends Div {
    private final RangeInput range = new RangeInput(ValueChangeMode.ON_CHANGE);
    private final Span figure = new Span();
    private final DoubleFunction<String> text;

    SliderRow(String label, double min, double max, double step, DoubleFunction<String> text) {
        this.text = text;
        addClassName("lab-slider");
        Span name = new Span(label);
        name.addClassName("lab-slider-name");
        range.setMin(min);
        range.setMax(max);
        range.setStep(step);
        range.setAriaLabel(label);
        figure.addClassName("lab-slider-figure");
        add(name, range, figure);
    }

    void onChange(DoubleConsumer listener) {
        range.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                figure.setText(text.apply(event.getValue()));
                listener.accept(event.getValue());
            }
        });
    }

    void show(double value) {
        range.setValue(value);
        range.getElement().setAttribute("aria-valuetext", text.apply(value));
        range.getStyle().set("--fill", fill(value) + "%");
        figure.setText(text.apply(value));
    }

    private double fill(double value) {
        double share = (value - range.getMin()) / (range.getMax() - range.getMin());
        return Math.clamp(share, 0, 1) * 100;
    }

    void setReadOnly(boolean readOnly) {
        range.setEnabled(!readOnly);
    }
}
