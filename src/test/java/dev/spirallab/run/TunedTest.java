package dev.spirallab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.engine.Tuning;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.training.OptimizerSpec;
import dev.spirallab.spec.training.OptimizerSpec.Adagrad;
import dev.spirallab.spec.training.OptimizerSpec.Adam;
import dev.spirallab.spec.training.OptimizerSpec.AdamW;
import dev.spirallab.spec.training.OptimizerSpec.RmsProp;
import dev.spirallab.spec.training.OptimizerSpec.Sgd;
import dev.spirallab.spec.training.Regularization;
import dev.spirallab.spec.training.TrainingSpec;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TunedTest {
    private static final Experiment EXPERIMENT = Experiments.epochs(3).experiment();

    static Stream<OptimizerSpec> optimizers() {
        return Stream.of(
                new Sgd(0.1, 0.9, true, 0.01),
                new Adam(0.1, 0.8, 0.9, 1e-7, 0.01),
                new AdamW(0.1, 0.8, 0.9, 1e-7, 0.01),
                new RmsProp(0.1, 0.8, 1e-7, 0.5, 0.01),
                new Adagrad(0.1, 0.2, 0.01, 0.3, 1e-7));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void everyOptimiserKeepsWhatIsNotTuned(OptimizerSpec optimizer) {
        Experiment before = with(optimizer);
        assertThat(Tuned.experiment(before, Tuning.NONE)).isEqualTo(before);
        Tuning there = Tuning.NONE.withLearningRate(0.5).withWeightDecay(0.25);
        Tuning back = Tuning.NONE.withLearningRate(0.1).withWeightDecay(0.01);
        OptimizerSpec tuned = Tuned.experiment(before, there).training().optimizer();
        assertThat(tuned.learningRate()).isEqualTo(0.5);
        assertThat(tuned.weightDecay()).isEqualTo(0.25);
        assertThat(Tuned.experiment(with(tuned), back)).isEqualTo(before);
    }

    @Test
    void batchSizeAndRegularisationAreTuned() {
        Regularization penalty = new Regularization(0.1, 0.2);
        TrainingSpec tuned =
                Tuned.experiment(
                                EXPERIMENT,
                                Tuning.NONE.withBatchSize(7).withRegularization(penalty))
                        .training();
        assertThat(tuned.batchSize()).isEqualTo(7);
        assertThat(tuned.regularization()).isEqualTo(penalty);
    }

    @Test
    void anotherSeedIsAllThatReseedingChanges() {
        Experiment reseeded = Tuned.reseeded(EXPERIMENT, 5);
        assertThat(reseeded.training().seed()).isEqualTo(5);
        assertThat(Tuned.reseeded(reseeded, 42)).isEqualTo(EXPERIMENT);
    }

    private static Experiment with(OptimizerSpec optimizer) {
        TrainingSpec old = EXPERIMENT.training();
        return EXPERIMENT.withTraining(
                new TrainingSpec(
                        old.loss(),
                        optimizer,
                        old.schedule(),
                        old.warmup(),
                        old.regularization(),
                        old.gradientClipping(),
                        old.batchSize(),
                        old.epochs(),
                        old.steps(),
                        old.seed(),
                        old.earlyStopping(),
                        old.target()));
    }
}
