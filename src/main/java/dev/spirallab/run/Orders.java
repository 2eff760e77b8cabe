package dev.spirallab.run;

import dev.spirallab.engine.Edit;
import dev.spirallab.engine.Tuning;
import dev.spirallab.frame.EndReason;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.training.TrainingSpec;
import dev.spirallab.validation.ValidationResult.Invalid;
import dev.spirallab.validation.ValidationResult.Valid;
import dev.spirallab.validation.Validator;
import java.util.Optional;

/** Carries out what a run is commanded. Belongs to the training thread. */
final class Orders {
    private final Session session;
    private final Ledger ledger;
    private final Room.Place place;
    private final Validator validator;

    Orders(Session session, Ledger ledger, Room.Place place, Validator validator) {
        this.session = session;
        this.ledger = ledger;
        this.place = place;
        this.validator = validator;
    }

    void obey(Command command) {
        switch (command) {
            case Command.Play() -> run(Phase.NO_GOAL);
            case Command.Pause() -> session.phase().pause();
            case Command.StepOnce() -> step(false);
            case Command.StepEpoch() -> step(true);
            case Command.Reset() -> session.restart();
            case Command.Reseed(long seed) -> reseed(seed);
            case Command.Stop() -> session.loop().ifPresent(this::stop);
            case Command.Pace(double stepsPerSecond) -> session.pace(stepsPerSecond);
            case Command.Tune(Tuning tuning) -> tune(tuning);
            case Command.SetWeight(Edit edit) -> edit(edit);
            case Command.Relearn(DatasetSpec dataset) -> relearn(dataset);
        }
    }

    /**
     * @param steps where to pause again, counted from here
     */
    private void run(long steps) {
        ledger.begin();
        RunLoop ready = ableToRun();
        if (ready.ended()) {
            ready.goOn();
        }
        session.run(steps == Phase.NO_GOAL ? steps : ready.position().step() + steps);
    }

    private void step(boolean wholeEpoch) {
        run(wholeEpoch ? ableToRun().position().stepsLeftInEpoch() : 1);
    }

    /** What broke or diverged starts anew. */
    private RunLoop ableToRun() {
        if (session.loop().isEmpty() || session.phase().reason() == EndReason.DIVERGED) {
            session.restart();
        }
        return session.opened();
    }

    private void reseed(long seed) {
        TrainingSpec reseeded = session.experiment().training().withSeed(seed);
        session.restart(Tuned.retrained(session.valid(), reseeded));
    }

    private void stop(RunLoop open) {
        if (!open.ended()) {
            open.stop();
            session.settle(open);
        }
    }

    /** Settings that would break the limits, or for which there is no room, are refused. */
    private void tune(Tuning tuning) {
        Phase phase = session.phase();
        TrainingSpec tuned = Tuned.training(session.experiment().training(), tuning);
        switch (validator.retrained(session.valid(), tuned)) {
            case Valid possible ->
                    obstacle(possible)
                            .ifPresentOrElse(phase::refuse, () -> session.tune(tuning, possible));
            case Invalid impossible ->
                    impossible.problems().stream()
                            .filter(found -> !found.hint())
                            .findFirst()
                            .ifPresent(phase::refuse);
        }
    }

    /** A number that there is not is refused, and one for which there is no room. */
    private void edit(Edit edit) {
        if (session.loop().isPresent() && session.phase().reason() != EndReason.DIVERGED) {
            ledger.begin();
            obstacle(session.valid())
                    .or(() -> session.edit(edit))
                    .ifPresent(session.phase()::refuse);
        }
    }

    /** Data that need another model are refused, and those for which there is no room. */
    private void relearn(DatasetSpec dataset) {
        Phase phase = session.phase();
        Experiment changed = session.experiment().withDataset(dataset);
        switch (validator.validate(changed)) {
            case Valid possible when isSameModel(possible) ->
                    obstacle(possible)
                            .ifPresentOrElse(phase::refuse, () -> session.relearn(possible));
            case Valid _ -> {}
            case Invalid impossible ->
                    impossible.problems().stream()
                            .filter(found -> !found.hint())
                            .findFirst()
                            .ifPresent(phase::refuse);
        }
    }

    private boolean isSameModel(Valid other) {
        return other.parameters().equals(session.valid().parameters())
                && other.head().equals(session.valid().head());
    }

    private Optional<Problem> obstacle(Valid tuned) {
        return session.loop().flatMap(_ -> place.take(Room.Claim.of(tuned)));
    }
}
