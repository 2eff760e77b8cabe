package dev.spirallab.run;

import dev.spirallab.engine.Checkpoint;
import dev.spirallab.engine.Evaluation;
import dev.spirallab.frame.EndReason;
import dev.spirallab.spec.training.Target;
import dev.spirallab.spec.training.TrainingSpec;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** When a run ends, and why: its budget, its target, its patience, or its loss is no number. */
final class Ending {
    private final StepBudget budget;
    private final Optional<Patience> patience;
    private final boolean scheduleWatches;
    private Optional<Target> target;
    private EndReason reason = EndReason.NONE;
    private OptionalLong divergedAt = OptionalLong.empty();

    Ending(TrainingSpec spec) {
        this.budget = new StepBudget(spec);
        this.patience = spec.earlyStopping().map(Patience::new);
        this.scheduleWatches = spec.schedule().watched().isPresent();
        this.target = spec.target();
    }

    /** As it was. */
    Ending(LoopState state) {
        this(state.spec());
        budget.restore(state.granted());
        patience.ifPresent(p -> state.patience().ifPresent(p::restore));
        target = state.targetReached() ? Optional.empty() : target;
        reason = state.reason();
        divergedAt = state.divergedAt();
    }

    StepBudget budget() {
        return budget;
    }

    Optional<Patience.State> patience() {
        return patience.map(Patience::state);
    }

    /** Whether the target counts no more, or there is none. */
    boolean isWithoutTarget() {
        return target.isEmpty();
    }

    EndReason reason() {
        return reason;
    }

    OptionalLong divergedAt() {
        return divergedAt;
    }

    /** Whether the figures at the end of each epoch matter. */
    boolean watchesEveryEpoch() {
        return patience.isPresent() || target.isPresent() || scheduleWatches;
    }

    /** For a reason from outside. */
    void stop() {
        reason = EndReason.STOPPED;
    }

    void diverge(long step) {
        divergedAt = OptionalLong.of(step);
        reason = EndReason.DIVERGED;
    }

    /**
     * As {@link RunLoop#goOn} says.
     *
     * @throws IllegalStateException after divergence
     */
    void goOn(Position at) {
        switch (reason) {
            case DIVERGED, FAILED -> throw new IllegalStateException("cannot go on: " + reason);
            case EARLY_STOPPING -> patience.ifPresent(Patience::renew);
            case TARGET -> target = Optional.empty();
            case NONE, EPOCHS, STEPS, STOPPED -> {}
        }
        if (budget.spent(at)) {
            budget.extend();
        }
        reason = EndReason.NONE;
    }

    /**
     * Decides whether it ends here; a reason that there is already stays, where there is no other.
     *
     * @param spent whether the budget is
     * @param judged whether it is the end of an epoch whose figures matter
     */
    void decide(
            Position at,
            boolean spent,
            boolean judged,
            Evaluation evaluation,
            Supplier<Checkpoint> now) {
        EndReason verdict =
                judged ? verdict(spent, evaluation, now) : verdictOfBudget(spent, evaluation);
        if (verdict == EndReason.DIVERGED) {
            diverge(at.step());
        } else if (verdict != EndReason.NONE) {
            reason = verdict;
        }
    }

    private EndReason verdict(boolean spent, Evaluation evaluation, Supplier<Checkpoint> now) {
        boolean exhausted = patience.map(p -> p.exhaustedBy(evaluation, now)).orElse(false);
        if (target.filter(goal -> Figures.reach(goal, evaluation)).isPresent()) {
            return EndReason.TARGET;
        }
        return exhausted ? EndReason.EARLY_STOPPING : verdictOfBudget(spent, evaluation);
    }

    private EndReason verdictOfBudget(boolean spent, Evaluation evaluation) {
        if (!spent) {
            return EndReason.NONE;
        }
        return Double.isFinite(evaluation.train().loss()) ? budget.reason() : EndReason.DIVERGED;
    }

    /** Whether the curves have a point where it ended, due or not. */
    boolean hasPoint() {
        return reason == EndReason.TARGET || reason == EndReason.EARLY_STOPPING;
    }

    /**
     * The parameters of another epoch that it ends with, if it does.
     *
     * @param evaluation where it ended
     */
    Optional<Checkpoint> best(Evaluation evaluation) {
        return switch (reason) {
            case EARLY_STOPPING -> patience.flatMap(Patience::best);
            case EPOCHS, STEPS -> patience.flatMap(p -> p.betterThan(evaluation));
            case NONE, TARGET, DIVERGED, STOPPED, FAILED -> Optional.empty();
        };
    }
}
