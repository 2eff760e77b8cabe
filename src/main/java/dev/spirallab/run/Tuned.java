package dev.spirallab.run;

import dev.spirallab.engine.Tuning;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.training.OptimizerSpec;
import dev.spirallab.spec.training.OptimizerSpec.Adagrad;
import dev.spirallab.spec.training.OptimizerSpec.Adam;
import dev.spirallab.spec.training.OptimizerSpec.AdamW;
import dev.spirallab.spec.training.OptimizerSpec.RmsProp;
import dev.spirallab.spec.training.OptimizerSpec.Sgd;
import dev.spirallab.spec.training.TrainingSpec;
import dev.spirallab.validation.ValidationResult.Valid;

/** Experiments as they are after their settings were changed while they ran. */
final class Tuned {
    private Tuned() {}

    static Experiment experiment(Experiment experiment, Tuning tuning) {
        TrainingSpec old = experiment.training();
        return experiment.withTraining(
                new TrainingSpec(
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
                        old.target()));
    }

    static Experiment reseeded(Experiment experiment, long seed) {
        TrainingSpec old = experiment.training();
        return experiment.withTraining(
                new TrainingSpec(
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
                        old.target()));
    }

    /** The judgement of an experiment with the same graph and data, which is the same. */
    static Valid valid(Valid valid, Experiment experiment) {
        return new Valid(
                experiment,
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
