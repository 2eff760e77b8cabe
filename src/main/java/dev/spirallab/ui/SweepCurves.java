package dev.spirallab.ui;

import dev.spirallab.i18n.Texts;
import dev.spirallab.run.Sweep.Variant;
import dev.spirallab.spec.training.Figure;
import dev.spirallab.ui.components.EChart;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.IntFunction;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A curve for each variant of a sweep. */
final class SweepCurves extends EChart {
    private static final MathContext SHORT = new MathContext(4);

    private final Texts texts;

    SweepCurves(Texts texts) {
        this.texts = texts;
        addClassName("lab-sweep-curves");
    }

    /**
     * @param labels of the variants
     * @param chosen is drawn stronger; -1 for none
     */
    void show(List<Variant> variants, Figure figure, IntFunction<String> labels, int chosen) {
        Scores scores = new Scores(variants, figure);
        ObjectNode options = JsonNodeFactory.instance.objectNode();
        options.put("animation", false);
        options.putObject("grid").put("left", 52).put("right", 12).put("top", 12).put("bottom", 24);
        options.putObject("xAxis").put("type", "value").put("min", 0).put("max", "dataMax");
        options.putObject("yAxis").put("type", "value").put("scale", true);
        options.putObject("tooltip").put("trigger", "item");
        ArrayNode series = options.putArray("series");
        for (int i = 0; i < variants.size(); i++) {
            ObjectNode line = series.addObject();
            line.put("type", "line").put("name", labels.apply(i)).put("showSymbol", false);
            line.putObject("lineStyle")
                    .put("width", i == chosen ? 3 : 1.25)
                    .put("opacity", chosen < 0 || i == chosen ? 1 : 0.45);
            ArrayNode data = line.putArray("data");
            for (var point : variants.get(i).points()) {
                double value = scores.value(point);
                if (Double.isFinite(value)) {
                    data.addArray().add(shortened(point.epoch())).add(shortened(value));
                }
            }
        }
        setOptions(options);
        setSummary(texts.of("sweep.curves", "figure", texts.of("figure." + figure.name())));
    }

    private static double shortened(double value) {
        return new BigDecimal(value).round(SHORT).doubleValue();
    }
}
