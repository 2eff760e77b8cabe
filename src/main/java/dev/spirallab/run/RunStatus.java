package dev.spirallab.run;

import dev.spirallab.frame.EndReason;
import dev.spirallab.frame.MetricPoint;
import dev.spirallab.frame.Moment;
import dev.spirallab.frame.RunState;
import dev.spirallab.spec.Problem;
import java.util.Optional;
import java.util.Set;

/**
 * How a run is doing.
 *
 * @param reason why it ended, {@link EndReason#NONE} unless it did
 * @param stepsPerSecond over the last second; 0 unless it runs
 * @param pace steps a second at most; 0: as fast as it can
 * @param learningRate of the next step
 * @param viewers how many watch it
 * @param latest the newest point of the curves
 * @param problem what went wrong: why it diverged or failed, why what was asked last was refused
 * @param byHand what was changed since its start
 */
public record RunStatus(
        RunState state,
        EndReason reason,
        Moment at,
        int stepsPerEpoch,
        double stepsPerSecond,
        double pace,
        double learningRate,
        int viewers,
        Optional<MetricPoint> latest,
        Optional<Problem> problem,
        Set<ByHand> byHand) {
    public RunStatus {
        byHand = Set.copyOf(byHand);
    }

    /** Before anything has been computed. */
    static RunStatus opening(double pace) {
        return new RunStatus(
                RunState.READY,
                EndReason.NONE,
                new Moment(0, 0, 0),
                0,
                0,
                pace,
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                Set.of());
    }

    /** Of a run that nobody trains or watches yet: it does not run. */
    RunStatus atRest() {
        return new RunStatus(
                state == RunState.RUNNING ? RunState.PAUSED : state,
                reason,
                at,
                stepsPerEpoch,
                0,
                pace,
                learningRate,
                0,
                latest,
                problem,
                byHand);
    }

    /** Of a run that only its curves are left of. */
    RunStatus stuck() {
        return new RunStatus(
                RunState.ENDED,
                EndReason.FAILED,
                at,
                stepsPerEpoch,
                0,
                pace,
                learningRate,
                0,
                latest,
                Optional.of(Problems.cannotGoOn()),
                byHand);
    }

    RunStatus withPace(double changed) {
        return new RunStatus(
                state,
                reason,
                at,
                stepsPerEpoch,
                stepsPerSecond,
                changed,
                learningRate,
                viewers,
                latest,
                problem,
                byHand);
    }

    RunStatus withViewers(int changed) {
        return new RunStatus(
                state,
                reason,
                at,
                stepsPerEpoch,
                stepsPerSecond,
                pace,
                learningRate,
                changed,
                latest,
                problem,
                byHand);
    }
}
