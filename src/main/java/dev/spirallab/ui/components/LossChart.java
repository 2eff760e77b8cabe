package dev.spirallab.ui.components;

import static java.util.Objects.requireNonNull;

import com.vaadin.flow.component.Synchronize;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.Locale;

/** Loss or accuracy of a run over its steps: training part and test part, every point kept. */
@Tag("loss-chart")
@JsModule("./charts/loss-chart.ts")
public class LossChart extends RunComponent {
    private static final double MOST_SMOOTHING = 0.99;

    private Figure figure = Figure.LOSS;

    /** What the chart shows. */
    public enum Figure {
        LOSS,
        ACCURACY
    }

    public LossChart() {
        this(Figure.LOSS);
    }

    /**
     * @param figure what the chart shows
     */
    public LossChart(Figure figure) {
        setFigure(figure);
    }

    /**
     * @param figure what the chart shows
     */
    public void setFigure(Figure figure) {
        this.figure = requireNonNull(figure, "figure");
        getElement().setAttribute("figure", figure.name().toLowerCase(Locale.ROOT));
    }

    /**
     * @return what the chart shows
     */
    public Figure getFigure() {
        return figure;
    }

    /**
     * @param logScale whether equal distances up the chart are equal factors
     */
    public void setLogScale(boolean logScale) {
        getElement().setProperty("logScale", logScale);
    }

    /**
     * @return whether equal distances up the chart are equal factors, as the page has it
     */
    @Synchronize(property = "logScale", value = "log-scale-changed")
    public boolean isLogScale() {
        return getElement().getProperty("logScale", false);
    }

    /**
     * @param smoothing share of the past in the exponentially weighted mean, 0 (none) to 0.99
     * @throws IllegalArgumentException outside of that range
     */
    public void setSmoothing(double smoothing) {
        if (!(smoothing >= 0 && smoothing <= MOST_SMOOTHING)) {
            throw new IllegalArgumentException("smoothing must be between 0 and 0.99");
        }
        getElement().setProperty("smoothing", smoothing);
    }

    /**
     * @return share of the past in the mean, as the page has it; always within 0 to 0.99
     */
    @Synchronize(property = "smoothing", value = "smoothing-changed")
    public double getSmoothing() {
        var smoothing = getElement().getProperty("smoothing", 0.0);
        return smoothing >= 0 ? Math.min(smoothing, MOST_SMOOTHING) : 0;
    }
}
