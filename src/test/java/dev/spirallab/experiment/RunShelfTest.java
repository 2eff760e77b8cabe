package dev.spirallab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.spirallab.frame.EndReason;
import dev.spirallab.frame.Frame;
import dev.spirallab.frame.MetricPoint;
import dev.spirallab.frame.Moment;
import dev.spirallab.frame.RunState;
import dev.spirallab.frame.TaskKind;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.run.Album;
import dev.spirallab.run.ByHand;
import dev.spirallab.run.KeptRun;
import dev.spirallab.run.Mark;
import dev.spirallab.run.RunId;
import dev.spirallab.run.RunOptions;
import dev.spirallab.run.RunShelf;
import dev.spirallab.run.RunStatus;
import dev.spirallab.run.RunSummary;
import dev.spirallab.run.Savepoint;
import dev.spirallab.run.Start;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.data.Extent;
import dev.spirallab.spec.data.Inline;
import dev.spirallab.spec.json.Templates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs on the shelf, on one make of database. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class RunShelfTest {
    private static final Experiment SPIRAL = Templates.get("spiral-relu");
    private final Random random = new Random(7);
    private final OwnerId owner = OwnerId.random();
    private HikariDataSource database;
    private RunShelf shelf;

    abstract HikariDataSource open();

    @BeforeAll
    void openDatabase() {
        database = open();
        shelf = Shelves.on(database, KeepingSettings.standard());
    }

    @AfterAll
    void closeDatabase() {
        database.close();
    }

    @Test
    void whatIsKeptIsFoundAgainWithAllItsParts() {
        KeptRun run = run(points(0, 3), Optional.of(savepoint(700_000)), Optional.of(boundary()));
        shelf.keep(run);
        assertSame(shelf.find(run.id()).orElseThrow(), run);
        assertThat(shelf.find(new RunId("AAAAAAAAAAAAAAAAAAAAAA"))).isEmpty();
    }

    @Test
    void anExperimentThatGrowsTooLongWhenItIsWrittenIsToldBeforeItsRunBegins() {
        List<Double> row = Collections.nCopies(100, 1e14);
        Experiment large =
                SPIRAL.withDataset(
                        new Inline(
                                Collections.nCopies(7_000, row),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                7,
                                0));
        KeptRun run = run(points(0, 1), Optional.empty(), Optional.empty());
        assertThat(shelf.obstacle(SPIRAL)).isEmpty();
        assertThat(shelf.obstacle(large)).isPresent();
        assertThatThrownBy(() ->
                        shelf.keep(
                                new KeptRun(
                                        run.id(),
                                        run.options(),
                                        false,
                                        large,
                                        run.status(),
                                        0,
                                        run.points(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty())))
                .isInstanceOf(RunShelf.Unkeepable.class);
    }

    @Test
    void pointsAreAddedAndThoseThatComeAgainReplaced() {
        KeptRun first = run(points(0, 1500), Optional.of(savepoint(10)), Optional.empty());
        shelf.keep(first);
        for (int from : List.of(1500, 2048, 2047, 2900, 2900)) {
            shelf.keep(more(first, from, points(from, 900)));
            assertThat(shelf.find(first.id()).orElseThrow().points())
                    .isEqualTo(points(0, from + 900));
        }
        assertSavepoint(shelf.find(first.id()).orElseThrow(), first);
        assertThatThrownBy(() -> shelf.keep(more(first, 3801, points(3801, 1))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(shelf.find(first.id()).orElseThrow().points()).hasSize(3800);
    }

    @Test
    void whatIsNotedOfARunStaysWhenItIsKeptAgainAndIsNobodyElses() {
        KeptRun run = run(points(0, 2), Optional.empty(), Optional.empty());
        Mark mark = new Mark(true, "最好的 so far");
        assertThat(shelf.mark(owner, run.id(), mark)).isFalse();
        shelf.keep(run);
        assertThat(shelf.mark(owner, run.id())).isEqualTo(Mark.NONE);
        assertThat(shelf.mark(OwnerId.random(), run.id(), mark)).isFalse();
        assertThat(shelf.mark(owner, run.id(), mark)).isTrue();
        shelf.keep(more(run, 2, points(2, 3)));
        assertThat(shelf.mark(owner, run.id())).isEqualTo(mark);
        assertThat(shelf.list(owner)).extracting(RunSummary::mark).contains(mark);
        RunId copy = id();
        shelf.copy(owner, run.id(), copy);
        assertThat(shelf.mark(owner, copy)).isEqualTo(Mark.NONE);
    }

    @Test
    void anotherAttemptBeginsWithNothing() {
        KeptRun first = run(points(0, 50), Optional.of(savepoint(10)), Optional.of(boundary()));
        shelf.keep(first);
        RunStatus status = status(new Moment(1, 0, 0), RunState.READY, points(0, 1));
        KeptRun second = with(first, status, 0, points(0, 1));
        shelf.keep(second);
        KeptRun found = shelf.find(first.id()).orElseThrow();
        assertThat(found.points()).hasSize(1);
        assertThat(found.savepoint()).isEmpty();
        assertThat(found.boundary()).isEmpty();
    }

    @Test
    void whatARunBeganWithStaysThroughAttemptsAndGoesWithCopies() {
        Start start = new Start(savepoint(600_000).bytes());
        KeptRun run = run(points(0, 3), Optional.empty(), Optional.empty(), Optional.of(start));
        shelf.keep(run);
        RunStatus status = status(new Moment(1, 0, 0), RunState.READY, points(0, 1));
        shelf.keep(with(run, status, 0, points(0, 1)));
        RunId copy = id();
        shelf.copy(owner, run.id(), copy);
        for (RunId id : List.of(run.id(), copy)) {
            assertThat(shelf.find(id).orElseThrow().start().orElseThrow().bytes())
                    .isEqualTo(start.bytes());
        }
    }

    @Test
    void momentsStayUntilTheNextAttemptAndGoWithCopies() {
        Album album = new Album(savepoint(300_000).bytes());
        KeptRun run = run(points(0, 3), Optional.of(savepoint(10)), Optional.empty());
        shelf.keep(with(run, album));
        shelf.keep(with(run, run.status(), 3, List.of()));
        RunId copy = id();
        shelf.copy(owner, run.id(), copy);
        RunStatus status = status(new Moment(1, 0, 0), RunState.READY, points(0, 1));
        shelf.keep(with(run, status, 0, points(0, 1)));
        assertThat(shelf.find(copy).orElseThrow().album().orElseThrow().bytes())
                .isEqualTo(album.bytes());
        assertThat(shelf.find(run.id()).orElseThrow().album()).isEmpty();
    }

    private static KeptRun with(KeptRun run, Album album) {
        return new KeptRun(
                run.id(),
                run.options(),
                false,
                run.experiment(),
                run.status(),
                run.firstPoint(),
                run.points(),
                run.savepoint(),
                run.boundary(),
                run.start(),
                Optional.of(album));
    }

    @Test
    void aChangedExperimentTakesThePlaceOfTheOld() {
        KeptRun run = run(points(0, 1), Optional.empty(), Optional.empty());
        shelf.keep(run);
        Experiment changed = SPIRAL.withTitle("Changed " + UUID.randomUUID());
        shelf.keep(
                new KeptRun(
                        run.id(),
                        run.options(),
                        false,
                        changed,
                        run.status(),
                        1,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(shelf.find(run.id()).orElseThrow().experiment()).isEqualTo(changed);
        assertThat(shelf.list(owner)).extracting(RunSummary::title).contains(changed.title());
        shelf.delete(owner, run.id());
        assertThat(documents(changed.title())).isZero();
    }

    @Test
    void listsTellHowRunsStand() {
        OwnerId somebody = OwnerId.random();
        KeptRun older = shelved(somebody, Optional.empty());
        KeptRun newer = shelved(somebody, Optional.of(UUID.randomUUID()));
        List<RunSummary> list = shelf.list(somebody);
        assertThat(list).extracting(RunSummary::id).containsExactly(newer.id(), older.id());
        assertThat(list.getFirst().status()).isEqualTo(newer.status());
        assertThat(list.getFirst().of()).isEqualTo(newer.options().of());
        assertThat(list.getFirst().title()).isEqualTo(SPIRAL.title());
    }

    @Test
    void ofTheRunsOfAnExperimentTheOneKeptLastIsFound() {
        UUID experiment = UUID.randomUUID();
        OwnerId somebody = OwnerId.random();
        KeptRun first = shelved(somebody, Optional.of(experiment));
        KeptRun second = shelved(somebody, Optional.of(experiment));
        shelved(somebody, Optional.empty());
        shelf.copy(somebody, second.id(), id());
        assertThat(shelf.last(experiment)).contains(second.id());
        shelf.keep(more(first, 2, points(2, 1)));
        assertThat(shelf.last(experiment)).contains(first.id());
        assertThat(shelf.last(UUID.randomUUID())).isEmpty();
    }

    @Test
    void aCopyIsNobodysAndStaysWhenTheRunChangesOrGoes() {
        KeptRun run = run(points(0, 3), Optional.of(savepoint(300)), Optional.of(boundary()));
        shelf.keep(run);
        RunId copy = id();
        assertThat(shelf.copy(OwnerId.random(), run.id(), copy)).isFalse();
        assertThat(shelf.copy(owner, run.id(), copy)).isTrue();
        shelf.keep(more(run, 3, points(3, 9)));
        shelf.delete(owner, run.id());
        KeptRun found = shelf.find(copy).orElseThrow();
        assertThat(found.fixed()).isTrue();
        assertThat(found.options().owner()).isEmpty();
        assertThat(found.points()).isEqualTo(run.points());
        assertSavepoint(found, run);
        assertThat(shelf.delete(owner, copy)).isFalse();
        shelf.deleteCopy(copy);
        assertThat(shelf.find(copy)).isEmpty();
    }

    @Test
    void onlyOnesOwnIsDeleted() {
        OwnerId somebody = OwnerId.random();
        UUID experiment = UUID.randomUUID();
        KeptRun one = shelved(somebody, Optional.of(experiment));
        KeptRun other = shelved(somebody, Optional.empty());
        assertThat(shelf.delete(owner, one.id())).isFalse();
        shelf.deleteCopy(one.id());
        shelf.deleteOf(owner, experiment);
        assertThat(shelf.list(somebody)).hasSize(2);
        shelf.deleteOf(somebody, experiment);
        assertThat(shelf.list(somebody)).extracting(RunSummary::id).containsExactly(other.id());
        shelf.deleteAll(somebody);
        assertThat(shelf.list(somebody)).isEmpty();
    }

    @Test
    void whatWasOnesIsTheOthers() {
        OwnerId from = OwnerId.random();
        OwnerId to = OwnerId.random();
        KeptRun run = shelved(from, Optional.empty());
        shelf.adopt(from, to);
        assertThat(shelf.find(run.id()).orElseThrow().options().owner()).contains(to);
        assertThat(shelf.list(from)).isEmpty();
    }

    @Test
    void theOldestRunsOfAnOwnerGoWhenThereAreTooMany() {
        RunShelf small = Shelves.on(database, limits(3, 1));
        OwnerId somebody = OwnerId.random();
        KeptRun others = shelved(OwnerId.random(), Optional.empty());
        List<KeptRun> mine = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            mine.add(shelved(small, somebody, Optional.empty(), 100));
        }
        assertThat(small.list(somebody))
                .extracting(RunSummary::id)
                .containsExactly(mine.get(4).id(), mine.get(3).id(), mine.get(2).id());
        KeptRun large = shelved(small, somebody, Optional.empty(), 1_040_000);
        KeptRun larger = shelved(small, somebody, Optional.empty(), 2_000_000);
        assertThat(small.list(somebody))
                .extracting(RunSummary::id)
                .containsExactly(larger.id())
                .doesNotContain(large.id());
        assertThat(shelf.find(others.id())).isPresent();
    }

    private static KeepingSettings limits(int runs, int runMegabytes) {
        return new KeepingSettings(
                9, 9, Duration.ofHours(1), 9, 9, 1, runs, runMegabytes, 9, 9, Optional.empty());
    }

    private int documents(String title) {
        return JdbcClient.create(database)
                .sql("select count(*) from document where content like :title")
                .param("title", "%" + title + "%")
                .query(Integer.class)
                .single();
    }

    private KeptRun shelved(OwnerId somebody, Optional<UUID> experiment) {
        return shelved(shelf, somebody, experiment, 100);
    }

    private KeptRun shelved(RunShelf on, OwnerId somebody, Optional<UUID> experiment, int bytes) {
        KeptRun run =
                new KeptRun(
                        id(),
                        new RunOptions(400, Optional.of(somebody), experiment, true),
                        false,
                        SPIRAL,
                        status(new Moment(0, 1, 40), RunState.PAUSED, points(0, 2)),
                        0,
                        points(0, 2),
                        Optional.of(savepoint(bytes)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        on.keep(run);
        return run;
    }

    private KeptRun run(
            List<MetricPoint> points,
            Optional<Savepoint> savepoint,
            Optional<Frame.Boundary> boundary) {
        return run(points, savepoint, boundary, Optional.empty());
    }

    private KeptRun run(
            List<MetricPoint> points,
            Optional<Savepoint> savepoint,
            Optional<Frame.Boundary> boundary,
            Optional<Start> start) {
        return new KeptRun(
                id(),
                RunOptions.FOR_THE_EYE.withOwner(owner),
                false,
                SPIRAL,
                status(new Moment(0, 3, 140), RunState.RUNNING, points),
                0,
                points,
                savepoint,
                boundary,
                start,
                Optional.empty());
    }

    private static KeptRun more(KeptRun run, int first, List<MetricPoint> points) {
        return with(run, status(run.status().at(), RunState.PAUSED, points), first, points);
    }

    private static KeptRun with(
            KeptRun run, RunStatus status, int first, List<MetricPoint> points) {
        return new KeptRun(
                run.id(),
                run.options(),
                false,
                run.experiment(),
                status,
                first,
                points,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static RunStatus status(Moment at, RunState state, List<MetricPoint> points) {
        return new RunStatus(
                state,
                EndReason.NONE,
                at,
                75,
                0,
                400,
                0.01,
                0,
                Optional.of(points.getLast()),
                Optional.of(Problem.of("run.noMemory", "", Map.of("needed", "7", "free", "3"))),
                Set.of(ByHand.WEIGHT, ByHand.DATA));
    }

    private static List<MetricPoint> points(int from, int count) {
        List<MetricPoint> points = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            points.add(new MetricPoint(40L * i, i / 2f, 1f / i, Float.NaN, 0.5f, Float.NaN, 1e-3f));
        }
        return points;
    }

    private Savepoint savepoint(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return new Savepoint(bytes);
    }

    private Frame.Boundary boundary() {
        byte[] values = new byte[3 * 100 * 100];
        random.nextBytes(values);
        return new Frame.Boundary(
                new Moment(0, 3, 140),
                TaskKind.CLASSES,
                3,
                100,
                100,
                new Extent(-1, 1, -2, 2),
                0,
                1,
                values);
    }

    private RunId id() {
        return new RunId(UUID.randomUUID().toString().replace("-", "").substring(0, 22));
    }

    private static void assertSame(KeptRun found, KeptRun kept) {
        assertThat(withoutBytes(found)).isEqualTo(withoutBytes(kept));
        assertSavepoint(found, kept);
        assertThat(found.boundary().orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(kept.boundary().orElseThrow());
    }

    private static KeptRun withoutBytes(KeptRun run) {
        return with(run, run.status(), run.firstPoint(), run.points());
    }

    private static void assertSavepoint(KeptRun found, KeptRun kept) {
        assertThat(found.savepoint().orElseThrow().bytes())
                .isEqualTo(kept.savepoint().orElseThrow().bytes());
    }
}
