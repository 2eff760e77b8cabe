package dev.spirallab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.spirallab.dataset.Library;
import dev.spirallab.engine.Edit;
import dev.spirallab.engine.NodeTensor;
import dev.spirallab.engine.Tuning;
import dev.spirallab.frame.EndReason;
import dev.spirallab.frame.Frame;
import dev.spirallab.frame.MetricPoint;
import dev.spirallab.frame.RunState;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.run.FakeTraining.Behaviour;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.training.EarlyStopping;
import dev.spirallab.spec.training.Figure;
import dev.spirallab.validation.Limits;
import dev.spirallab.validation.ValidationResult.Valid;
import dev.spirallab.validation.Validator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runs that are kept, and come back. */
class KeptRunsTest {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration OFTEN = Duration.ofMillis(20);
    private final OwnerId owner = OwnerId.random();
    private final RunOptions mine = RunOptions.AT_FULL_SPEED.withOwner(owner);
    private final MemoryShelf shelf = new MemoryShelf();
    private final List<RunRegistry> registries = new ArrayList<>();
    private FakeEngine engine = new FakeEngine();

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
    void aRunIsFoundAgainWhereItWasPausedAndGoesOnAsIfNothingHadHappened() {
        Run run = admitted(registry().start(Experiments.epochs(400), mine.withPace(2000)));
        run.command(new Command.Play());
        await().until(() -> run.status().at().step() > 300);
        run.command(new Command.Pause());
        await().until(() -> run.status().state() == RunState.PAUSED);
        RunStatus left = run.status();
        History curve = run.history(0);
        registries.getFirst().close();

        Runs later = registry();
        Run again = later.find(owner, run.id()).orElseThrow();
        assertThat(again.status()).isEqualTo(left);
        assertThat(again.history(0)).isEqualTo(curve);
        assertThat(again.experiment()).isEqualTo(run.experiment());
        assertThat(later.find(OwnerId.random(), run.id())).isEmpty();
        again.command(new Command.Play());
        awaitEnd(again, EndReason.EPOCHS);
        assertThat(points(again)).isEqualTo(uninterrupted(Experiments.epochs(400), 2000));
    }

    @Test
    void fromWhereverItIsLeftARunEndsTheSame() {
        assertEndsTheSame(Experiments.epochs(400), EndReason.EPOCHS);
    }

    @Test
    void thePatienceOfEarlyStoppingIsKept() {
        engine = new FakeEngine(Behaviour.OVERFITS);
        EarlyStopping rule = new EarlyStopping(300, Figure.testLoss, 0);
        assertEndsTheSame(
                Experiments.valid(
                        Experiments.training(
                                Optional.of(1000),
                                Optional.empty(),
                                Optional.of(rule),
                                Optional.empty(),
                                10)),
                EndReason.EARLY_STOPPING);
    }

    @Test
    void aRunWhoseSavepointIsOlderCatchesUpWithItsPoints() {
        shelf.rare = true;
        assertEndsTheSame(Experiments.epochs(400), EndReason.EPOCHS);
    }

    /** Kept as often as possible, and left at some of the moments at which it was kept. */
    private void assertEndsTheSame(Valid valid, EndReason reason) {
        Run run = admitted(registry(OFTEN).start(valid, mine.withPace(4000)));
        run.command(new Command.Play());
        awaitEnd(run, reason);
        List<MetricPoint> whole = points(run);
        RunStatus end = run.status();
        registries.getFirst().close();
        int tried = 0;
        for (int i = 0; i < shelf.states.size(); i += Math.max(1, shelf.states.size() / 6)) {
            KeptRun left = shelf.states.get(i);
            Run again = registry(new MemoryShelf(left)).find(left.id()).orElseThrow();
            assertThat(points(again)).isEqualTo(whole.subList(0, left.points().size()));
            assertThat(again.status().at()).isEqualTo(left.status().at());
            if (left.status().state() != RunState.ENDED) {
                again.command(new Command.Play());
            }
            awaitEnd(again, reason);
            assertThat(points(again)).isEqualTo(whole);
            assertThat(again.status().at()).isEqualTo(end.at());
            tried++;
        }
        assertThat(tried).isGreaterThan(4);
    }

