package dev.spirallab.run;

import dev.spirallab.frame.MetricPoint;
import dev.spirallab.spec.Experiment;
import java.util.List;

/**
 * What a run has come to, to be compared with others.
 *
 * @param experiment with the settings tuned since
 * @param points of its present attempt
 * @param grows whether more may come
 */
public record RunCurve(RunId run, Experiment experiment, List<MetricPoint> points, boolean grows) {
    public RunCurve {
        points = List.copyOf(points);
    }

    static RunCurve of(LiveRun run) {
        return new RunCurve(run.id(), run.experiment(), run.history(0).points(), true);
    }

    static RunCurve of(KeptRun run) {
        return new RunCurve(run.id(), run.experiment(), run.points(), false);
    }
}
