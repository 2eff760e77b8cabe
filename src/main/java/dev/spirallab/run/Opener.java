package dev.spirallab.run;

import dev.spirallab.dataset.Dataset;
import dev.spirallab.dataset.UnreadableException;
import dev.spirallab.engine.NodeTensor;
import dev.spirallab.engine.Training;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.List;
import java.util.function.Supplier;

/** Opens what trains, each time that it is needed, where there is room for it. */
record Opener(Workshop workshop, Room.Place place) {

    /**
     * What it learns from.
     *
     * @throws UnreadableException where that cannot be read
     */
    Dataset examples(Valid valid) {
        return workshop.library().examples(valid.experiment().dataset()).orThrow();
    }

    /**
     * At step 0.
     *
     * @param weights to begin with; none for those that are drawn
     */
    RunLoop fresh(Valid valid, Dataset examples, List<NodeTensor> weights, PointPlan plan) {
        return RunLoop.inPieces(
                () -> begun(open(valid, examples), weights), valid.experiment().training(), plan);
    }

    private static Training begun(Training opened, List<NodeTensor> weights) {
        if (!weights.isEmpty()) {
            opened.begin(weights);
        }
        return opened;
    }

    /**
     * Where a kept run was left.
     *
     * @param valid as it is now
     * @throws ParkedTraining.Unfit if it cannot go on
     */
    RunLoop restored(KeptRun kept, Valid valid, Dataset examples) {
        LoopState left = LoopState.of(kept);
        Valid begun = Tuned.retrained(valid, left.spec());
        return RunLoop.restored(() -> open(begun, examples), left, kept.points());
    }

    /** Opens the training of other data. */
    Supplier<Training> training(Valid valid, Dataset examples) {
        return () -> open(valid, examples);
    }

    private Training open(Valid valid, Dataset examples) {
        place.require(Room.Claim.of(valid));
        return workshop.engine().open(valid, examples);
    }
}