    @Test
    void settingsTunedAreKeptAndTheScheduleGoesOnAsItBegan() {
        Run run = admitted(registry().start(Experiments.epochs(1_000_000), mine.withPace(2000)));
        run.command(new Command.Play());
        run.command(new Command.Tune(Tuning.NONE.withLearningRate(0.25).withBatchSize(20)));
        await().until(() -> run.status().at().epoch() > 3);
        await().until(() -> kept(run).experiment().equals(run.experiment()));
        Run again = registry(new MemoryShelf(kept(run))).find(run.id()).orElseThrow();
        assertThat(again.experiment().training().batchSize()).isEqualTo(20);
        assertThat(again.status().learningRate()).isEqualTo(0.25);
        assertThat(LoopState.of(kept(run)).spec().batchSize()).isEqualTo(10);
    }

    @Test
    void aWeightSetByHandIsKeptAtOnceAndTheRunGoesOnFromIt() {
        Run run = admitted(registry().start(Experiments.epochs(20), mine));
        run.command(new Command.StepEpoch());
        await().until(() -> stateKept(run, RunState.PAUSED, 8, 0));
        byte[] before = kept(run).savepoint().orElseThrow().bytes();
        run.command(new Command.SetWeight(new Edit("only", "weight", 0, 0.625f)));
        await().until(() -> !Arrays.equals(kept(run).savepoint().orElseThrow().bytes(), before));
        KeptRun edited = kept(run);
        assertThat(edited.status().byHand()).containsExactly(ByHand.WEIGHT);
        run.command(new Command.Play());
        awaitEnd(run, EndReason.EPOCHS);
        Run again = registry(new MemoryShelf(edited)).find(run.id()).orElseThrow();
        assertThat(again.weights().join().get("only").weight()).containsExactly(0.625f);
        assertThat(again.status().byHand()).containsExactly(ByHand.WEIGHT);
        again.command(new Command.Play());
        awaitEnd(again, EndReason.EPOCHS);
        assertThat(points(again)).isEqualTo(points(run));
    }

    @Test
    void whoComesBackRemembersTheMomentsOfItsWay() {
        Run run = admitted(registry().start(Experiments.epochs(20), mine));
        run.command(new Command.Play());
        awaitEnd(run, EndReason.EPOCHS);
        await().until(() -> lastMomentKept(run) == 160);
        KeptRun kept = kept(run);
        Run again = registry(new MemoryShelf(kept)).find(run.id()).orElseThrow();
        for (MetricPoint point : points(run)) {
            assertThat(again.tensorsAt(point.step()).join())
                    .isPresent()
                    .usingRecursiveComparison()
                    .isEqualTo(run.tensorsAt(point.step()).join());
        }
        assertThat(again.tensorsAt(81).join()).isEmpty();
        again.command(new Command.Reset());
        await().until(() -> again.status().at().attempt() == 1);
        assertThat(again.tensorsAt(80).join()).isEmpty();
    }

    @Test
    void whatWasTornFromItsTrainingRemembersMomentsTooAndAddsToThem() {
        Run run = admitted(registry(OFTEN).start(endless(), mine.withPace(2000)));
        run.command(new Command.Play());
        await().until(() ->
                shelf.find(run.id()).map(KeptRunsTest::lastMomentKept).orElse(-1L) > 100);
        KeptRun torn = kept(run);
        assertThat(torn.status().state()).isEqualTo(RunState.RUNNING);
        MemoryShelf later = new MemoryShelf(torn);
        Run again = registry(later).find(run.id()).orElseThrow();
        long last = lastMomentKept(torn);
        again.command(new Command.Play());
        await().until(() -> again.status().at().step() > 2 * last);
        again.command(new Command.Pause());
        await().until(() ->
                later.find(run.id()).map(KeptRunsTest::lastMomentKept).orElse(0L) > last);
        List<Milestone> moments = moments(later.find(run.id()).orElseThrow());
        assertThat(moments).extracting(moment -> moment.at().step()).isSorted().contains(0L);
        assertThat(moments.get(1).at().step()).isLessThanOrEqualTo(last);
    }

    private long lastMomentKept(Run run) {
        return lastMomentKept(kept(run));
    }

