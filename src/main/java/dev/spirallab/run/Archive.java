package dev.spirallab.run;

import dev.spirallab.frame.EndReason;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.validation.Head;
import dev.spirallab.validation.ValidationResult.Invalid;
import dev.spirallab.validation.ValidationResult.Valid;
import dev.spirallab.validation.Validator;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds on the shelf what runs begin with. */
final class Archive {
    private static final Logger LOG = LoggerFactory.getLogger(Archive.class);
    private final RunShelf shelf;
    private final Validator validator;
    private final Keeper keeper;

    Archive(RunShelf shelf, Validator validator, Keeper keeper) {
        this.shelf = shelf;
        this.validator = validator;
        this.keeper = keeper;
    }

    /** The run of that name itself; if it cannot go on, only to be looked at. */
    Optional<Beginning> again(RunId id) {
        return find(id).map(kept ->
                switch (validator.validate(kept.experiment())) {
                    case Valid valid -> Beginning.again(kept, valid, keeper);
                    case Invalid invalid ->
                            Beginning.again(kept.stuck(), asItStands(kept, invalid), keeper);
                });
    }

    /** Another run that goes on from where that one was. */
    Optional<Beginning> from(RunId id, RunOptions options) {
        return find(id).filter(Archive::canGoOn)
                .flatMap(kept ->
                        switch (validator.validate(kept.experiment())) {
                            case Valid valid ->
                                    Optional.of(Beginning.from(kept, valid, options, keeper));
                            case Invalid _ -> Optional.empty();
                        });
    }

    /** One's own run's curves. */
    Optional<RunCurve> curve(OwnerId owner, RunId id) {
        return find(id).filter(kept -> kept.options().belongsTo(owner)).map(RunCurve::of);
    }

    private Optional<KeptRun> find(RunId id) {
        try {
            return id.wellFormed() ? shelf.find(id).map(KeptRun::atRest) : Optional.empty();
        } catch (RuntimeException e) {
            LOG.warn("A run cannot be looked for", e);
            return Optional.empty();
        }
    }

    private static boolean canGoOn(KeptRun kept) {
        try {
            LoopState.of(kept);
            return kept.status().reason() != EndReason.FAILED;
        } catch (ParkedTraining.Unfit e) {
            LOG.debug("It cannot go on", e);
            return false;
        }
    }

    /** Nothing trains it. */
    private static Valid asItStands(KeptRun kept, Invalid invalid) {
        return new Valid(
                kept.experiment(),
                kept.experiment().graph().nodes(),
                Head.SOFTMAX,
                invalid.shapes(),
                invalid.parameters(),
                invalid.budget(),
                invalid.problems());
    }
}
