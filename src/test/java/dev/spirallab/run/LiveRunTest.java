package dev.spirallab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.spirallab.dataset.Library;
import dev.spirallab.engine.Edit;
import dev.spirallab.engine.Tuning;
import dev.spirallab.frame.EndReason;
import dev.spirallab.frame.Frame;
import dev.spirallab.frame.Look;
import dev.spirallab.frame.MetricPoint;
import dev.spirallab.frame.RunState;
import dev.spirallab.frame.UnitPictures;
import dev.spirallab.run.FakeTraining.Behaviour;
import dev.spirallab.spec.Problem;
import dev.spirallab.validation.Limits;
import dev.spirallab.validation.Validator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LiveRunTest {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration TEN_MILLIS = Duration.ofMillis(10);
    private FakeEngine engine = new FakeEngine();
    private final List<RunRegistry> registries = new ArrayList<>();

    @BeforeAll
    static void waitLong() {
        Awaitility.setDefaultTimeout(Duration.ofMinutes(2));
    }

    @AfterEach
    void closeAll() {
        registries.forEach(RunRegistry::close);
        assertThat(engine.open).hasValue(0);
    }

    @Test
    void aNewRunIsReadyWithItsFirstPoint() {
        Run run = start(3);
        await().until(() -> run.status().latest().isPresent());
        assertThat(run.status().state()).isEqualTo(RunState.READY);
        assertThat(run.status().at().step()).isZero();
        assertThat(run.status().stepsPerEpoch()).isEqualTo(8);
    }

    @Test
    void itPlaysToItsEndAndOnForAsMuchAgain() {
        Run run = start(3);
        run.command(new Command.Play());
        awaitEnd(run, EndReason.EPOCHS);
        assertThat(run.status().at().step()).isEqualTo(24);
        run.command(new Command.Play());
        await().until(() -> run.status().at().step() == 48);
        awaitEnd(run, EndReason.EPOCHS);
    }

    @Test
    void pauseHoldsItWhereItIs() throws InterruptedException {
        Run run = startEndless();
        run.command(new Command.Play());
        await().until(() -> run.status().at().step() > 100);
        run.command(new Command.Pause());
        await().until(() -> run.status().state() == RunState.PAUSED);
        long step = run.status().at().step();
        try (Viewer viewer = run.watch(View.STANDARD, Cursor.START)) {
            readUntil(viewer, frame -> frame instanceof Frame.Boundary b && b.at().step() == step);
        }
        assertThat(run.status().at().step()).isEqualTo(step);
        assertThat(run.status().stepsPerSecond()).isZero();
        run.command(new Command.Play());
        await().until(() -> run.status().at().step() > step);
    }

    @Test
    void itObeysInTheMiddleOfAStepThatTakesManyCalls() {
        engine = new FakeEngine(Behaviour.LINGERS);
        Run run = start(3);
        run.command(new Command.Play());
        await().until(() -> run.status().at().step() == 19);
        run.command(new Command.Tune(Tuning.NONE.withLearningRate(0.5)));
        await().until(() -> run.status().learningRate() == 0.5);
        run.command(new Command.Pause());
        await().until(() -> run.status().state() == RunState.PAUSED);
        assertThat(run.status().at().step()).isEqualTo(19);
    }

    @Test
    void pausedInTheMiddleOfAStepItHoldsNothingOfItThoughItsLayersWereLookedAt()
            throws InterruptedException {
        engine = new FakeEngine(Behaviour.LINGERS);
        Run run = start(3);
        run.command(new Command.Play());
        await().until(() -> run.status().at().step() == 19 && engine.portions() > 2);
        run.command(new Command.Pause());
        await().until(() -> engine.portions() == 0);
        try (Viewer viewer = run.watch(new View(60, 25, false, false, true, false), Cursor.START)) {
            readUntil(viewer, Frame.Layers.class::isInstance);
        }
        await().until(() -> engine.portions() == 0);
        assertThat(run.status().at().step()).isEqualTo(19);
    }

    @Test
    void itGoesStepByStepAndEpochByEpochEachWithAPoint() {
        Run run = start(10);
        run.command(new Command.StepOnce());
        await().until(() -> run.status().at().step() == 1);
        run.command(new Command.StepEpoch());
        await().until(() -> run.status().at().step() == 8);
        run.command(new Command.StepEpoch());
        await().until(() -> run.status().at().step() == 16);
        await().until(() -> run.status().state() == RunState.PAUSED);
        assertThat(curve(run)).extracting(MetricPoint::step).containsExactly(0L, 1L, 8L, 16L);
    }

    @Test
    void aWeightSetByHandShowsInTheNextPictureAndIsTakenBackByAReset() throws InterruptedException {
        Run run = start(5);
        Look look = new Look("only", "weight", false, 0, 0, 0);
        View view = new View(60, 25, true).with(look);
        try (Viewer viewer = run.watch(view, Cursor.START)) {
            List<Frame> first = readUntil(viewer, Frame.Inside.class::isInstance);
            if (first.stream().noneMatch(Frame.Boundary.class::isInstance)) {
                readUntil(viewer, Frame.Boundary.class::isInstance);
            }
            run.command(new Command.SetWeight(new Edit("only", "weight", 0, 0.625f)));
            readUntil(viewer, frame -> shows(frame, 0.625f));
            run.command(new Command.SetWeight(new Edit("only", "weight", 1, 1)));
            await().until(() -> run.status().problem().isPresent());
            assertThat(run.status().problem().orElseThrow().code()).isEqualTo("run.noSuchWeight");
            run.command(new Command.SetWeight(new Edit("only", "weight", 0, 0.25f)));
            await().until(() -> run.status().problem().isEmpty());
            viewer.show(new View(60, 25, true));
            run.command(new Command.Reset());
            viewer.show(view);
            readUntil(viewer, frame -> shows(frame, 0.42f));
        }
    }

    private static boolean shows(Frame frame, float weight) {
        return frame instanceof Frame.Inside inside
                && inside.interior().window().values()[0] == weight;
    }

    @Test
    void resetBeginsANewAttemptThatIsTheSame() {
        Run run = start(5);
        run.command(new Command.Play());
        awaitEnd(run, EndReason.EPOCHS);
        List<MetricPoint> first = curve(run);
        run.command(new Command.Reset());
        await().until(() -> run.status().at().attempt() == 1);
        assertThat(run.status().state()).isEqualTo(RunState.READY);
        assertThat(run.status().at().step()).isZero();
        run.command(new Command.Play());
        awaitEnd(run, EndReason.EPOCHS);
        assertThat(curve(run)).isEqualTo(first);
    }

    @Test
    void anotherSeedIsAnotherAttempt() {
        Run run = start(5);
        run.command(new Command.Play());
        awaitEnd(run, EndReason.EPOCHS);
        List<MetricPoint> first = curve(run);
        run.command(new Command.Reseed(43));
        run.command(new Command.Play());
        await().until(() -> run.status().at().attempt() == 1);
        awaitEnd(run, EndReason.EPOCHS);
        assertThat(curve(run)).isNotEqualTo(first);
        assertThat(run.experiment().training().seed()).isEqualTo(43);
    }

    @Test
    void settingsTunedAreThoseOfTheExperimentAndOutliveAReset() {
        Run run = start(1000);
        run.command(new Command.Tune(Tuning.NONE.withLearningRate(0.25).withBatchSize(20)));
        await().until(() -> run.status().learningRate() == 0.25);
        assertThat(run.experiment().training().optimizer().learningRate()).isEqualTo(0.25);
        run.command(new Command.Reset());
        await().until(() -> run.status().at().attempt() == 1);
        assertThat(run.status().learningRate()).isEqualTo(0.25);
        assertThat(run.status().stepsPerEpoch()).isEqualTo(4);
    }

    @Test
    void whatIsChangedOnItsWayIsToldUntilItBeginsAnew() {
        Run run = start(1000);
        run.command(new Command.Tune(Tuning.NONE.withLearningRate(0.25)));
        run.command(new Command.StepOnce());
        await().until(() -> run.status().at().step() == 1);
        assertThat(run.status().byHand()).isEmpty();
        run.command(new Command.Tune(Tuning.NONE.withLearningRate(0.5)));
        run.command(new Command.SetWeight(new Edit("only", "weight", 0, 0.625f)));
        await().until(() -> run.status().byHand().size() == 2);
        assertThat(run.status().byHand()).containsOnly(ByHand.SETTING, ByHand.WEIGHT);
        run.command(new Command.Reset());
        await().until(() -> run.status().at().attempt() == 1);
        assertThat(run.status().byHand()).isEmpty();
    }

    @Test
    void itsCurveCanBeReadFromAnyPlaceWithoutWatchingIt() {
        Run run = start(5);
        run.command(new Command.Play());
        awaitEnd(run, EndReason.EPOCHS);
        List<MetricPoint> all = curve(run);
        assertThat(run.history(0)).isEqualTo(new History(0, 0, all));
        assertThat(run.history(2).points()).isEqualTo(all.subList(2, all.size()));
        assertThat(run.history(1000)).isEqualTo(new History(0, all.size(), List.of()));
    }

    @Test
    void itsWeightsCanBeAskedForWhateverItDoes() {
        Run run = startEndless();
        assertThat(run.weights().join()).containsOnlyKeys("only");
        run.command(new Command.Play());
        await().until(() -> run.status().at().step() > 100);
        assertThat(run.weights().join()).containsOnlyKeys("only");
        run.command(new Command.Stop());
        awaitEnd(run, EndReason.STOPPED);
        await().until(() -> engine.open.get() == 0);
        assertThat(run.weights().join()).containsOnlyKeys("only");
        await().until(() -> engine.open.get() == 0);
    }

    @Test
    void aRunThatIsClosedHasNoWeights() {
        Run run = start(3);
        run.close();
        assertThatThrownBy(() -> run.weights().join()).isInstanceOf(CancellationException.class);
    }

    @Test
    void whoIsStoppedHoldsNoNativeMemoryAndMayGoOn() {
        Run run = startEndless();
        run.command(new Command.Play());
        await().until(() -> run.status().at().step() > 100);
        run.command(new Command.Stop());
        awaitEnd(run, EndReason.STOPPED);
        await().until(() -> engine.open.get() == 0);
        long step = run.status().at().step();
        run.command(new Command.Play());
        await().until(() -> run.status().at().step() > step);
    }

    @Test
    void aRunThatDivergesSaysAtWhichStep() {
        engine = new FakeEngine(Behaviour.DIVERGES);
        Run run = start(100);
        run.command(new Command.Play());
        awaitEnd(run, EndReason.DIVERGED);
        assertThat(run.status().problem().orElseThrow().code()).isEqualTo("run.diverged");
        assertThat(run.status().problem().orElseThrow().arguments()).containsEntry("step", "37");
        assertThat(run.status().at().step()).isEqualTo(37);
        assertThat(run.status().latest().orElseThrow().trainLoss()).isInfinite();
        run.command(new Command.Play());
        await().until(() -> run.status().at().attempt() == 1);
    }

    @Test
    void aRunThatBreaksDisturbsNoOther() {
        engine = new FakeEngine(Behaviour.BREAKS);
        Runs runs = runs(settings(100, LONG, LONG));
        Run broken = admitted(runs.start(Experiments.epochs(100), RunOptions.AT_FULL_SPEED));
        Run other = admitted(runs.start(Experiments.epochs(2), RunOptions.AT_FULL_SPEED));
        broken.command(new Command.Play());
        awaitEnd(broken, EndReason.FAILED);
        other.command(new Command.Play());
        awaitEnd(other, EndReason.EPOCHS);
        assertThat(broken.status().problem().orElseThrow().code()).isEqualTo("run.failed");
        broken.command(new Command.Reset());
        await().until(() -> broken.status().state() == RunState.READY);
    }

    @Test
    void itsCurveIsTheSameAloneAmongOthersWatchedAndPaused() {
        Run alone = start(40);
        alone.command(new Command.Play());
        awaitEnd(alone, EndReason.EPOCHS);

        Runs runs = runs(settings(100, LONG, LONG));
        List<Run> others = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Run other = admitted(runs.start(Experiments.epochs(200), RunOptions.AT_FULL_SPEED));
            other.command(new Command.Play());
            others.add(other);
        }
        Run one = admitted(runs.start(Experiments.epochs(40), RunOptions.AT_FULL_SPEED));
        Viewer viewer = one.watch(new View(60, 25, true), Cursor.START);
        one.command(new Command.Play());
        for (int i = 0; i < 10; i++) {
            one.command(new Command.Pause());
            one.command(new Command.Play());
        }
        awaitEnd(one, EndReason.EPOCHS);
        viewer.close();
        assertThat(curve(one)).isEqualTo(curve(alone));
        others.forEach(other -> awaitEnd(other, EndReason.EPOCHS));
        assertThat(curve(others.get(7))).isEqualTo(curve(others.get(13)));
    }

    @Test
    void aPaceSlowsAndChangesNothing() {
        Run fast = start(10);
        fast.command(new Command.Play());
        awaitEnd(fast, EndReason.EPOCHS);
        Run slow =
                admitted(
                        runs(settings(9, LONG, LONG))
                                .start(Experiments.epochs(10), new RunOptions(400)));
        slow.command(new Command.Play());
        awaitEnd(slow, EndReason.EPOCHS);
        assertThat(curve(slow)).containsAll(curve(fast));
    }

    @Test
    void thereIsRoomForSoManyRuns() {
        Runs runs = runs(settings(2, LONG, LONG));
        Run first = admitted(runs.start(Experiments.epochs(1), RunOptions.AT_FULL_SPEED));
        admitted(runs.start(Experiments.epochs(1), RunOptions.AT_FULL_SPEED));
        Admission third = runs.start(Experiments.epochs(1), RunOptions.AT_FULL_SPEED);
        assertThat(third).isInstanceOf(Admission.Refused.class);
        assertThat(((Admission.Refused) third).problem().code()).isEqualTo("run.tooMany");
        first.close();
        admitted(runs.start(Experiments.epochs(1), RunOptions.AT_FULL_SPEED));
    }

    @Test
    void whatIsOverAndUnwatchedMakesRoom() {
        Runs runs = runs(settings(1, LONG, LONG));
        for (int i = 0; i < 500; i++) {
            Run run = admitted(runs.start(Experiments.epochs(1), RunOptions.AT_FULL_SPEED));
            run.command(new Command.Play());
            awaitEnd(run, EndReason.EPOCHS);
        }
        await().until(() -> engine.open.get() == 0);
        assertThat(engine.opened).hasValue(500);
    }

    @Test
    void moreMemoryThanThereIsIsRefused() {
        Runs runs = runs(SomeSettings.of(10, 1, 2, TEN_MILLIS, LONG, LONG, 100));
        admitted(runs.start(Experiments.epochs(1), RunOptions.AT_FULL_SPEED));
        Admission second = runs.start(Experiments.epochs(1), RunOptions.AT_FULL_SPEED);
        assertThat(((Admission.Refused) second).problem().code()).isEqualTo("run.noMemory");
    }

    @Test
    void whatIsParkedTakesNoMemoryAndMakesRoom() {
        Runs runs = runs(SomeSettings.of(2, 1, 2, TEN_MILLIS, Duration.ofMillis(50), LONG, 100));
        Run first = admitted(runs.start(Experiments.epochs(1), RunOptions.AT_FULL_SPEED));
        await().until(() -> engine.opened.get() == 1 && engine.open.get() == 0);
        Run second = admitted(runs.start(Experiments.epochs(1), RunOptions.AT_FULL_SPEED));
        await().until(() -> engine.opened.get() == 2 && engine.open.get() == 0);
        Run third = admitted(runs.start(Experiments.epochs(1), RunOptions.AT_FULL_SPEED));
        assertThat(runs.find(first.id())).isEmpty();
        assertThat(runs.isOver(first.id())).isTrue();
        assertThat(runs.find(second.id())).isPresent();
        assertThat(runs.find(third.id())).isPresent();
    }

    @Test
    void whoComesBackWhereThereIsNoRoomWaitsAndIsToldWhy() {
        Runs runs = runs(SomeSettings.of(9, 1, 2, TEN_MILLIS, LONG, LONG, 100));
        Run first = admitted(runs.start(Experiments.epochs(1), RunOptions.AT_FULL_SPEED));
        first.command(new Command.Play());
        awaitEnd(first, EndReason.EPOCHS);
        await().until(() -> engine.open.get() == 0);
        Run second = admitted(runs.start(Experiments.epochs(1), RunOptions.AT_FULL_SPEED));
        first.command(new Command.Play());
        awaitProblem(first, "run.noMemory");
        assertThat(first.status().state()).isEqualTo(RunState.PAUSED);
        second.close();
        first.command(new Command.Play());
        await().until(() -> first.status().at().step() == 16);
        assertThat(first.status().problem()).isEmpty();
    }

    @Test
    void aBatchThatIsTooLargeIsRefusedAndTheRunGoesOn() {
        Limits limits = new Limits(20_000_000, 1 << 30, 20_000, 500, 2_000, 200);
        RunSettings settings = settings(9, LONG, LONG);
        RunRegistry runs =
                new RunRegistry(
                        engine,
                        new Validator(limits),
                        Library.withoutFiles(),
                        settings,
                        new NoShelf());
        registries.add(runs);
        Run run = admitted(runs.start(Experiments.epochs(1_000_000), new RunOptions(2000)));
        List<Optional<Problem>> heard = new CopyOnWriteArrayList<>();
        run.onChange(status -> heard.add(status.problem()));
        run.command(new Command.Play());
        run.command(new Command.Tune(Tuning.NONE.withBatchSize(0)));
        awaitProblem(run, "budget.flops");
        assertThat(run.experiment().training().batchSize()).isEqualTo(10);
        long step = run.status().at().step();
        await().until(() -> run.status().at().step() > step + 20);
        assertThat(run.status().stepsPerEpoch()).isEqualTo(8);
        run.command(new Command.Tune(Tuning.NONE.withBatchSize(20)));
        await().until(() -> run.status().stepsPerEpoch() == 4);
        assertThat(run.status().problem()).isEmpty();
        assertThat(heard).anyMatch(Optional::isPresent).last().isEqualTo(Optional.empty());
    }

    @Test
    void aBatchForWhichThereIsNoRoomIsRefused() {
        Runs runs = runs(SomeSettings.of(9, 1, 2, TEN_MILLIS, LONG, LONG, 100));
        Run run = admitted(runs.start(Experiments.chain(1, 1000), RunOptions.AT_FULL_SPEED));
        run.command(new Command.Tune(Tuning.NONE.withBatchSize(0)));
        awaitProblem(run, "run.noMemory");
        assertThat(run.experiment().training().batchSize()).isEqualTo(10);
    }

    @Test
    void abandonedRunsPauseAndGiveTheirMemoryBack() {
        Runs runs = runs(settings(9, Duration.ofMillis(50), LONG));
        Run run = admitted(runs.start(Experiments.epochs(1_000_000), new RunOptions(100)));
        Viewer viewer = run.watch(View.STANDARD, Cursor.START);
        run.command(new Command.Play());
        await().until(() -> run.status().at().step() > 10);
        assertThat(run.status().viewers()).isEqualTo(1);
        viewer.close();
        await().until(() -> run.status().state() == RunState.PAUSED && engine.open.get() == 0);
        int before = engine.opened.get();
        run.command(new Command.StepOnce());
        await().until(() -> engine.opened.get() > before);
    }

    @Test
    void longAbandonedRunsAreClosed() {
        Runs runs = runs(settings(9, LONG, Duration.ofMillis(50)));
        Run run = admitted(runs.start(Experiments.epochs(1_000_000), new RunOptions(100)));
        run.command(new Command.Play());
        await().until(() -> run.status().state() == RunState.CLOSED && engine.open.get() == 0);
        assertThat(runs.find(run.id())).isEmpty();
        assertThat(runs.isOver(run.id())).isTrue();
        assertThat(runs.isOver(new RunId("another"))).isFalse();
    }

    @Test
    void listenersHearOfEveryChangeOfState() {
        Run run = start(2);
        List<RunState> heard = new CopyOnWriteArrayList<>();
        Run.Registration registration = run.onChange(status -> heard.add(status.state()));
        run.command(new Command.Play());
        awaitEnd(run, EndReason.EPOCHS);
        await().until(() -> heard.contains(RunState.ENDED));
        registration.end();
        int count = heard.size();
        run.command(new Command.Reset());
        await().until(() -> run.status().at().attempt() == 1);
        assertThat(heard).hasSize(count);
    }

    @Test
    void aViewerSeesExamplesCurveAndBoundary() throws InterruptedException {
        Run run = start(5);
        try (Viewer viewer = run.watch(new View(60, 25, true), Cursor.START)) {
            List<Frame> frames = readUntil(viewer, Frame.Boundary.class::isInstance);
            Frame.Points points = only(frames, Frame.Points.class);
            assertThat(points.train() + points.test()).isEqualTo(100);
            Frame.Boundary boundary = only(frames, Frame.Boundary.class);
            assertThat(boundary.width()).isEqualTo(25);
            assertThat(boundary.channels()).isEqualTo(3);
            assertThat(boundary.at().step()).isZero();
            run.command(new Command.Play());
            List<Frame> more =
                    readUntil(
                            viewer,
                            frame -> frame instanceof Frame.Boundary b && b.at().step() == 40);
            assertThat(metrics(frames, more)).isEqualTo(curve(run));
        }
    }

    @Test
    void aViewerThatDoesNotReadMissesNoPoint() throws InterruptedException {
        Run run = start(30);
        try (Viewer viewer = run.watch(new View(60, 25, true), Cursor.START)) {
            List<Frame> frames = viewer.next();
            run.command(new Command.Play());
            awaitEnd(run, EndReason.EPOCHS);
            List<Frame> more =
                    readUntil(
                            viewer,
                            frame -> frame instanceof Frame.Boundary b && b.at().step() == 240);
            assertThat(metrics(frames, more)).isEqualTo(curve(run));
            assertThat(more.stream().filter(Frame.Boundary.class::isInstance).count())
                    .isLessThanOrEqualTo(2);
        }
    }

    @Test
    void aViewerThatReadsNothingMakesNoWork() throws InterruptedException {
        Run run = startEndless();
        try (Viewer viewer = run.watch(new View(60, 25, true), Cursor.START)) {
            readUntil(viewer, Frame.Boundary.class::isInstance);
            run.command(new Command.Play());
            await().until(() -> run.status().at().step() > 1000);
            assertThat(engine.drawn()).isLessThanOrEqualTo(2);
            readUntil(viewer, frame -> frame instanceof Frame.Boundary b && b.at().step() > 0);
        }
    }

    @Test
    void aBoundaryShowsOneMomentThoughItIsDrawnInManySlices() throws InterruptedException {
        Duration blink = Duration.ofNanos(1);
        Runs runs = runs(SomeSettings.of(9, 1000, 2, blink, LONG, LONG, 100));
        Run run = admitted(runs.start(Experiments.epochs(1_000_000), RunOptions.AT_FULL_SPEED));
        run.command(new Command.Play());
        try (Viewer viewer = run.watch(View.STANDARD, Cursor.START)) {
            for (int i = 0; i < 10; i++) {
                List<Frame> frames = readUntil(viewer, Frame.Boundary.class::isInstance);
                byte[] values = only(frames, Frame.Boundary.class).values();
                assertThat(values).hasSize(3 * 100 * 100).containsOnly(values[0]);
            }
        }
    }

    @Test
    void whoChangesItsMindAgainAndAgainGetsNoMoreDrawings() throws InterruptedException {
        Run run = start(3);
        try (Viewer viewer = run.watch(new View(60, 25, true), Cursor.START)) {
            for (int i = 0; i < 20; i++) {
                int grid = i % 2 == 0 ? 25 : 50;
                viewer.show(new View(60, grid, true));
                readUntil(viewer, frame -> frame instanceof Frame.Boundary b && b.width() == grid);
            }
        }
        assertThat(engine.drawn()).isEqualTo(1 + 3);
    }

    @Test
    void thereIsRoomForSoManyViewers() {
        Run run = start(3);
        for (int i = 0; i < 3; i++) {
            run.watch(View.STANDARD, Cursor.START);
        }
        assertThatThrownBy(() -> run.watch(View.STANDARD, Cursor.START))
                .isInstanceOf(TooManyViewers.class);
        assertThat(run.status().viewers()).isEqualTo(3);
    }

    @Test
    void boundariesAreNotComputedForWhoDoesNotWantThem() throws InterruptedException {
        Run run = start(30);
        try (Viewer viewer = run.watch(new View(60, 25, false), Cursor.START)) {
            run.command(new Command.Play());
            List<Frame> frames =
                    readUntil(
                            viewer,
                            frame ->
                                    frame instanceof Frame.State state
                                            && state.state() == RunState.ENDED);
            assertThat(frames).noneMatch(Frame.Boundary.class::isInstance);
            viewer.show(new View(60, 25, true));
            readUntil(viewer, frame -> frame instanceof Frame.Boundary b && b.at().step() == 240);
        }
    }

    @Test
    void layersAndUnitsAreLookedAtForWhoWantsThem() throws InterruptedException {
        Run run = startEndless();
        run.command(new Command.Play());
        try (Viewer viewer = run.watch(new View(60, 25, false), Cursor.START)) {
            List<Frame> frames = readUntil(viewer, frame -> frame.at().step() > 500);
            assertThat(frames)
                    .noneMatch(Frame.Layers.class::isInstance)
                    .noneMatch(Frame.Units.class::isInstance);
            viewer.show(new View(60, 25, false, false, true, false));
            frames = readUntil(viewer, Frame.Layers.class::isInstance);
            assertThat(frames).noneMatch(Frame.Units.class::isInstance);
            assertThat(only(frames, Frame.Layers.class).report().rows()).isEqualTo(10);
            viewer.show(new View(60, 25, false, false, false, true));
            readUntil(viewer, Frame.Units.class::isInstance);
            frames =
                    readUntil(viewer, frame -> frame instanceof Frame.Units u && u.at().step() > 0);
            assertThat(frames).noneMatch(Frame.Layers.class::isInstance);
        }
    }

    @Test
    void ofALargeLayerSomeUnitsAreDrawn() throws InterruptedException {
        Run run = start(3);
        View units = new View(60, 25, false, false, false, true);
        try (Viewer viewer = run.watch(units, Cursor.START)) {
            List<Frame> frames = readUntil(viewer, Frame.Units.class::isInstance);
            UnitPictures pictures = only(frames, Frame.Units.class).pictures();
            assertThat(pictures.banks()).hasSize(1);
            assertThat(pictures.banks().getFirst().units()).isEqualTo(40);
            assertThat(pictures.banks().getFirst().pictures())
                    .extracting(UnitPictures.Picture::unit)
                    .containsExactly(0, 2, 5, 7, 10, 12, 15, 17, 20, 22, 25, 27, 30, 32, 35, 37);
            UnitPictures.Picture second = pictures.banks().getFirst().pictures().get(1);
            assertThat(second.least()).isEqualTo(2);
            assertThat(second.greatest()).isEqualTo(2);
            assertThat(second.values()).hasSize(32 * 32);
        }
    }

    @Test
    void aViewerThatReturnsGoesOnBehindWhatItHas() throws InterruptedException {
        Run run = start(30);
        run.command(new Command.Play());
        awaitEnd(run, EndReason.EPOCHS);
        try (Viewer viewer = run.watch(View.STANDARD, new Cursor(0, 4))) {
            Frame.Metrics metrics =
                    only(readUntil(viewer, Frame.Metrics.class::isInstance), Frame.Metrics.class);
            assertThat(metrics.firstIndex()).isEqualTo(4);
            assertThat(metrics.points()).isEqualTo(curve(run).subList(4, curve(run).size()));
        }
        try (Viewer viewer = run.watch(View.STANDARD, new Cursor(9, 4))) {
            Frame.Metrics metrics =
                    only(readUntil(viewer, Frame.Metrics.class::isInstance), Frame.Metrics.class);
            assertThat(metrics.firstIndex()).isZero();
        }
    }

    @Test
    void nothingOfAnOldAttemptIsShownAfterAReset() throws InterruptedException {
        Run run = start(30);
        run.command(new Command.Play());
        awaitEnd(run, EndReason.EPOCHS);
        try (Viewer viewer = run.watch(View.STANDARD, Cursor.START)) {
            readUntil(viewer, Frame.Boundary.class::isInstance);
            run.command(new Command.Reset());
            List<Frame> frames =
                    readUntil(
                            viewer,
                            frame -> frame instanceof Frame.Boundary b && b.at().attempt() == 1);
            List<Integer> attempts = frames.stream().map(frame -> frame.at().attempt()).toList();
            assertThat(attempts).isSorted();
        }
    }

    @Test
    void whoWatchesAClosedRunIsToldSo() throws InterruptedException {
        Run run = start(3);
        Viewer viewer = run.watch(View.STANDARD, Cursor.START);
        run.close();
        List<Frame> frames =
                readUntil(
                        viewer,
                        frame ->
                                frame instanceof Frame.State state
                                        && state.state() == RunState.CLOSED);
        assertThat(frames).isNotEmpty();
        viewer.close();
    }

    /** Paced, or the fake would be through at once. */
    private Run startEndless() {
        return admitted(
                runs(settings(100, LONG, LONG))
                        .start(Experiments.epochs(1_000_000), new RunOptions(2000)));
    }

    private Run start(int epochs) {
        return admitted(
                runs(settings(100, LONG, LONG))
                        .start(Experiments.epochs(epochs), RunOptions.AT_FULL_SPEED));
    }

    private Runs runs(RunSettings settings) {
        RunRegistry registry = new RunRegistry(engine, settings);
        registries.add(registry);
        return registry;
    }

    private static RunSettings settings(int max, Duration pauseAfter, Duration closeAfter) {
        return SomeSettings.of(max, 1000, 2, TEN_MILLIS, pauseAfter, closeAfter, 3);
    }

    private static Run admitted(Admission admission) {
        return ((Admission.Admitted) admission).run();
    }

    private static void awaitProblem(Run run, String code) {
        await().until(() -> run.status().problem().map(Problem::code).equals(Optional.of(code)));
    }

    private static void awaitEnd(Run run, EndReason reason) {
        await().pollInterval(Duration.ofMillis(5))
                .until(() ->
                        run.status().state() == RunState.ENDED && run.status().reason() == reason);
    }

    /** All points of the present attempt. */
    private static List<MetricPoint> curve(Run run) {
        try (Viewer viewer = run.watch(new View(60, 25, false), Cursor.START)) {
            List<Frame> frames = readUntil(viewer, Frame.Metrics.class::isInstance);
            return only(frames, Frame.Metrics.class).points();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Frame> readUntil(Viewer viewer, Predicate<Frame> enough)
            throws InterruptedException {
        List<Frame> frames = new ArrayList<>();
        while (frames.stream().noneMatch(enough)) {
            frames.addAll(viewer.next());
        }
        return frames;
    }

    private static List<MetricPoint> metrics(List<Frame> first, List<Frame> rest) {
        List<MetricPoint> points = new ArrayList<>();
        Stream.concat(first.stream(), rest.stream())
                .filter(Frame.Metrics.class::isInstance)
                .map(Frame.Metrics.class::cast)
                .forEach(metrics -> {
                    assertThat(metrics.firstIndex()).isEqualTo(points.size());
                    points.addAll(metrics.points());
                });
        return points;
    }

    private static <T extends Frame> T only(List<Frame> frames, Class<T> type) {
        return frames.stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
    }
}
