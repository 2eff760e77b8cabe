package dev.spirallab.run;

import dev.spirallab.engine.NodeTensor;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.List;
import java.util.Optional;

/**
 * What a run begins with.
 *
 * @param weights from which it begins, now and whenever it is reset, if not from its own
 * @param kept where it goes on from
 * @param tray where it lays what is to be kept of it
 */
record Beginning(
        RunId id,
        RunOptions options,
        Valid valid,
        List<NodeTensor> weights,
        Optional<KeptRun> kept,
        Optional<Keeper.Tray> tray) {

    static Beginning anew(
            Valid valid, RunOptions options, List<NodeTensor> weights, Keeper keeper) {
        return new Beginning(
                RunId.random(),
                options,
                valid,
                weights,
                Optional.empty(),
                options.owner().map(_ -> keeper.tray()));
    }

    /** The run that was kept, itself. */
    static Beginning again(KeptRun kept, Valid valid, Keeper keeper) {
        return new Beginning(
                kept.id(),
                kept.options(),
                valid,
                kept.weights(),
                Optional.of(kept),
                kept.options().owner().filter(_ -> !kept.fixed()).map(_ -> keeper.tray(kept)));
    }

    /** Another run that goes on from there. */
    static Beginning from(KeptRun kept, Valid valid, RunOptions options, Keeper keeper) {
        KeptRun own = kept.as(RunId.random(), options);
        return new Beginning(
                own.id(),
                options,
                valid,
                own.weights(),
                Optional.of(own),
                options.owner().map(_ -> keeper.tray()));
    }

    boolean fixed() {
        return kept.filter(KeptRun::fixed).isPresent();
    }
}
