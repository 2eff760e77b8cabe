package dev.spirallab.api;

import dev.spirallab.frame.EndReason;
import dev.spirallab.frame.RunState;
import dev.spirallab.i18n.ShownProblem;
import dev.spirallab.run.ByHand;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How a run is doing.
 *
 * @param experimentId which kept experiment it is a run of
 * @param reason why it ended
 * @param stepsPerSecond over the last second
 * @param pace steps a second at most; 0: as fast as it can
 * @param learningRate of the next step
 * @param latest the newest point of the curves
 * @param problem what went wrong
 * @param starred whether its owner has starred it
 * @param note what its owner has noted of it
 * @param byHand what was changed since its start; its experiment alone does not explain its curves
 */
record RunLine(
        String id,
        String title,
        Optional<UUID> experimentId,
        State state,
        Optional<Reason> reason,
        int attempt,
        int epoch,
        long step,
        int stepsPerEpoch,
        double stepsPerSecond,
        double pace,
        double learningRate,
        Optional<PointAnswer> latest,
        Optional<ShownProblem> problem,
        boolean starred,
        String note,
        List<Change> byHand) {

    /** What may be changed while a run goes on. */
    enum Change {
        weight,
        setting,
        data;

        static Change of(ByHand what) {
            return switch (what) {
                case WEIGHT -> weight;
                case SETTING -> setting;
                case DATA -> data;
            };
        }
    }

    enum State {
        ready,
        running,
        paused,
        ended,
        closed;

        static State of(RunState state) {
            return switch (state) {
                case READY -> ready;
                case RUNNING -> running;
                case PAUSED -> paused;
                case ENDED -> ended;
                case CLOSED -> closed;
            };
        }
    }

    enum Reason {
        epochs,
        steps,
        target,
        earlyStopping,
        diverged,
        stopped,
        failed;

        static Optional<Reason> of(EndReason reason) {
            return switch (reason) {
                case NONE -> Optional.empty();
                case EPOCHS -> Optional.of(epochs);
                case STEPS -> Optional.of(steps);
                case TARGET -> Optional.of(target);
                case EARLY_STOPPING -> Optional.of(earlyStopping);
                case DIVERGED -> Optional.of(diverged);
                case STOPPED -> Optional.of(stopped);
                case FAILED -> Optional.of(failed);
            };
        }
    }
}