    private static long lastMomentKept(KeptRun kept) {
        List<Milestone> moments = moments(kept);
        return moments.isEmpty() ? -1 : moments.getLast().at().step();
    }

    private static List<Milestone> moments(KeptRun kept) {
        return kept.album().map(album -> album.milestones(_ -> true)).orElse(List.of());
    }

    @Test
    void whatHasNotBegunAndWhatIsNobodysIsNotKept() {
        Runs runs = registry(OFTEN);
        Run idle = admitted(runs.start(Experiments.epochs(5), mine));
        Run nobodys = admitted(runs.start(Experiments.epochs(5), RunOptions.AT_FULL_SPEED));
        nobodys.command(new Command.Play());
        awaitEnd(nobodys, EndReason.EPOCHS);
        await().until(() -> idle.status().latest().isPresent());
        registries.getFirst().close();
        assertThat(shelf.states).isEmpty();
    }

    @Test
    void eachStepByHandAResetAndAnEndAreKeptAtOnce() {
        Run run = admitted(registry().start(Experiments.epochs(2), mine));
        run.command(new Command.StepOnce());
        await().until(() -> stateKept(run, RunState.PAUSED, 1, 0));
        run.command(new Command.StepEpoch());
        await().until(() -> stateKept(run, RunState.PAUSED, 8, 0));
        run.command(new Command.Play());
        await().until(() -> stateKept(run, RunState.ENDED, 16, 0));
        run.command(new Command.Reset());
        await().until(() -> stateKept(run, RunState.READY, 0, 1));
        assertThat(kept(run).points()).hasSize(1);
    }

    @Test
    void aShelfThatBreaksHoldsUpNothingAndMissesNothing() {
        shelf.broken = true;
        Run run = admitted(registry(OFTEN).start(Experiments.epochs(200), mine.withPace(4000)));
        run.command(new Command.Play());
        await().until(() -> run.status().at().step() > 400);
        shelf.broken = false;
        awaitEnd(run, EndReason.EPOCHS);
        await().until(() -> stateKept(run, RunState.ENDED, 1600, 0));
        assertThat(kept(run).points()).isEqualTo(points(run));
    }

    @Test
    void aRunOnTheShelfThatLostPointsIsKeptAnew() {
        Run run = admitted(registry().start(Experiments.epochs(1000), mine));
        run.command(new Command.StepEpoch());
        await().until(() -> stateKept(run, RunState.PAUSED, 8, 0));
        shelf.deleteAll(owner);
        run.command(new Command.StepEpoch());
        await().until(() -> stateKept(run, RunState.PAUSED, 16, 0));
        assertThat(kept(run).points()).isEqualTo(points(run));
        await().until(() -> kept(run).savepoint().isPresent());
    }

    @Test
    void aRunThatLostPointsIsKeptWholeThoughItIsClosed() {
        Run run = admitted(registry().start(Experiments.epochs(1000), mine));
        run.command(new Command.StepEpoch());
        await().until(() -> stateKept(run, RunState.PAUSED, 8, 0));
        shelf.deleteAll(owner);
        run.command(new Command.StepEpoch());
        await().until(() -> run.status().at().step() == 16);
        List<MetricPoint> whole = points(run);
        registries.getFirst().close();
        assertThat(kept(run).points()).isEqualTo(whole);
        assertThat(kept(run).savepoint()).isPresent();
    }

    @Test
    void aRunThatCannotBeKeptNowHoldsUpNoOther() {
        RunRegistry runs = registry(OFTEN);
        Run stuck = admitted(runs.start(Experiments.epochs(1000), mine));
        shelf.refused = Optional.of(stuck.id());
        stuck.command(new Command.StepEpoch());
        await().until(() -> shelf.refusals.get() > 0);
        Run good = admitted(runs.start(Experiments.epochs(1000), mine));
        for (int epoch = 1; epoch <= 20; epoch++) {
            int step = 8 * epoch;
            good.command(new Command.StepEpoch());
            await().pollInterval(Duration.ofMillis(2))
                    .until(() -> stateKept(good, RunState.PAUSED, step, 0));
        }
        assertThat(shelf.refusals.get()).isLessThan(20);
        shelf.refused = Optional.empty();
        await().until(() -> stateKept(stuck, RunState.PAUSED, 8, 0));
    }

