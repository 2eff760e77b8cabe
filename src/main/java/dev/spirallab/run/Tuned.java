package dev.spirallab.run;

import dev.spirallab.engine.Tuning;
import dev.spirallab.spec.training.OptimizerSpec;
import dev.spirallab.spec.training.OptimizerSpec.Adagrad;
import dev.spirallab.spec.training.OptimizerSpec.Adam;
import dev.spirallab.spec.training.OptimizerSpec.AdamW;
import dev.spirallab.spec.training.OptimizerSpec.RmsProp;
import dev.spirallab.spec.training.OptimizerSpec.Sgd;
import dev.spirallab.spec.training.TrainingSpec;

/** Settings as they are after they were changed while training went on. */
final class Tuned {
    private Tuned() {}

    static TrainingSpec training(TrainingSpec old, Tuning tuning) {
        return new TrainingSpec(
                old.loss(),
                optimizer(old.optimizer(), tuning),
                old.schedule(),
                old.warmup(),
                tuning.regularization().orElse(old.regularization()),
                old.gradientClipping(),
                tuning.batchSize().orElse(old.batchSize()),
                old.epochs(),
                old.steps(),
                old.seed(),
                old.earlyStopping(),
                old.target());
    }

    static TrainingSpec reseeded(TrainingSpec old, long seed) {
        return new TrainingSpec(
                old.loss(),
                old.optimizer(),
                old.schedule(),
                old.warmup(),
                old.regularization(),
                old.gradientClipping(),
                old.batchSize(),
                old.epochs(),
                old.steps(),
                seed,
                old.earlyStopping(),
                old.target());
    }

    private static OptimizerSpec optimizer(OptimizerSpec old, Tuning tuning) {
        double rate = tuning.learningRate().orElse(old.learningRate());
        double decay = tuning.weightDecay().orElse(old.weightDecay());
        return switch (old) {
            case Sgd o -> new Sgd(rate, o.momentum(), o.nesterov(), decay);
            case Adam o -> new Adam(rate, o.beta1(), o.beta2(), o.eps(), decay);
            case AdamW o -> new AdamW(rate, o.beta1(), o.beta2(), o.eps(), decay);
            case RmsProp o -> new RmsProp(rate, o.alpha(), o.eps(), o.momentum(), decay);
            case Adagrad o ->
                    new Adagrad(
                            rate,
                            o.learningRateDecay(),
                            decay,
                            o.initialAccumulatorValue(),
                            o.eps());
        };
    }
}
