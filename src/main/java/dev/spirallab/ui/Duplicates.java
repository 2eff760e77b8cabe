package dev.spirallab.ui;

import dev.spirallab.account.Deed;
import dev.spirallab.experiment.ExperimentId;
import dev.spirallab.experiment.Origin;
import dev.spirallab.experiment.Saving;
import dev.spirallab.run.Admission;
import dev.spirallab.run.Command;
import dev.spirallab.run.RunId;
import dev.spirallab.run.RunOptions;
import dev.spirallab.run.RunSummary;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.validation.ValidationResult.Invalid;
import dev.spirallab.validation.ValidationResult.Valid;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes an experiment of another's run, and sets a run of it going beside. */
record Duplicates(Visit visit, Services services) {

    /**
     * @param begun hears of the new run
     * @return why that cannot be
     */
    Optional<Problem> begin(RunSummary of, Experiment changed, Consumer<RunId> begun) {
        return switch (services.validator().validate(changed)) {
            case Invalid invalid -> Optional.of(invalid.problems().getFirst());
            case Valid valid ->
                    visit.refused(services, Deed.START).or(() -> keep(of, valid, begun));
        };
    }

    private Optional<Problem> keep(RunSummary of, Valid valid, Consumer<RunId> begun) {
        Origin origin = new Origin(of.title(), Instant.now(), of.of().map(ExperimentId::new));
        return switch (services.experiments().fork(visit.owner(), valid.experiment(), origin)) {
            case Saving.Saved(var kept) -> start(kept.id(), valid, begun);
            case Saving.Refused(Problem problem) -> Optional.of(problem);
            case Saving.Outdated _, Saving.Missing _ ->
                    Optional.of(Problem.of("run.notKept", "", Map.of()));
        };
    }

    /** It goes on while nobody watches: somebody wants to compare it. */
    private Optional<Problem> start(ExperimentId of, Valid valid, Consumer<RunId> begun) {
        RunOptions options =
                RunOptions.AT_FULL_SPEED
                        .withOwner(visit.owner())
                        .withOf(of.value())
                        .withUnattended(true);
        return switch (services.runs().start(valid, options)) {
            case Admission.Refused(Problem problem) -> Optional.of(problem);
            case Admission.Admitted(var run) -> {
                run.command(new Command.Play());
                begun.accept(run.id());
                yield Optional.empty();
            }
        };
    }
}