    @Test
    void whatCanNeverBeKeptIsTriedOnce() {
        RunRegistry runs = registry(OFTEN);
        Run run = admitted(runs.start(Experiments.epochs(1000), mine));
        shelf.unkeepable = true;
        run.command(new Command.StepEpoch());
        await().until(() -> shelf.refusals.get() > 0);
        run.command(new Command.StepEpoch());
        await().until(() -> run.status().at().step() == 16);
        registries.getFirst().close();
        assertThat(shelf.refusals).hasValue(1);
    }

    @Test
    void aRunOfAnExperimentThatCannotBeKeptIsRefusedUnlessItIsNobodys() {
        shelf.obstacle = Optional.of(Problem.of("json.tooLarge", "", Map.of()));
        RunRegistry runs = registry();
        assertThat(runs.start(Experiments.epochs(2), mine))
                .isEqualTo(new Admission.Refused(shelf.obstacle.orElseThrow()));
        assertThat(runs.start(Experiments.epochs(2), RunOptions.AT_FULL_SPEED))
                .isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void runsThatAreBroughtBackToWorkCountLikeNewOnes() {
        RunRegistry runs = registry(OFTEN);
        Run early = admitted(runs.start(endless(), mine.withPace(100)));
        early.command(new Command.StepOnce());
        await().until(() -> stateKept(early, RunState.PAUSED, 1, 0));
        List<Run> others = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Run other = admitted(runs.start(endless(), mine.withPace(100)));
            other.command(new Command.Play());
            await().until(() -> other.status().state() == RunState.RUNNING);
            others.add(other);
        }
        Run again = runs.find(owner, early.id()).orElseThrow();
        assertThat(again).isNotSameAs(early);

        again.command(new Command.Play());

        await().until(() -> problem(again).equals(Optional.of("run.tooManyOfYours")));
        assertThat(again.status().state()).isEqualTo(RunState.PAUSED);
        others.getFirst().command(new Command.Pause());
        await().until(() -> others.getFirst().status().state() == RunState.PAUSED);
        again.command(new Command.Play());
        await().until(() -> again.status().state() == RunState.RUNNING);
        await().until(() -> others.getFirst().status().state() == RunState.CLOSED);
    }

    @Test
    void aRunIsBroughtBackOnlyWhereThereIsRoomToLookAtIt() {
        Run early = admitted(registry().start(endless(), mine));
        early.command(new Command.StepOnce());
        await().until(() -> stateKept(early, RunState.PAUSED, 1, 0));
        registries.getFirst().close();
        RunSettings one = SomeSettings.of(1, 1000, 1, OFTEN, LONG, LONG, 9);
        RunRegistry runs = registry(one, shelf);
        Run other = admitted(runs.start(endless(), RunOptions.AT_FULL_SPEED));
        assertThat(runs.find(early.id())).isEmpty();
        other.close();
        await().until(() -> runs.find(early.id()).isPresent());
    }

    private static Valid endless() {
        return Experiments.epochs(1_000_000);
    }

    @Test
    void whatNobodyWatchedForLongIsClosedAndComesBack() {
        RunSettings settings =
                new RunSettings(
                        9,
                        4,
                        100,
                        1,
                        OFTEN,
                        Duration.ofMillis(50),
                        Duration.ofMillis(100),
                        9,
                        LONG);
        Runs runs = registry(settings, shelf);
        Run run = admitted(runs.start(Experiments.epochs(1_000_000), mine.withPace(1000)));
        run.command(new Command.Play());
        await().until(() -> run.status().state() == RunState.CLOSED);
        Run again = runs.find(run.id()).orElseThrow();
        assertThat(again).isNotSameAs(run);
        assertThat(again.status().state()).isEqualTo(RunState.PAUSED);
        assertThat(points(again)).isNotEmpty();
    }

    @Test
    void anUnattendedRunGoesOnThoughNobodyWatchesIt() {
        RunSettings settings =
                new RunSettings(
                        9,
                        4,
                        100,
                        1,
                        OFTEN,
                        Duration.ofMillis(50),
                        Duration.ofMillis(100),
                        9,
                        LONG);
        RunOptions unattended = new RunOptions(2000, Optional.of(owner), Optional.empty(), true);
        Run run = admitted(registry(settings, shelf).start(Experiments.epochs(500), unattended));
        run.command(new Command.Play());
        await().until(() -> stateKept(run, RunState.ENDED, 4000, 0));
    }

