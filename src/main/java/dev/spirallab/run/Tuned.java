package dev.spirallab.run;

import dev.spirallab.engine.Tuning;
import dev.spirallab.spec.json.Records;
import dev.spirallab.spec.training.OptimizerSpec;
import dev.spirallab.spec.training.TrainingSpec;
import dev.spirallab.validation.ValidationResult.Valid;

/** Settings as they are after they were changed while training went on. */
final class Tuned {
    private Tuned() {}

    static TrainingSpec training(TrainingSpec old, Tuning tuning) {
        TrainingSpec penalised =
                Records.with(
                        old,
                        "regularization",
                        tuning.regularization().orElse(old.regularization()));
        TrainingSpec divided =
                Records.with(penalised, "batchSize", tuning.batchSize().orElse(old.batchSize()));
        return Records.with(divided, "optimizer", optimizer(old.optimizer(), tuning));
    }

    /** The same with other settings, of which it is known that they are sound. */
    static Valid retrained(Valid valid, TrainingSpec training) {
        return new Valid(
                valid.experiment().withTraining(training),
                valid.order(),
                valid.head(),
                valid.shapes(),
                valid.parameters(),
                valid.budget(),
                valid.problems());
    }

    private static OptimizerSpec optimizer(OptimizerSpec old, Tuning tuning) {
        double rate = tuning.learningRate().orElse(old.learningRate());
        double decay = tuning.weightDecay().orElse(old.weightDecay());
        OptimizerSpec paced = Records.with(old, "learningRate", rate);
        return Records.has(old, "weightDecay") ? Records.with(paced, "weightDecay", decay) : paced;
    }
}
