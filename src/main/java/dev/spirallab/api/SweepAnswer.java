package dev.spirallab.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.spirallab.api.RunLine.Reason;
import dev.spirallab.engine.Evaluation;
import dev.spirallab.i18n.Messages;
import dev.spirallab.i18n.ShownProblem;
import dev.spirallab.run.Sweep;
import dev.spirallab.run.Sweep.Standing;
import dev.spirallab.run.Sweeps;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.sweep.SweepSetting;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A sweep with what its variants have come to.
 *
 * @param done share of all steps, 0 to 1
 * @param vary the settings that are varied, with their values
 * @param experiment that is varied
 * @param problem why it ended, if something went wrong
 */
record SweepAnswer(
        @JsonUnwrapped Line line,
        double done,
        List<String> vary,
        Experiment experiment,
        List<VariantAnswer> variants,
        Optional<ShownProblem> problem) {

    /**
     * How a sweep is doing.
     *
     * @param count of its variants
     */
    record Line(UUID id, String title, int count, SweepState state) {
        static Line of(Sweeps.Summary summary) {
            return new Line(
                    summary.id().value(),
                    summary.title(),
                    summary.variants(),
                    SweepState.of(summary.state()));
        }
    }

    /** Whether it goes on. */
    enum SweepState {
        running,
        done,
        brokenOff;

        static SweepState of(Sweep.State state) {
            return switch (state) {
                case RUNNING -> running;
                case DONE -> done;
                case BROKEN_OFF -> brokenOff;
            };
        }
    }

    /**
     * One variant.
     *
     * @param settings in which it differs from the others
     * @param reason why it ended before the others did
     * @param points of its curves
     */
    record VariantAnswer(
            Map<String, String> settings, Optional<Reason> reason, List<SweepPoint> points) {}

    /** A point of a variant's curves; a figure that is no finite number is left out. */
    record SweepPoint(
            long step,
            double epoch,
            Optional<Double> trainLoss,
            Optional<Double> testLoss,
            Optional<Double> trainAccuracy,
            Optional<Double> testAccuracy) {
        private static SweepPoint of(Sweep.Point point) {
            Evaluation figures = point.evaluation();
            return new SweepPoint(
                    point.step(),
                    point.epoch(),
                    finite(figures.train().loss()),
                    finite(figures.test().loss()),
                    finite(figures.train().accuracy()),
                    finite(figures.test().accuracy()));
        }

        private static Optional<Double> finite(double figure) {
            return Optional.of(figure).filter(Double::isFinite);
        }
    }

    static SweepAnswer of(Sweep sweep, Messages messages, Locale locale) {
        Standing standing = sweep.standing();
        return new SweepAnswer(
                new Line(
                        sweep.id().value(),
                        sweep.spec().base().title(),
                        standing.variants().size(),
                        SweepState.of(standing.state())),
                standing.done(),
                sweep.spec().axes().stream().map(SweepSetting::text).toList(),
                sweep.spec().base(),
                IntStream.range(0, standing.variants().size())
                        .mapToObj(i -> variant(sweep, standing, i))
                        .toList(),
                standing.problem().map(found -> ShownProblem.of(found, messages, locale)));
    }

    private static VariantAnswer variant(Sweep sweep, Standing standing, int number) {
        Sweep.Variant variant = standing.variants().get(number);
        return new VariantAnswer(
                sweep.spec().settings(number),
                Reason.of(variant.end()),
                variant.points().stream().map(SweepPoint::of).toList());
    }
}
