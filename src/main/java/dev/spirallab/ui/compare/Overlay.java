package dev.spirallab.ui.compare;

import dev.spirallab.frame.MetricPoint;
import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.training.Figure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Curves of several runs, as ECharts draws them on one chart, and as words tell them. */
public final class Overlay {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST_POINTS = 600;

    /** Lines are told apart without colour too. */
    private static final List<String> STROKES = List.of("solid", "dashed", "dotted");

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

    public static ObjectNode options(List<Line> lines, Curve curve, boolean logarithmic) {
        ObjectNode options = JSON.objectNode();
        options.put("animation", false);
        options.putObject("legend").put("type", "scroll").put("top", 0);
        options.putObject("grid").put("left", 56).put("right", 16).put("top", 36).put("bottom", 28);
        options.putObject("tooltip").put("trigger", "axis");
        options.putObject("xAxis").put("type", "value").put("min", 0).put("max", "dataMax");
        options.putObject("yAxis").put("type", logarithmic ? "log" : "value").put("scale", true);
        ArrayNode series = options.putArray("series");
        for (int i = 0; i < lines.size(); i++) {
            ObjectNode line = series.addObject();
            line.put("type", "line").put("name", lines.get(i).name()).put("showSymbol", false);
            line.putObject("lineStyle")
                    .put("type", STROKES.get(i % STROKES.size()))
                    .put("width", 2);
            ArrayNode data = line.putArray("data");
            drawn(lines.get(i), curve, logarithmic)
                    .forEach(point -> data.addArray().add(point.step()).add(curve.of(point)));
        }
        return options;
    }

    /** Evenly thinned, the last point kept; what is no number has no place. */
    private static List<MetricPoint> drawn(Line line, Curve curve, boolean logarithmic) {
        List<MetricPoint> finite =
                line.points().stream()
                        .filter(point -> Double.isFinite(curve.of(point)))
                        .filter(point -> !logarithmic || curve.of(point) > 0)
                        .toList();
        int every = Math.ceilDiv(Math.max(finite.size(), 1), MOST_POINTS);
        List<MetricPoint> thinned = new ArrayList<>();
        for (int i = 0; i < finite.size(); i++) {
            if (i % every == 0 || i == finite.size() - 1) {
                thinned.add(finite.get(i));
            }
        }
        return thinned;
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
