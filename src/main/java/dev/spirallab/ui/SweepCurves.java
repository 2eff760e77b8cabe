package dev.spirallab.ui;

import dev.spirallab.i18n.Texts;
import dev.spirallab.run.Sweep.Variant;
import dev.spirallab.spec.training.Figure;
import dev.spirallab.ui.components.EChart;
import dev.spirallab.ui.components.LineOptions;
import dev.spirallab.ui.components.LineOptions.Weight;
import java.util.List;
import java.util.function.IntFunction;

/** A curve for each variant of a sweep. */
final class SweepCurves extends EChart {
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
        LineOptions lines = new LineOptions(variants.size());
        for (int i = 0; i < variants.size(); i++) {
            List<Point> points =
                    variants.get(i).points().stream()
                            .map(point -> new Point(point.epoch(), scores.value(point)))
                            .toList();
            lines.line(labels.apply(i), points, weight(i, chosen));
        }
        setOptions(lines.options());
        setName(texts.of("figure." + figure.name()));
        setSummary(texts.of("sweep.curves", "figure", texts.of("figure." + figure.name())));
    }

    private static Weight weight(int variant, int chosen) {
        if (chosen < 0) {
            return Weight.EVEN;
        }
        return variant == chosen ? Weight.CHOSEN : Weight.BEHIND;
    }
}
