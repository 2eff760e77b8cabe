package dev.spirallab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.spirallab.dataset.Datasets;
import dev.spirallab.engine.Engine;
import dev.spirallab.engine.Engines;
import dev.spirallab.engine.NodeTensor;
import dev.spirallab.engine.Training;
import dev.spirallab.frame.EndReason;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.run.Sweep.Point;
import dev.spirallab.run.Sweep.Standing;
import dev.spirallab.run.Sweep.State;
import dev.spirallab.run.Sweep.Variant;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.json.Records;
import dev.spirallab.spec.sweep.Axis;
import dev.spirallab.spec.sweep.SweepSpec;
import dev.spirallab.spec.training.EarlyStopping;
import dev.spirallab.spec.training.Figure;
import dev.spirallab.spec.training.Target;
import dev.spirallab.validation.Limits;
import dev.spirallab.validation.SweepResult;
import dev.spirallab.validation.ValidationResult.Valid;
import dev.spirallab.validation.Validator;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sweeps on the real engine. */
class SweepTest {
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final int EPOCHS = 30;
    private final Engine engine = Engines.on("cpu");
    private final RunRegistry runs = registry(engine, Duration.ofHours(1), 1000);

    private static RunRegistry registry(Engine engine, Duration patience, long megabytes) {
        return new RunRegistry(
                engine,
                SomeSettings.of(100, megabytes, 2, Duration.ofMillis(10), patience, patience, 100));
    }

    @AfterEach
    void closeAll() {
        runs.close();
    }

    private static SweepResult.Sound variants(int epochs, Axis... axes) {
        return sound(Experiments.epochs(epochs).experiment(), axes);
    }

    private static SweepResult.Sound sound(Experiment base, Axis... axes) {
        SweepSpec sweep = new SweepSpec(base, List.of(axes));
        return switch (new Validator(Limits.standard()).validate(sweep)) {
            case SweepResult.Sound sound -> sound;
            case SweepResult.Unsound unsound -> throw new AssertionError(unsound.problems());
        };
    }

    /** Two groups of three that train at once. */
    private static SweepResult.Sound variants(int epochs) {
        return variants(
                epochs,
                new Axis.LearningRate(List.of(0.001, 0.01, 0.1)),
                new Axis.Units(List.of(4, 6)));
    }

    private static Sweep begin(RunRegistry runs, OwnerId owner, SweepResult.Sound asked) {
        return switch (runs.sweeps().begin(owner, asked, false)) {
            case SweepAdmission.Begun(Sweep sweep) -> sweep;
            case SweepAdmission.Refused(var problem) -> throw new AssertionError(problem);
        };
    }

    private static Standing ended(Sweep sweep) {
        await().atMost(LONG).until(() -> sweep.standing().state() != State.RUNNING);
        return sweep.standing();
    }

    @Test
    void everyVariantLearnsWhatItWouldAlone() throws Exception {
        SweepResult.Sound asked = variants(EPOCHS);
        List<Valid> variants = asked.variants();
        Sweep sweep = begin(runs, OwnerId.random(), asked);
        Standing standing = ended(sweep);
        assertThat(standing.state()).isEqualTo(State.DONE);
        assertThat(standing.done()).isEqualTo(1);
        for (int i = 0; i < variants.size(); i++) {
            Valid valid = variants.get(i);
            List<Point> points = standing.variants().get(i).points();
            var dataset = Datasets.create(valid.experiment().dataset());
            try (Training alone = engine.open(valid, dataset)) {
                double before = alone.evaluate().train().loss();
                assertThat(points.getFirst().step()).isZero();
                assertThat(points.getFirst().evaluation().train().loss())
                        .isCloseTo(before, Offset.offset(1e-4));
                while (alone.epoch() < EPOCHS) {
                    alone.train(alone.stepsPerEpoch());
                }
                assertThat(points.getLast().epoch()).isEqualTo(EPOCHS);
                assertThat(points.getLast().evaluation().train().loss())
                        .isCloseTo(alone.evaluate().train().loss(), Offset.offset(1e-2));
                assertThat(sweep.tensors(i).get())
                        .extracting(NodeTensor::shape)
                        .isEqualTo(alone.tensors().stream().map(NodeTensor::shape).toList());
            }
        }
    }

    @Test
    void everyVariantOnAPlaneHasABoundaryOfItsOwn() {
        Standing standing = ended(begin(runs, OwnerId.random(), variants(EPOCHS)));
        assertThat(standing.variants())
                .extracting(each -> List.of(toList(each.boundary().orElseThrow().values())))
                .doesNotHaveDuplicates();
    }

