package dev.spirallab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.dataset.Dataset;
import dev.spirallab.dataset.Datasets;
import dev.spirallab.engine.NodeTensor;
import dev.spirallab.engine.Together;
import dev.spirallab.engine.Training;
import dev.spirallab.frame.EndReason;
import dev.spirallab.spec.training.EarlyStopping;
import dev.spirallab.spec.training.Figure;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A variant that is trained by itself. */
class TroupeTest {
    private static final int EPOCHS = 6;

    @Test
    void aVariantWhoseLossWasNoNumberOnTheWayHasDiverged() {
        Valid valid = Experiments.epochs(EPOCHS);
        worked(
                FakeTraining.Behaviour.DIVERGES,
                valid,
                troupe ->
                        assertThat(troupe.variants().getFirst().end())
                                .isEqualTo(EndReason.DIVERGED));
    }

    /** A run takes its best epoch's weights at the end only where they are better. */
    @Test
    void aVariantWhosePatienceLastsKeepsItsLastWeightsWhereTheyAreTheBest() {
        EarlyStopping rule = new EarlyStopping(100, Figure.trainLoss, 1000);
        Valid valid =
                Experiments.valid(
                        Experiments.training(
                                Optional.of(EPOCHS),
                                Optional.empty(),
                                Optional.of(rule),
                                Optional.empty(),
                                10));
        try (Training alone = engine(FakeTraining.Behaviour.LEARNS).open(valid, data(valid))) {
            while (alone.epoch() < EPOCHS) {
                alone.train(1);
            }
            worked(
                    FakeTraining.Behaviour.LEARNS,
                    valid,
                    troupe -> {
                        assertThat(troupe.variants().getFirst().end()).isEqualTo(EndReason.EPOCHS);
                        assertThat(number(troupe.tensors(0))).isEqualTo(number(alone.tensors()));
                    });
        }
    }

    private static float number(List<NodeTensor> tensors) {
        return tensors.getFirst().values()[0];
    }

    private static void worked(
            FakeTraining.Behaviour behaviour, Valid valid, Consumer<Troupe> then) {
        Together.Group group = Together.groups(List.of(valid)).getFirst();
        try (Troupe troupe =
                new Troupe(
                        engine(behaviour).openTogether(group, data(valid)),
                        group.variants(),
                        Optional.empty())) {
            while (!troupe.isDone()) {
                troupe.work(System.nanoTime());
            }
            then.accept(troupe);
        }
    }

    private static FakeEngine engine(FakeTraining.Behaviour behaviour) {
        return new FakeEngine(behaviour);
    }

    private static Dataset data(Valid valid) {
        return Datasets.create(valid.experiment().dataset());
    }
}
