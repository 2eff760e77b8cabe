package dev.spirallab.ui;

import dev.spirallab.i18n.Texts;
import dev.spirallab.run.Sweep.Variant;
import dev.spirallab.spec.sweep.Axis;
import dev.spirallab.spec.sweep.SweepSpec;
import dev.spirallab.spec.training.Figure;
import dev.spirallab.ui.components.EChart;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Each variant as a line over parallel axes: the settings that are varied, and then its figures as
 * they are now. The better it is by the chosen figure, the stronger is its line.
 */
final class SweepParallel extends EChart {
    private static final double FAINTEST = 0.15;

    private final Texts texts;
    private final SweepSpec sweep;
    private final List<Figure> figures;

    /**
     * @param figures that have axes
     */
    SweepParallel(Texts texts, SweepSpec sweep, List<Figure> figures) {
        this.texts = texts;
        this.sweep = sweep;
        this.figures = figures;
        addClassName("lab-sweep-parallel");
    }

    /**
     * @param chosen is drawn thicker; -1 for none
     */
    void show(List<Variant> variants, Figure by, int chosen) {
        ObjectNode options = JsonNodeFactory.instance.objectNode();
        options.put("animation", false);
        options.putObject("parallel")
                .put("left", 56)
                .put("right", 64)
                .put("top", 32)
                .put("bottom", 16);
        options.putObject("tooltip").put("trigger", "item");
        axes(options.putArray("parallelAxis"));
        ObjectNode series = options.putArray("series").addObject();
        series.put("type", "parallel");
        ArrayNode data = series.putArray("data");
        Scores scores = new Scores(variants, by);
        for (int i = 0; i < variants.size(); i++) {
            if (scores.of(i).isPresent()) {
                line(data.addObject(), variants, i, scores.heat(i), i == chosen);
            }
        }
        setOptions(options);
        setSummary(texts.of("sweep.parallel.words", "figure", name(by)));
    }

    private void axes(ArrayNode all) {
        for (Axis axis : sweep.axes()) {
            ArrayNode labels =
                    axis(all, texts.of("sweep." + axis.name()))
                            .put("type", "category")
                            .putArray("data");
            IntStream.range(0, axis.values().size())
                    .forEach(i -> labels.add(SweepWords.label(axis, i)));
        }
        figures.forEach(figure -> axis(all, name(figure)).put("type", "value").put("scale", true));
    }

    private static ObjectNode axis(ArrayNode all, String name) {
        ObjectNode axis = all.addObject().put("dim", all.size() - 1).put("name", name);
        axis.putObject("axisLine").put("show", true);
        return axis;
    }

    private String name(Figure figure) {
        return texts.of("figure." + figure.name());
    }

    private void line(
            ObjectNode line, List<Variant> variants, int variant, double heat, boolean chosen) {
        line.put("name", SweepWords.label(texts, sweep, variant));
        line.putObject("lineStyle")
                .put("width", chosen ? 4 : 1.5)
                .put("opacity", chosen ? 1 : FAINTEST + (1 - FAINTEST) * heat);
        ArrayNode values = line.putArray("value");
        List<Integer> place = sweep.place(variant);
        for (int i = 0; i < place.size(); i++) {
            values.add(SweepWords.label(sweep.axes().get(i), place.get(i)));
        }
        for (Figure figure : figures) {
            OptionalDouble value = new Scores(variants, figure).of(variant);
            value.ifPresentOrElse(values::add, () -> values.add("-"));
        }
    }
}