    private static List<Byte> toList(byte... values) {
        Byte[] boxed = new Byte[values.length];
        for (int i = 0; i < values.length; i++) {
            boxed[i] = values[i];
        }
        return List.of(boxed);
    }

    @Test
    void anotherSweepOfTheSameOwnerTakesThePlaceOfTheFirst() {
        OwnerId owner = OwnerId.random();
        Sweep first = begin(runs, owner, variants(1_000_000));
        Sweep elsewhere = begin(runs, OwnerId.random(), variants(1_000_000));
        begin(runs, owner, variants(1_000_000));
        assertThat(ended(first).state()).isEqualTo(State.BROKEN_OFF);
        assertThat(elsewhere.standing().state()).isEqualTo(State.RUNNING);
    }

    @Test
    void aVariantThatReachesItsTargetStaysAsItIsWhileOthersGoOn() throws Exception {
        Experiment base = Experiments.epochs(EPOCHS).experiment();
        Target goal = new Target(Figure.trainLoss, 0.5);
        SweepResult.Sound asked =
                sound(
                        base.withTraining(
                                Records.with(base.training(), "target", Optional.of(goal))),
                        new Axis.LearningRate(List.of(0.0, 0.1)));
        Sweep sweep = begin(runs, OwnerId.random(), asked);
        List<Variant> variants = ended(sweep).variants();
        assertThat(variants.getFirst().end()).isEqualTo(EndReason.NONE);
        assertThat(variants.getFirst().points().getLast().epoch()).isEqualTo(EPOCHS);
        Variant quick = variants.getLast();
        assertThat(quick.end()).isEqualTo(EndReason.TARGET);
        assertThat(quick.points().getLast().epoch()).isLessThan(EPOCHS);
        assertThat(quick.points().getLast().evaluation().train().loss()).isLessThanOrEqualTo(0.5);
        Valid valid = asked.variants().getLast();
        try (Training alone = engine.open(valid, Datasets.create(valid.experiment().dataset()))) {
            while (alone.epoch() < quick.points().getLast().epoch()) {
                alone.train(alone.stepsPerEpoch());
            }
            assertThat(sweep.tensors(1).get().getFirst().values())
                    .containsExactly(alone.tensors().getFirst().values(), Offset.offset(1e-2f));
        }
    }

    @Test
    void aVariantThatImprovesNoMoreEndsWithItsBestWeights() throws Exception {
        Experiment base = Experiments.epochs(EPOCHS).experiment();
        EarlyStopping rule = new EarlyStopping(3, Figure.trainLoss, 0);
        SweepResult.Sound asked =
                sound(
                        base.withTraining(
                                Records.with(base.training(), "earlyStopping", Optional.of(rule))),
                        new Axis.LearningRate(List.of(0.0, 0.01)));
        Sweep sweep = begin(runs, OwnerId.random(), asked);
        Variant still = ended(sweep).variants().getFirst();
        assertThat(still.end()).isEqualTo(EndReason.EARLY_STOPPING);
        assertThat(still.points().getLast().epoch()).isEqualTo(4);
        Valid valid = asked.variants().getFirst();
        try (Training alone = engine.open(valid, Datasets.create(valid.experiment().dataset()))) {
            assertThat(sweep.tensors(0).get().getFirst().values())
                    .containsExactly(alone.tensors().getFirst().values(), Offset.offset(1e-6f));
        }
    }

    @Test
    void whoIsNotLookedAtIsClosedAndHisQuestionsAreRefused() {
        try (RunRegistry impatient = registry(engine, Duration.ofMillis(50), 1000)) {
            Sweep sweep = begin(impatient, OwnerId.random(), variants(1_000_000));
            await().pollDelay(Duration.ofSeconds(1))
                    .pollInterval(Duration.ofSeconds(1))
                    .atMost(LONG)
                    .until(() -> sweep.standing().state() == State.BROKEN_OFF);
            CompletableFuture<List<NodeTensor>> refused = sweep.tensors(0);
            await().atMost(LONG).until(refused::isCancelled);
        }
    }

    @Test
    void aSweepForWhichThereIsNoMemoryIsRefused() {
        SweepResult.Sound wide = variants(10, new Axis.Units(List.of(3000, 3001)));
        try (RunRegistry small = registry(engine, Duration.ofHours(1), 1)) {
            assertThat(small.sweeps().begin(OwnerId.random(), wide, false))
                    .isInstanceOfSatisfying(
                            SweepAdmission.Refused.class,
                            refused ->
                                    assertThat(refused.problem().code()).isEqualTo("run.noMemory"));
        }
    }
}
