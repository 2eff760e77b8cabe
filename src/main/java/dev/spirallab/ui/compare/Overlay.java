package dev.spirallab.ui.compare;

import dev.spirallab.frame.MetricPoint;
import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.training.Figure;
import dev.spirallab.ui.components.EChart;
import dev.spirallab.ui.components.LineOptions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Curves of several runs, as ECharts draws them on one chart, and as words tell them. */
public final class Overlay {
    private Overlay() {}

    /**
     * What is drawn over the steps.
     *
     * @param key of its name in the bundles
     */
    public record Curve(String key, ToDoubleFunction<MetricPoint> of) {
        /** Those that there are: the figures, and the learning rate that was used. */
        public static final List<Curve> ALL =
                Stream.concat(
                                Arrays.stream(Figure.values()).map(Curve::of),
                                Stream.of(
                                        new Curve(
                                                "setting.learningRate", MetricPoint::learningRate)))
                        .toList();

        public static Curve of(Figure figure) {
            return new Curve("figure." + figure.name(), point -> point.figure(figure));
        }

        public double of(MetricPoint point) {
            return of.applyAsDouble(point);
        }
    }

    /** One run's line. */
    public record Line(String name, List<MetricPoint> points) {}

    public static LineOptions lines(List<Line> lines, Curve curve, boolean logarithmic) {
        LineOptions options = new LineOptions(lines.size()).legend().logarithmic(logarithmic);
        lines.forEach(line ->
                options.line(
                        line.name(),
                        line.points().stream()
                                .map(point -> new EChart.Point(point.step(), curve.of(point)))
                                .toList()));
        return options;
    }

    /** Where each line ends. */
    public static String words(Texts texts, List<Line> lines, Curve curve) {
        return lines.stream()
                .filter(line -> !line.points().isEmpty())
                .map(line ->
                        texts.of(
                                "compare.line",
                                Map.of(
                                        "name", line.name(),
                                        "value", number(curve.of(line.points().getLast())),
                                        "step", String.valueOf(line.points().getLast().step()))))
                .collect(Collectors.joining(" "));
    }

    /** Four digits, or nothing where there is none. */
    public static String number(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.4g", value);
    }
}
