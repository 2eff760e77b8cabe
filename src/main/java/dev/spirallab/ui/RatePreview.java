package dev.spirallab.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.spirallab.engine.RateCurve;
import dev.spirallab.engine.RateCurve.Point;
import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.training.ScheduleSpec;
import dev.spirallab.spec.training.TrainingSpec;
import dev.spirallab.ui.components.EChart;
import dev.spirallab.ui.components.LineOptions;
import dev.spirallab.ui.kit.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The learning rate over the planned training, before it begins; hidden where it never changes. */
final class RatePreview extends Div {
    private static final int POINTS = 300;
    private static final MathContext SHORT = new MathContext(3);

    private final Texts texts;
    private final EChart chart = new EChart();
    private final Paragraph words = new Paragraph();
    private Optional<Shown> shown = Optional.empty();

    /** What the curve follows from. */
    private record Shown(TrainingSpec training, int examples) {}

    RatePreview(Texts texts) {
        this.texts = texts;
        addClassName("lab-rates");
        add(chart, words);
    }

    void show(Experiment experiment) {
        Shown now = new Shown(experiment.training(), experiment.dataset().trainSize());
        if (shown.isEmpty() || !shown.get().equals(now)) {
            shown = Optional.of(now);
            boolean changes =
                    !(now.training().schedule() instanceof ScheduleSpec.Constant)
                            || now.training().warmup().isPresent();
            setVisible(changes);
            if (changes) {
                draw(RateCurve.of(now.training(), now.examples(), POINTS));
            }
        }
    }

    private void draw(RateCurve curve) {
        chart.setOptions(lines(curve).options());
        chart.setSummary(summary(curve));
        words.setText(
                texts.of(
                        curve.waits()
                                ? "workbench.settings.rate.waits"
                                : "workbench.settings.rate.steps"));
    }

    private String summary(RateCurve curve) {
        Point last = curve.points().getLast();
        return texts.of(
                "workbench.settings.rate",
                Map.of(
                        "epochs", number(last.epoch()),
                        "first", number(curve.points().getFirst().rate()),
                        "last", number(last.rate()),
                        "most", number(curve.highest().rate()),
                        "at", number(curve.highest().epoch())));
    }

    private static String number(double value) {
        return Numbers.text(new BigDecimal(value).round(SHORT).doubleValue());
    }

    private static LineOptions lines(RateCurve curve) {
        List<EChart.Point> points =
                curve.points().stream()
                        .map(point -> new EChart.Point(point.epoch(), point.rate()))
                        .toList();
        return new LineOptions(1).fromZero().line("", points, LineOptions.Weight.EVEN);
    }
}