    @Test
    void aRunClosedAMomentAgoComesBackAsItWasLast() {
        Runs runs = registry();
        Run run = admitted(runs.start(Experiments.epochs(1_000_000), mine.withPace(2000)));
        run.command(new Command.Play());
        await().until(() -> run.status().at().step() > 100);
        run.close();
        Run again = runs.find(owner, run.id()).orElseThrow();
        assertThat(again.status().at().step()).isGreaterThan(100);
        run.command(new Command.Play());
        run.close();
        registries.getFirst().close();
        assertThat(kept(run).status().state()).isIn(RunState.RUNNING, RunState.PAUSED);
        assertThat(kept(run).points()).isNotEmpty();
    }

    @Test
    void aCopyIsAPictureThatNeverChangesAndTakesNoNativeMemory() throws InterruptedException {
        Runs runs = registry();
        Run run = admitted(runs.start(Experiments.epochs(1_000_000), mine.withPace(2000)));
        run.command(new Command.Play());
        await().until(() -> run.status().at().step() > 100);
        RunId copy = runs.copy(owner, run.id()).orElseThrow();
        assertThat(runs.copy(OwnerId.random(), run.id())).isEmpty();
        run.close();
        await().until(() -> engine.open.get() == 0);
        int opened = engine.opened.get();

        Run shown = registry().find(copy).orElseThrow();
        shown.command(new Command.Play());
        try (Viewer viewer = shown.watch(new View(60, 50, true), Cursor.START)) {
            Frame.Boundary boundary = first(viewer, Frame.Boundary.class);
            assertThat(boundary.at()).isEqualTo(shown.status().at());
            assertThat(boundary.width()).isEqualTo(100);
        }
        try (Viewer viewer = shown.watch(View.STANDARD, Cursor.START)) {
            assertThat(first(viewer, Frame.Points.class).points()).isNotEmpty();
        }
        assertThat(shown.status().state()).isEqualTo(RunState.PAUSED);
        assertThat(engine.opened).hasValue(opened);
        assertThat(registries.getLast().find(owner, copy)).isEmpty();
        assertThat(shown.weights().join()).isNotNull();
    }

    /** However few pieces of its picture are drawn in a slice. */
    @Test
    void aRunThatIsOverIsCopiedToo() {
        Duration tiny = Duration.ofNanos(1);
        Runs runs = registry(new RunSettings(9, 4, 100, 1, tiny, LONG, LONG, 9, LONG), shelf);
        Run run = admitted(runs.start(Experiments.epochs(3), mine));
        run.command(new Command.Play());
        awaitEnd(run, EndReason.EPOCHS);
        await().until(() -> engine.open.get() == 0);
        RunId copy = runs.copy(owner, run.id()).orElseThrow();
        assertThat(runs.find(copy).orElseThrow().status().at()).isEqualTo(run.status().at());
    }

    @Test
    void whatWasCopiedGoesOnAsARunOfOnesOwn() {
        Runs runs = registry();
        Run run = admitted(runs.start(Experiments.epochs(100), mine.withPace(2000)));
        run.command(new Command.Play());
        await().until(() -> run.status().at().step() > 100);
        RunId copy = runs.copy(owner, run.id()).orElseThrow();
        OwnerId other = OwnerId.random();
        Run fork = admitted(runs.resume(copy, mine.withOwner(other).withPace(2000)));
        assertThat(fork.id()).isNotEqualTo(copy);
        assertThat(fork.status().state()).isEqualTo(RunState.PAUSED);
        fork.command(new Command.Play());
        awaitEnd(fork, EndReason.EPOCHS);
        assertThat(points(fork)).isEqualTo(uninterrupted(Experiments.epochs(100), 2000));
        await().until(() -> stateKept(fork, RunState.ENDED, 800, 0));
        assertThat(kept(fork).points()).isEqualTo(points(fork));
        assertThat(runs.list(other)).extracting(RunSummary::id).containsExactly(fork.id());

        runs.deleteCopy(copy);
        assertThat(runs.find(copy)).isEmpty();
        assertThat(runs.resume(copy, mine)).isInstanceOf(Admission.Refused.class);
    }

