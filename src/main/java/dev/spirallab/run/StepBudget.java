package dev.spirallab.run;

import dev.spirallab.frame.EndReason;
import dev.spirallab.spec.training.TrainingSpec;

/** How long the experiment asks to train: epochs, or steps where those are given. */
final class StepBudget {
    private final boolean counted;
    private final long asked;
    private long limit;

    StepBudget(TrainingSpec spec) {
        counted = spec.steps().isPresent();
        asked = spec.steps().or(spec::epochs).orElse(TrainingSpec.DEFAULT_EPOCHS);
        limit = asked;
    }

    /** Epochs or steps granted so far. */
    long limit() {
        return limit;
    }

    void restore(long granted) {
        limit = granted;
    }

    EndReason reason() {
        return counted ? EndReason.STEPS : EndReason.EPOCHS;
    }

    boolean spent(Position at) {
        return counted ? at.step() >= limit : at.epoch() >= limit;
    }

    /** As much again. */
    void extend() {
        limit += asked;
    }

    long stepsLeft(Position at) {
        return counted
                ? limit - at.step()
                : (limit - at.epoch()) * at.stepsPerEpoch() - at.stepInEpoch();
    }

    long epochs(int stepsPerEpoch) {
        return counted ? Math.ceilDiv(limit, stepsPerEpoch) : limit;
    }
}
