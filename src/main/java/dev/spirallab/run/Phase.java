package dev.spirallab.run;

import dev.spirallab.frame.EndReason;
import dev.spirallab.frame.RunState;
import dev.spirallab.spec.Problem;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Where a run is in its life, why, and until when it goes on. Belongs to the training thread. */
final class Phase {
    static final long NO_GOAL = Long.MAX_VALUE;

    private RunState state = RunState.READY;
    private EndReason reason = EndReason.NONE;
    private Optional<Problem> problem = Optional.empty();
    private final Set<ByHand> byHand = EnumSet.noneOf(ByHand.class);
    private int attempt;
    private long goal = NO_GOAL;

    RunState state() {
        return state;
    }

    EndReason reason() {
        return reason;
    }

    Optional<Problem> problem() {
        return problem;
    }

    /** What was changed since its start. */
    Set<ByHand> byHand() {
        return byHand;
    }

    void changed(ByHand what) {
        byHand.add(what);
    }

    int attempt() {
        return attempt;
    }

    /** The step at which it pauses. */
    long goal() {
        return goal;
    }

    boolean isRunning() {
        return state == RunState.RUNNING;
    }

    boolean hasFailed() {
        return reason == EndReason.FAILED;
    }

    /** Then that is the problem, whatever else there is. */
    private boolean isBroken() {
        return reason == EndReason.DIVERGED || hasFailed();
    }

    /** As it was left. */
    void takeUp(RunStatus left) {
        state = left.state();
        reason = left.reason();
        problem = left.problem();
        attempt = left.at().attempt();
        byHand.addAll(left.byHand());
    }

    /** From step 0. */
    void restart() {
        beginAttempt();
        state = RunState.READY;
        reason = EndReason.NONE;
        problem = Optional.empty();
        goal = NO_GOAL;
        byHand.clear();
    }

    /** What was shown of the last attempt counts no more. */
    void beginAttempt() {
        attempt = (attempt + 1) & 0xFFFF;
    }

    void run(long until) {
        goal = until;
        state = RunState.RUNNING;
        reason = EndReason.NONE;
        problem = Optional.empty();
    }

    void pause() {
        goal = NO_GOAL;
        if (state == RunState.RUNNING) {
            state = RunState.PAUSED;
        }
    }

    /** Something is in its way for now. */
    void holdOff(Problem obstacle) {
        pause();
        problem = Optional.of(obstacle);
    }

    void end(EndReason why, Optional<Problem> found) {
        state = RunState.ENDED;
        reason = why;
        goal = NO_GOAL;
        problem = found;
    }

    void close() {
        state = RunState.CLOSED;
    }

    /** What was asked for cannot be. */
    void refuse(Problem obstacle) {
        if (!isBroken()) {
            problem = Optional.of(obstacle);
        }
    }

    /** What was asked for is done. */
    void consent() {
        if (!isBroken()) {
            problem = Optional.empty();
        }
    }
}