    @Test
    void whatAnotherVersionKeptShowsItsCurveAndStartsAnew() {
        Run run = admitted(registry().start(Experiments.epochs(3), mine));
        run.command(new Command.StepEpoch());
        await().until(() -> stateKept(run, RunState.PAUSED, 8, 0));
        KeptRun strange = withSavepoint(kept(run), new Savepoint(new byte[] {1, 2, 3, 4}));

        Runs later = registry(new MemoryShelf(strange));
        Run again = later.find(run.id()).orElseThrow();
        await().until(() -> problem(again).equals(Optional.of("run.cannotGoOn")));
        assertThat(points(again)).isEqualTo(points(run));
        assertThat(again.status().at()).isEqualTo(run.status().at());
        assertThat(later.resume(run.id(), mine)).isInstanceOf(Admission.Refused.class);
        again.command(new Command.Play());
        awaitEnd(again, EndReason.EPOCHS);
        assertThat(again.status().at().attempt()).isEqualTo(1);
    }

    @Test
    void whatTheLimitsForbidByNowMayBeLookedAt() {
        Run run = admitted(registry().start(Experiments.epochs(3), mine));
        run.command(new Command.StepEpoch());
        await().until(() -> stateKept(run, RunState.PAUSED, 8, 0));
        Validator strict = new Validator(new Limits(10, 1 << 30, 1 << 30, 500, 2000, 200));
        RunRegistry later =
                new RunRegistry(
                        engine,
                        strict,
                        Library.withoutFiles(),
                        SomeSettings.keeping(LONG),
                        new MemoryShelf(kept(run)));
        registries.add(later);
        Run again = later.find(run.id()).orElseThrow();
        assertThat(problem(again)).contains("run.cannotGoOn");
        assertThat(points(again)).isEqualTo(points(run));
    }

    @Test
    void whoHasManyRunsGivesUpTheOldestThatRestsAndIsToldWhenNoneDoes() {
        Runs runs = registry();
        Run first = admitted(runs.start(Experiments.epochs(3), mine));
        first.command(new Command.StepEpoch());
        await().until(() -> stateKept(first, RunState.PAUSED, 8, 0));
        for (int i = 0; i < 3; i++) {
            admitted(runs.start(Experiments.epochs(1_000_000), mine.withPace(100)))
                    .command(new Command.Play());
        }
        Run fifth = admitted(runs.start(Experiments.epochs(1_000_000), mine.withPace(100)));
        fifth.command(new Command.Play());
        await().until(() -> fifth.status().state() == RunState.RUNNING);
        assertThat(first.status().state()).isEqualTo(RunState.CLOSED);
        await().until(() ->
                runs.start(Experiments.epochs(3), mine)
                                instanceof Admission.Refused(Problem problem)
                        && problem.code().equals("run.tooManyOfYours"));
        assertThat(runs.start(Experiments.epochs(3), mine.withOwner(OwnerId.random())))
                .isInstanceOf(Admission.Admitted.class);
        assertThat(runs.find(owner, first.id())).isPresent();
    }

    @Test
    void whatIsDeletedIsGoneAndStaysSo() {
        UUID experiment = UUID.randomUUID();
        RunRegistry runs = registry(OFTEN);
        Run one = admitted(runs.start(Experiments.epochs(1_000_000), mine.withPace(2000)));
        Run other =
                admitted(
                        runs.start(
                                Experiments.epochs(1_000_000),
                                mine.withPace(2000).withOf(experiment)));
        List.of(one, other).forEach(run -> run.command(new Command.Play()));
        await().until(() -> runs.list(owner).size() == 2);
        assertThat(runs.delete(OwnerId.random(), one.id())).isFalse();
        assertThat(runs.delete(owner, one.id())).isTrue();
        runs.deleteOf(owner, experiment);
        registries.getFirst().close();
        assertThat(shelf.list(owner)).isEmpty();
        assertThat(runs.find(one.id())).isEmpty();
    }

