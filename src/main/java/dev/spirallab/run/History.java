package dev.spirallab.run;

import dev.spirallab.frame.MetricPoint;
import java.util.List;

/**
 * Points of the curves of a run's present attempt.
 *
 * @param attempt which attempt's ({@link dev.spirallab.frame.Moment#attempt})
 * @param from the place of the first point in the attempt's history
 */
public record History(int attempt, int from, List<MetricPoint> points) {
    public History {
        points = List.copyOf(points);
    }
}
