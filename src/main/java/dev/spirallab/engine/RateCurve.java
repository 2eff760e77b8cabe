package dev.spirallab.engine;

import dev.spirallab.spec.training.TrainingSpec;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The learning rate over a training that is planned, as the engine will use it; where a schedule
 * waits for a figure, as if that always improved.
 *
 * @param points in the order of the steps, the first and the last step among them
 * @param waits whether the schedule waits for a figure
 */
public record RateCurve(List<Point> points, boolean waits) {

    /**
     * @param epoch finished epochs, with their fraction
     */
    public record Point(double epoch, double rate) {}

    public RateCurve {
        points = List.copyOf(points);
    }

    /**
     * @param examples that are learnt from
     * @param most points, at least 2
     */
    public static RateCurve of(TrainingSpec spec, int examples, int most) {
        Rates rates = Rates.of(spec, examples);
        long last = Math.max(1, spec.plannedSteps(examples) - 1);
        long perEpoch = spec.stepsPerEpoch(examples);
        long count = Math.min(most - 1L, last);
        List<Point> points =
                LongStream.rangeClosed(0, count)
                        .map(i -> Math.multiplyExact(i, last) / count)
                        .mapToObj(step -> point(rates, spec, step, perEpoch))
                        .toList();
        return new RateCurve(points, spec.schedule().watched().isPresent());
    }

    private static Point point(Rates rates, TrainingSpec spec, long step, long perEpoch) {
        double base = spec.optimizer().learningRate();
        double rate = rates.at(base, step / perEpoch, step, 0);
        return new Point((double) step / (double) perEpoch, rate);
    }

    /** Where the rate is highest; the first of several. */
    public Point highest() {
        return points.stream().max(Comparator.comparingDouble(Point::rate)).orElseThrow();
    }
}