    @Test
    void aRunThatBeganWithGivenWeightsBeginsWithThemAgainWhenItIsResetAfterItCameBack() {
        NodeTensor given = new NodeTensor("only", "weight", List.of(1), new float[] {0.375f});
        Run run =
                admitted(
                        registry()
                                .start(
                                        Experiments.epochs(400),
                                        mine.withPace(2000),
                                        List.of(given)));
        run.command(new Command.StepOnce());
        await().until(() -> run.status().at().step() == 1);
        float first = points(run).getFirst().trainLoss();
        registries.getFirst().close();

        Runs later = registry();
        Run again = later.find(owner, run.id()).orElseThrow();
        assertBeginsWith(first, again);
        assertBeginsWith(first, admitted(later.resume(run.id(), mine)));
        assertThat(first).isNotEqualTo(startOfItsOwn());
    }

    private static void assertBeginsWith(float loss, Run run) {
        int before = run.status().at().attempt();
        run.command(new Command.Reset());
        await().until(() -> run.history(0).attempt() > before && !points(run).isEmpty());
        assertThat(points(run).getFirst().trainLoss()).isEqualTo(loss);
    }

    private float startOfItsOwn() {
        return uninterrupted(Experiments.epochs(1), 2000).getFirst().trainLoss();
    }

    @Test
    void whatWasOnesIsTheOthers() {
        RunRegistry runs = registry(OFTEN);
        Run run = admitted(runs.start(Experiments.epochs(1_000_000), mine.withPace(2000)));
        run.command(new Command.Play());
        await().until(() -> !runs.list(owner).isEmpty());
        OwnerId other = OwnerId.random();
        runs.move(owner, other);
        assertThat(runs.find(other, run.id())).contains(run);
        assertThat(runs.find(owner, run.id())).isEmpty();
        registries.getFirst().close();
        assertThat(shelf.list(owner)).isEmpty();
        assertThat(shelf.list(other)).hasSize(1);
    }

    private KeptRun kept(Run run) {
        return shelf.find(run.id()).orElseThrow();
    }

    private boolean stateKept(Run run, RunState state, long step, int attempt) {
        return shelf.find(run.id())
                .map(KeptRun::status)
                .filter(status -> status.state() == state)
                .filter(status -> status.at().step() == step && status.at().attempt() == attempt)
                .isPresent();
    }

    private static KeptRun withSavepoint(KeptRun run, Savepoint savepoint) {
        return new KeptRun(
                run.id(),
                run.options(),
                false,
                run.experiment(),
                run.status(),
                0,
                run.points(),
                Optional.of(savepoint),
                run.boundary(),
                run.start(),
                Optional.empty());
    }

    private List<MetricPoint> uninterrupted(Valid valid, double pace) {
        Run run = admitted(registry(new NoShelf()).start(valid, new RunOptions(pace)));
        run.command(new Command.Play());
        awaitEnd(run, EndReason.EPOCHS);
        return points(run);
    }

    private RunRegistry registry() {
        return registry(LONG);
    }

    private RunRegistry registry(Duration keepEvery) {
        return registry(SomeSettings.keeping(keepEvery), shelf);
    }

    private RunRegistry registry(RunShelf with) {
        return registry(SomeSettings.keeping(LONG), with);
    }

    private RunRegistry registry(RunSettings settings, RunShelf with) {
        RunRegistry registry =
                new RunRegistry(
                        engine,
                        new Validator(Limits.standard()),
                        Library.withoutFiles(),
                        settings,
                        with);
        registries.add(registry);
        return registry;
    }

    private static Optional<String> problem(Run run) {
        return run.status().problem().map(Problem::code);
    }

    private static List<MetricPoint> points(Run run) {
        return run.history(0).points();
    }

    private static Run admitted(Admission admission) {
        return ((Admission.Admitted) admission).run();
    }

    private static void awaitEnd(Run run, EndReason reason) {
        await().pollInterval(Duration.ofMillis(5))
                .until(() ->
                        run.status().state() == RunState.ENDED && run.status().reason() == reason);
    }

    private static <T extends Frame> T first(Viewer viewer, Class<T> type)
            throws InterruptedException {
        while (true) {
            for (Frame frame : viewer.next()) {
                if (type.isInstance(frame)) {
                    return type.cast(frame);
                }
            }
        }
    }
}
