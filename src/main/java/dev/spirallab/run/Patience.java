package dev.spirallab.run;

import dev.spirallab.engine.Checkpoint;
import dev.spirallab.engine.Evaluation;
import dev.spirallab.spec.training.EarlyStopping;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Early stopping: remembers the best epoch and how long ago it was. */
final class Patience {
    private final EarlyStopping rule;
    private double best = Double.POSITIVE_INFINITY;
    private int epochsSince;
    private @Nullable Checkpoint checkpoint;

    /**
     * How long it has waited.
     *
     * @param best the least badness seen
     * @param checkpoint of the best epoch, where one was seen
     */
    record State(double best, int epochsSince, Optional<Checkpoint> checkpoint) {}

    Patience(EarlyStopping rule) {
        this.rule = rule;
    }

    State state() {
        return new State(best, epochsSince, Optional.ofNullable(checkpoint));
    }

    void restore(State state) {
        best = state.best();
        epochsSince = state.epochsSince();
        checkpoint = state.checkpoint().orElse(null);
    }

    /** Looks at the end of an epoch; true when patience is at its end. */
    boolean exhaustedBy(Evaluation evaluation, Supplier<Checkpoint> now) {
        double badness = badness(evaluation);
        if (badness < best - rule.minDelta() || checkpoint == null) {
            best = badness;
            epochsSince = 0;
            checkpoint = now.get();
            return false;
        }
        epochsSince++;
        return epochsSince >= rule.patience();
    }

    /** The parameters of the best epoch, where one was seen. */
    Optional<Checkpoint> best() {
        return Optional.ofNullable(checkpoint);
    }

    /** The same, where what was evaluated now is worse. */
    Optional<Checkpoint> betterThan(Evaluation now) {
        return Optional.ofNullable(checkpoint).filter(_ -> best < badness(now));
    }

    private double badness(Evaluation evaluation) {
        double value = evaluation.figure(rule.figure());
        return rule.figure().isLoss() ? value : -value;
    }

    /** Waits as long again. */
    void renew() {
        epochsSince = 0;
    }
}
