package dev.spirallab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.engine.Tuning;
import dev.spirallab.spec.Kind;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Part;
import dev.spirallab.spec.json.Records;
import dev.spirallab.spec.training.OptimizerSpec;
import dev.spirallab.spec.training.Regularization;
import dev.spirallab.spec.training.TrainingSpec;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TunedTest {
    private static final TrainingSpec TRAINING = Experiments.epochs(3).experiment().training();

    /** Each with settings of its own. */
    static Stream<OptimizerSpec> optimizers() {
        return Stream.of(OptimizerSpec.class.getPermittedSubclasses())
                .map(type -> type.getAnnotation(Kind.class).value())
                .map(kind -> "{\"kind\": \"%s\", \"learningRate\": 0.1}".formatted(kind))
                .map(json -> ExperimentJson.readPart(OptimizerSpec.class, json))
                .map(part -> ((Part.Read<OptimizerSpec>) part).value());
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void everyOptimiserKeepsWhatIsNotTuned(OptimizerSpec optimizer) {
        TrainingSpec before = with(optimizer);
        assertThat(Tuned.training(before, Tuning.NONE)).isEqualTo(before);
        Tuning there = Tuning.NONE.withLearningRate(0.5).withWeightDecay(0.25);
        Tuning back = Tuning.NONE.withLearningRate(0.1).withWeightDecay(optimizer.weightDecay());
        OptimizerSpec tuned = Tuned.training(before, there).optimizer();
        assertThat(tuned.learningRate()).isEqualTo(0.5);
        if (Records.has(optimizer, "weightDecay")) {
            assertThat(tuned.weightDecay()).isEqualTo(0.25);
        }
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
        return Records.with(TRAINING, "optimizer", optimizer);
    }
}
