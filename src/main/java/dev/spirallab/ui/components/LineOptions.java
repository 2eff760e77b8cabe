package dev.spirallab.ui.components;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lines over numbers, as {@link EChart} draws them. The more there are, the thinner they are, and
 * the fewer points each has; what is no number has no place.
 */
public final class LineOptions {
    private static final MathContext SHORT = new MathContext(5);

    /** Points that all lines have together, and that one has at most, and at least. */
    private static final int POINTS = 6000;

    private static final int MOST = 600;
    private static final int LEAST = 100;

    /** Lines that can be told apart at one place. */
    private static final int FEW = 8;

    /** Lines are told apart without colour too. */
    private static final List<String> STROKES = List.of("solid", "dashed", "dotted");

    private final ObjectNode options = JsonNodeFactory.instance.objectNode();
    private final ArrayNode series;
    private final int count;
    private boolean logarithmic;

    /**
     * @param count how many lines there will be
     */
    public LineOptions(int count) {
        this.count = count;
        options.put("animation", false);
        options.putObject("grid").put("left", 56).put("right", 16).put("top", 12).put("bottom", 28);
        options.putObject("tooltip").put("trigger", count > FEW ? "item" : "axis");
        options.putObject("xAxis").put("type", "value").put("min", 0).put("max", "dataMax");
        options.putObject("yAxis").put("type", "value").put("scale", true);
        series = options.putArray("series");
    }

    /** Names of the lines above them; they scroll where there are many. */
    public LineOptions legend() {
        options.putObject("legend").put("type", "scroll").put("top", 0);
        options.withObject("grid").put("top", 36);
        return this;
    }

    public LineOptions logarithmic(boolean wanted) {
        logarithmic = wanted;
        options.withObject("yAxis").put("type", wanted ? "log" : "value");
        return this;
    }

    /** The axis begins at 0. */
    public LineOptions fromZero() {
        options.putObject("yAxis").put("type", "value").put("min", 0).put("splitNumber", 3);
        return this;
    }

    /** How a line stands among the others. */
    public enum Weight {
        /** As any other. */
        EVEN,
        /** Before all others. */
        CHOSEN,
        /** Behind the one that is chosen. */
        BEHIND
    }

    /** Adds a line; each has a stroke of its own. */
    public LineOptions line(String name, List<EChart.Point> points) {
        return line(name, points, STROKES.get(series.size() % STROKES.size()), Weight.EVEN);
    }

    /** Adds a line as smooth as the others. */
    public LineOptions line(String name, List<EChart.Point> points, Weight weight) {
        return line(name, points, STROKES.getFirst(), weight);
    }

    private LineOptions line(String name, List<EChart.Point> points, String stroke, Weight weight) {
        ObjectNode line = series.addObject();
        line.put("type", "line").put("name", name).put("showSymbol", false);
        line.putObject("lineStyle")
                .put("type", stroke)
                .put("width", weight == Weight.CHOSEN ? 3 : width())
                .put("opacity", weight == Weight.BEHIND ? 0.45 : 1);
        ArrayNode data = line.putArray("data");
        thinned(points.stream().filter(this::isDrawn).toList())
                .forEach(point ->
                        data.addArray().add(shortened(point.x())).add(shortened(point.y())));
        return this;
    }

    private double width() {
        return count > FEW ? 1.25 : 2;
    }

    private boolean isDrawn(EChart.Point point) {
        return Double.isFinite(point.y()) && (!logarithmic || point.y() > 0);
    }

    /** Evenly, the last point kept. */
    private List<EChart.Point> thinned(List<EChart.Point> points) {
        int most = Math.clamp(POINTS / Math.max(1, count), LEAST, MOST);
        int every = Math.ceilDiv(Math.max(points.size(), 1), most);
        return IntStream.range(0, points.size())
                .filter(i -> i % every == 0 || i == points.size() - 1)
                .mapToObj(points::get)
                .toList();
    }

    private static double shortened(double value) {
        return new BigDecimal(value).round(SHORT).doubleValue();
    }

    /** All of it, for {@link EChart#setOptions}. */
    public ObjectNode options() {
        return options;
    }
}
