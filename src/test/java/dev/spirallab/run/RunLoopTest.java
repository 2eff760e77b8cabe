package dev.spirallab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spirallab.dataset.Dataset;
import dev.spirallab.dataset.Datasets;
import dev.spirallab.engine.Edit;
import dev.spirallab.engine.Tuning;
import dev.spirallab.frame.EndReason;
import dev.spirallab.frame.MetricPoint;
import dev.spirallab.run.FakeTraining.Behaviour;
import dev.spirallab.spec.training.EarlyStopping;
import dev.spirallab.spec.training.Figure;
import dev.spirallab.spec.training.Target;
import dev.spirallab.spec.training.TrainingSpec;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunLoopTest {
    private static final Optional<EarlyStopping> PATIENT =
            Optional.of(new EarlyStopping(20, Figure.testLoss, 0));

    private FakeEngine engine = new FakeEngine();

    @Test
    void epochsThatWereAskedForAreDone() {
        RunLoop loop = finished(epochs(3), PointPlan.EVERY_EPOCH);
        assertThat(loop.reason()).isEqualTo(EndReason.EPOCHS);
        assertThat(loop.position().step()).isEqualTo(24);
        assertThat(steps(loop)).containsExactly(0L, 8L, 16L, 24L);
    }

    @Test
    void stepsMayBeAskedForInstead() {
        RunLoop loop =
                finished(
                        Experiments.training(Optional.empty(), Optional.of(13)),
                        PointPlan.EVERY_EPOCH);
        assertThat(loop.reason()).isEqualTo(EndReason.STEPS);
        assertThat(steps(loop)).containsExactly(0L, 8L, 13L);
    }

    @Test
    void aHundredEpochsAreDoneWhereNothingIsAskedFor() {
        RunLoop loop =
                finished(
                        Experiments.training(Optional.empty(), Optional.empty()),
                        PointPlan.EVERY_EPOCH);
        assertThat(loop.position().epoch()).isEqualTo(100);
    }

    @Test
    void aStepMayTakeSeveralCallsWhichTellNothing() {
        List<MetricPoint> atOnce = List.copyOf(finished(epochs(3), PointPlan.EVERY_EPOCH).points());
        engine = new FakeEngine(Behaviour.PLODS);
        assertThat(finished(epochs(3), PointPlan.EVERY_EPOCH).points()).isEqualTo(atOnce);
        RunLoop loop = loop(epochs(3), PointPlan.EVERY_EPOCH);
        long model = loop.modelVersion();
        assertThat(loop.advance(100)).isZero();
        assertThat(loop.modelVersion()).isEqualTo(model);
        assertThat(loop.examining()).isFalse();
    }

    @Test
    void shortEpochsShareAPoint() {
        RunLoop loop = finished(epochs(5), PointPlan.forPace(0));
        assertThat(steps(loop)).containsExactly(0L, 16L, 32L, 40L);
    }

    @Test
    void aSlowPaceGivesPointsInBetween() {
        RunLoop loop = finished(epochs(2), PointPlan.forPace(60));
        assertThat(steps(loop)).containsExactly(0L, 6L, 12L, 16L);
    }

    @Test
    void pointsBecomeRarerInAVeryLongRun() {
        RunLoop loop =
                finished(
                        Experiments.training(Optional.empty(), Optional.of(100_000)),
                        new PointPlan(false, 1));
        assertThat(loop.points()).hasSizeBetween(40_000, 60_000);
        assertThat(steps(loop)).startsWith(0L, 1L, 2L).endsWith(100_000L).isSorted();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 1000})
    void theCurvesDoNotDependOnTheSlices(int slice) {
        assertThat(finished(epochs(20), PointPlan.EVERY_EPOCH, slice).points())
                .isEqualTo(finished(epochs(20), PointPlan.EVERY_EPOCH, 5).points());
    }

    @Test
    void morePointsDoNotChangeTheOthers() {
        List<MetricPoint> few = finished(epochs(20), PointPlan.forPace(0)).points();
        List<MetricPoint> many = finished(epochs(20), PointPlan.forPace(10)).points();
        assertThat(many).hasSizeGreaterThan(few.size()).containsAll(few);
    }

    @Test
    void playingOnAfterTheEndTrainsAsMuchAgain() {
        RunLoop loop = finished(epochs(3), PointPlan.EVERY_EPOCH);
        loop.goOn();
        finish(loop, 10);
        assertThat(loop.position().epoch()).isEqualTo(6);
        assertThat(loop.points()).isEqualTo(finished(epochs(6), PointPlan.EVERY_EPOCH).points());
    }

    @Test
    void nothingIsDoneAfterTheEnd() {
        RunLoop loop = finished(epochs(1), PointPlan.EVERY_EPOCH);
        assertThatThrownBy(() -> loop.advance(1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theTargetEndsTheRunAtTheEpochThatReachesIt() {
        Target target = new Target(Figure.trainLoss, 0.5);
        RunLoop loop = finished(with(Optional.empty(), Optional.of(target)), PointPlan.forPace(0));
        assertThat(loop.reason()).isEqualTo(EndReason.TARGET);
        assertThat(loop.position().step()).isEqualTo(24);
        assertThat(loop.points().getLast().trainLoss()).isLessThan(0.5f);
    }

    @Test
    void anAccuracyIsATargetFromBelow() {
        Target target = new Target(Figure.trainAccuracy, 0.96);
        RunLoop loop = finished(with(Optional.empty(), Optional.of(target)), PointPlan.forPace(0));
        assertThat(loop.position().step()).isEqualTo(24);
    }

    @Test
    void afterTheTargetTheRunGoesOnWithoutIt() {
        Target target = new Target(Figure.trainLoss, 0.5);
        RunLoop loop = finished(with(Optional.empty(), Optional.of(target)), PointPlan.forPace(0));
        loop.goOn();
        finish(loop, 10);
        assertThat(loop.reason()).isEqualTo(EndReason.EPOCHS);
        assertThat(loop.position().epoch()).isEqualTo(50);
    }

    @Test
    void earlyStoppingRestoresTheBestEpoch() {
        RunLoop loop = stoppedEarly();
        assertThat(loop.reason()).isEqualTo(EndReason.EARLY_STOPPING);
        assertThat(loop.position().epoch()).isEqualTo(8);
        assertThat(loop.points().getLast().trainLoss()).isGreaterThan(4);
        assertThat(loop.evaluation().train().loss()).isLessThan(1.1);
    }

    @ParameterizedTest
    @CsvSource({"56, 7, EPOCHS", "60, 7, STEPS"})
    void theBestEpochIsRestoredWherePatienceOutlastsTheBudget(int steps, int epoch, EndReason end) {
        engine = new FakeEngine(Behaviour.OVERFITS);
        boolean whole = end == EndReason.EPOCHS;
        Optional<Integer> all = Optional.of(whole ? epoch : steps);
        Optional<Integer> none = Optional.empty();
        TrainingSpec spec =
                Experiments.training(
                        whole ? all : none, whole ? none : all, PATIENT, Optional.empty(), 10);
        RunLoop loop = finished(spec, PointPlan.EVERY_EPOCH);

        assertThat(loop.reason()).isEqualTo(end);
        assertThat(loop.position().step()).isEqualTo(steps);
        assertThat(loop.position().epoch()).isEqualTo(epoch);
        assertThat(loop.points().getLast().trainLoss()).isGreaterThan(2);
        assertThat(loop.evaluation().train().loss()).isLessThan(1.1);
    }

    @Test
    void nothingIsRestoredWhereTheLastEpochIsTheBest() {
        engine = new FakeEngine(Behaviour.OVERFITS);
        Optional<Integer> five = Optional.of(5);
        TrainingSpec spec =
                Experiments.training(five, Optional.empty(), PATIENT, Optional.empty(), 10);
        RunLoop loop = finished(spec, PointPlan.EVERY_EPOCH);

        assertThat(loop.modelVersion()).isEqualTo(loop.points().size() - 1);
        assertThat(loop.evaluation().train().loss()).isLessThan(1.1);
    }

    @Test
    void afterEarlyStoppingTheRunGoesOnWithNewPatience() {
        RunLoop loop = stoppedEarly();
        loop.park();
        loop.goOn();
        finish(loop, 10);
        assertThat(loop.reason()).isEqualTo(EndReason.EARLY_STOPPING);
        assertThat(loop.position().epoch()).isEqualTo(11);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 1000})
    void divergenceIsFoundAtItsStep(int slice) {
        engine = new FakeEngine(Behaviour.DIVERGES);
        RunLoop loop = finished(epochs(50), PointPlan.EVERY_EPOCH, slice);
        assertThat(loop.reason()).isEqualTo(EndReason.DIVERGED);
        assertThat(loop.divergedAt()).hasValue(37);
        assertThat(loop.position().step()).isEqualTo(37);
        assertThat(loop.position().epoch()).isEqualTo(4);
        MetricPoint last = loop.points().getLast();
        assertThat(last.step()).isEqualTo(37);
        assertThat(last.epoch()).isEqualTo(4.625f);
        assertThat(last.trainLoss()).isInfinite();
        assertThat(last.trainAccuracy()).isNaN();
        assertThatThrownBy(loop::goOn).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aParkedRunHoldsNothingAndGoesOnAsIfNothingHadBeen() {
        RunLoop loop = loop(epochs(10), PointPlan.EVERY_EPOCH);
        loop.advance(5);
        loop.park();
        assertThat(engine.open).hasValue(0);
        assertThat(loop.isParked()).isTrue();
        finish(loop, 10);
        assertThat(loop.points()).isEqualTo(finished(epochs(10), PointPlan.EVERY_EPOCH).points());
    }

    @Test
    void aTunedBatchSizeIsMetAtTheEndOfTheEpoch() {
        RunLoop loop = loop(epochs(6), PointPlan.forPace(0));
        loop.advance(3);
        loop.tune(Tuning.NONE.withBatchSize(0));
        finish(loop, 1000);
        assertThat(loop.position().epoch()).isEqualTo(6);
        assertThat(loop.position().stepsPerEpoch()).isEqualTo(1);
    }

    @Test
    void aMarkIsAPointHereUnlessThereIsOne() {
        RunLoop loop = loop(epochs(10), PointPlan.EVERY_EPOCH);
        loop.mark();
        loop.advance(3);
        loop.mark();
        loop.mark();
        assertThat(steps(loop)).containsExactly(0L, 3L);
    }

    @Test
    void aNumberSetByHandHasAPointOfItsOwnAndTheRestComesAsItWould() {
        RunLoop loop = loop(epochs(3), PointPlan.EVERY_EPOCH);
        while (loop.position().step() < 8) {
            loop.advance(1);
        }

        loop.edit(new Edit("only", "weight", 0, 0.625f));

        assertThat(steps(loop)).containsExactly(0L, 8L, 8L);
        assertThat(loop.points().get(1).testAccuracy()).isNotEqualTo(0.625f);
        assertThat(loop.points().getLast().testAccuracy()).isEqualTo(0.625f);
        finish(loop, 100);
        assertThat(steps(loop)).containsExactly(0L, 8L, 8L, 16L, 24L);
    }

    @Test
    void aNumberSetByHandBetweenTwoPointsHasOneAsWell() {
        RunLoop loop = loop(epochs(3), PointPlan.EVERY_EPOCH);
        loop.advance(3);

        loop.edit(new Edit("only", "weight", 0, 0.625f));

        assertThat(steps(loop)).containsExactly(0L, 3L);
    }

    @Test
    void whoStopsIsStopped() {
        RunLoop loop = loop(epochs(10), PointPlan.EVERY_EPOCH);
        loop.advance(3);
        loop.stop();
        assertThat(loop.reason()).isEqualTo(EndReason.STOPPED);
        assertThat(steps(loop)).containsExactly(0L, 3L);
    }

    private RunLoop stoppedEarly() {
        engine = new FakeEngine(Behaviour.OVERFITS);
        EarlyStopping rule = new EarlyStopping(3, Figure.testLoss, 0);
        return finished(with(Optional.of(rule), Optional.empty()), PointPlan.EVERY_EPOCH);
    }

    private static TrainingSpec epochs(int epochs) {
        return Experiments.training(Optional.of(epochs), Optional.empty());
    }

    private static TrainingSpec with(Optional<EarlyStopping> stopping, Optional<Target> target) {
        return Experiments.training(Optional.of(50), Optional.empty(), stopping, target, 10);
    }

    private RunLoop finished(TrainingSpec spec, PointPlan plan) {
        return finished(spec, plan, 10);
    }

    private RunLoop finished(TrainingSpec spec, PointPlan plan, int slice) {
        RunLoop loop = loop(spec, plan);
        finish(loop, slice);
        return loop;
    }

    private RunLoop loop(TrainingSpec spec, PointPlan plan) {
        Valid valid = Experiments.valid(spec);
        Dataset dataset = Datasets.create(valid.experiment().dataset());
        return new RunLoop(() -> engine.open(valid, dataset), spec, plan);
    }

    private static void finish(RunLoop loop, int slice) {
        while (!loop.ended()) {
            loop.advance(slice);
        }
    }

    private static List<Long> steps(RunLoop loop) {
        return loop.points().stream().map(MetricPoint::step).toList();
    }
}
