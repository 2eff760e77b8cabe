package dev.spirallab.run;

import dev.spirallab.engine.Tuning;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.training.OptimizerSpec;
import dev.spirallab.spec.training.OptimizerSpec.AdaGrad;
import dev.spirallab.spec.training.TrainingSpec;

/** Experiments with other settings. */
final class Tuned {
    private Tuned() {}
}
