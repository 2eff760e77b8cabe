package dev.spirallab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.dataset.Dataset;
import dev.spirallab.dataset.Datasets;
import dev.spirallab.frame.MetricPoint;
import dev.spirallab.run.FakeTraining.Behaviour;
import dev.spirallab.spec.training.EarlyStopping;
import dev.spirallab.spec.training.Figure;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrailTest {
    /** What one moment of the fake's only number takes. */
    private static final long EACH = Milestone.bytes(Float.BYTES);

    private final Attic attic = new Attic(1 << 20);

    @ParameterizedTest
    @ValueSource(ints = {100, 128, 1000, 5000})
    void momentsLieEvenlyOverTheWholeRunHoweverLongItIs(int epochs) {
        Trail trail = new Trail(attic, Trail.BYTES);
        walk(trail, loop(Experiments.epochs(epochs)));
        List<Long> steps = steps(trail);
        assertThat(steps).hasSizeBetween(Math.min(epochs, Trail.MOST / 2), Trail.MOST);
        assertThat(steps).first().isEqualTo(0L);
        long stride = steps.get(1);
        for (int i = 1; i < steps.size(); i++) {
            assertThat(steps.get(i)).isEqualTo(i * stride);
        }
        assertThat(8L * epochs - steps.getLast()).isLessThan(stride + 1);
        assertThat(attic.taken()).isEqualTo(steps.size() * EACH);
    }

    @Test
    void aMomentHasTheFiguresAndTheNumbersOfItsStep() {
        Trail trail = new Trail(attic, Trail.BYTES);
        RunLoop loop = loop(Experiments.epochs(50));
        walk(trail, loop);
        assertThat(trail.milestones()).extracting(Milestone::figures).isEqualTo(loop.points());
        RunLoop again = loop(Experiments.epochs(50));
        while (again.position().step() < 80) {
            again.advance(1);
        }
        assertThat(trail.at(80).orElseThrow().learnt().parameters())
                .isEqualTo(again.learnt().parameters());
        assertThat(trail.at(81)).isEmpty();
    }

    @Test
    void aRunTakesNoMoreThanItMay() {
        Trail trail = new Trail(attic, 20 * EACH + 1);
        RunLoop loop = loop(Experiments.epochs(500));
        while (!loop.ended()) {
            trail.look(loop, 0);
            assertThat(attic.taken()).isLessThanOrEqualTo(20 * EACH);
            loop.advance(1000);
        }
        assertThat(steps(trail)).hasSizeBetween(10, 20);
    }

    @Test
    void ofAModelOfWhichFewWouldFitNoneAreKept() {
        Trail trail = new Trail(attic, 7 * EACH);
        walk(trail, loop(Experiments.epochs(50)));
        assertThat(trail.milestones()).isEmpty();
        assertThat(attic.taken()).isZero();
    }

    @Test
    void allRunsTogetherTakeNoMoreThanThereIs() {
        Attic small = new Attic(50 * EACH);
        Trail first = new Trail(small, Trail.BYTES);
        walk(first, loop(Experiments.epochs(500)));
        Trail second = new Trail(small, Trail.BYTES);
        walk(second, loop(Experiments.epochs(500)));
        assertThat(first.milestones()).hasSizeGreaterThanOrEqualTo(25);
        assertThat(small.taken())
                .isLessThanOrEqualTo(50 * EACH)
                .isEqualTo((first.milestones().size() + second.milestones().size()) * EACH);
        first.clear();
        second.clear();
        assertThat(small.taken()).isZero();
    }

    @Test
    void anotherAttemptBeginsAnew() {
        Trail trail = new Trail(attic, Trail.BYTES);
        walk(trail, loop(Experiments.epochs(300)));
        long version = trail.version();
        trail.look(loop(Experiments.epochs(300)), 1);
        assertThat(steps(trail)).containsExactly(0L);
        assertThat(trail.milestones().getFirst().at().attempt()).isOne();
        assertThat(trail.version()).isNotEqualTo(version);
        assertThat(attic.taken()).isEqualTo(EACH);
    }

    @Test
    void whatDivergedIsNotKept() {
        Trail trail = new Trail(attic, Trail.BYTES);
        walk(trail, loop(Experiments.epochs(20), Behaviour.DIVERGES));
        assertThat(steps(trail)).containsExactly(0L, 8L, 16L, 24L, 32L);
        assertThat(trail.milestones())
                .extracting(Milestone::figures)
                .extracting(MetricPoint::trainLoss)
                .allMatch(loss -> Float.isFinite(loss));
    }

    /** After early stopping the numbers are those of the best epoch, and so are the figures. */
    @Test
    void figuresAreAlwaysThoseOfTheNumbersBesideThem() {
        Valid valid =
                Experiments.valid(
                        Experiments.training(
                                Optional.of(40),
                                Optional.empty(),
                                Optional.of(new EarlyStopping(5, Figure.testLoss, 0)),
                                Optional.empty(),
                                10));
        Trail trail = new Trail(attic, Trail.BYTES);
        RunLoop loop = loop(valid, Behaviour.OVERFITS);
        walk(trail, loop);
        Milestone last = trail.milestones().getLast();
        assertThat(last.at().step()).isEqualTo(loop.position().step());
        assertThat(last.figures().testLoss()).isEqualTo((float) loop.evaluation().test().loss());
        assertThat(last.figures().testLoss()).isLessThan(loop.points().getLast().testLoss());
    }

    private static void walk(Trail trail, RunLoop loop) {
        trail.look(loop, 0);
        while (!loop.ended()) {
            loop.advance(1000);
            trail.look(loop, 0);
        }
    }

    private static List<Long> steps(Trail trail) {
        return trail.milestones().stream().map(each -> each.at().step()).toList();
    }

    private static RunLoop loop(Valid valid) {
        return loop(valid, Behaviour.LEARNS);
    }

    private static RunLoop loop(Valid valid, Behaviour behaviour) {
        Dataset data = Datasets.create(valid.experiment().dataset());
        FakeEngine engine = new FakeEngine(behaviour);
        return new RunLoop(
                () -> engine.open(valid, data),
                valid.experiment().training(),
                PointPlan.EVERY_EPOCH);
    }
}
