package dev.spirallab.run;

import dev.spirallab.frame.MetricPoint;
import dev.spirallab.spec.Experiment;
import java.util.List;
import java.util.Set;

/**
 * What a run has come to, to be compared with others.
 *
 * @param experiment with the settings tuned since
 * @param points of its present attempt
 * @param byHand what was changed since its start
 * @param grows whether more may come
 */
public record RunCurve(
        RunId run,
        Experiment experiment,
        List<MetricPoint> points,
        Set<ByHand> byHand,
        boolean grows) {
    public RunCurve {
        byHand = Set.copyOf(byHand);
        points = List.copyOf(points);
    }

    static RunCurve of(LiveRun run) {
        return new RunCurve(
                run.id(), run.experiment(), run.history(0).points(), run.status().byHand(), true);
    }

    static RunCurve of(KeptRun run) {
        return new RunCurve(run.id(), run.experiment(), run.points(), run.status().byHand(), false);
    }
}
