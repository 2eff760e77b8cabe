package dev.spirallab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.engine.Tuning;
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
    private static final TrainingSpec TRAINING = Experiments.epochs(3).experiment().training();

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
        TrainingSpec before = with(optimizer);
        assertThat(Tuned.training(before, Tuning.NONE)).isEqualTo(before);
        Tuning there = Tuning.NONE.withLearningRate(0.5).withWeightDecay(0.25);
        Tuning back = Tuning.NONE.withLearningRate(0.1).withWeightDecay(0.01);
        OptimizerSpec tuned = Tuned.training(before, there).optimizer();
        assertThat(tuned.learningRate()).isEqualTo(0.5);
        assertThat(tuned.weightDecay()).isEqualTo(0.25);
        assertThat(Tuned.training(with(tuned), back)).isEqualTo(before);
    }

    @Test
    void batchSizeAndRegularisationAreTuned() {
        Regularization penalty = new Regularization(0.1, 0.2);
        TrainingSpec tuned =
                Tuned.training(TRAINING, Tuning.NONE.withBatchSize(7).withRegularization(penalty));
        assertThat(tuned.batchSize()).isEqualTo(7);
        assertThat(tuned.regularization()).isEqualTo(penalty);
    }

    private static TrainingSpec with(OptimizerSpec optimizer) {
        return new TrainingSpec(
                TRAINING.loss(),
                optimizer,
                TRAINING.schedule(),
                TRAINING.warmup(),
                TRAINING.regularization(),
                TRAINING.gradientClipping(),
                TRAINING.batchSize(),
                TRAINING.epochs(),
                TRAINING.steps(),
                TRAINING.seed(),
                TRAINING.earlyStopping(),
                TRAINING.target());
    }
}
