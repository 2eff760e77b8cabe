package dev.spirallab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.spirallab.dataset.Contents;
import dev.spirallab.experiment.Uploads.Uploading;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.Sha256;
import dev.spirallab.spec.data.Column;
import dev.spirallab.spec.data.Content;
import dev.spirallab.spec.data.Holdout;
import dev.spirallab.spec.data.Missing;
import dev.spirallab.spec.data.Scaling;
import dev.spirallab.spec.data.Table;
import dev.spirallab.spec.data.TableFormat;
import dev.spirallab.spec.data.TableFormat.Delimiter;
import dev.spirallab.spec.data.TableFormat.Encoding;
import dev.spirallab.spec.data.TableFormat.Quote;
import dev.spirallab.spec.json.Templates;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Files that people bring, on one make of database. Each test has an owner and files of its own.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class ContentsTest {
    private static final int MEGABYTE = 1 << 20;
    private static final AtomicLong SEEDS = new AtomicLong();

    private final Hands clock = new Hands();
    private final OwnerId owner = OwnerId.random();
    private HikariDataSource database;
    private JdbcClient jdbc;
    private Keeping keeping;
    private Contents contents;

    abstract HikariDataSource open();

    @BeforeAll
    void openDatabase() {
        database = open();
        jdbc = JdbcClient.create(database);
        keeping = keeping(4, 2);
        contents = new JdbcContents(jdbc);
    }

    @AfterAll
    void closeDatabase() {
        database.close();
    }

    @Test
    void aFileIsFoundByItsHashByteForByte() {
        for (int size : new int[] {1, 255, 256 << 10, (256 << 10) + 1, MEGABYTE + 7}) {
            byte[] file = file(size);

            assertThat(add(OwnerId.random(), file)).isEqualTo(Sha256.of(file));
            assertThat(contents.find(Sha256.of(file))).hasValue(file);
        }
    }

    @Test
    void whatNobodyBroughtIsNotFound() {
        assertThat(contents.find(Sha256.of(file(10)))).isEmpty();
        assertThat(contents.find("no hash at all")).isEmpty();
    }

    @Test
    void equalFilesAreKeptOnce() {
        byte[] file = file(1000);
        add(OwnerId.random(), file);
        add(OwnerId.random(), file);
        add(OwnerId.random(), file.clone());

        assertThat(rows("content", "hash", Sha256.of(file))).isOne();
        assertThat(rows("content_piece", "content", Sha256.of(file))).isOne();
    }

    @Test
    void aFileThatIsTooLargeIsRefused() {
        byte[] file = file(2 * MEGABYTE + 1);

        assertThat(keeping.uploads().add(OwnerId.random(), file))
                .isEqualTo(refused("keeping.file", 2));
        assertThat(contents.find(Sha256.of(file))).isEmpty();
    }

    @Test
    void whatAnOwnerBringsIsBoundedAllInAll() {
        OwnerId full = OwnerId.random();
        byte[] first = file(2 * MEGABYTE);
        add(full, first);
        add(full, file(MEGABYTE));
        byte[] tooMuch = file(MEGABYTE + 1);

        assertThat(keeping.uploads().add(full, tooMuch)).isEqualTo(refused("keeping.megabytes", 4));
        assertThat(contents.find(Sha256.of(tooMuch))).isEmpty();
        assertThat(add(full, first)).isEqualTo(Sha256.of(first));
        assertThat(add(OwnerId.random(), tooMuch)).isEqualTo(Sha256.of(tooMuch));
    }

    @Test
    void aFileThatNothingLearnsFromGoesAfterADay() {
        byte[] file = file(300_000);
        String hash = add(OwnerId.random(), file);

        clock.move(Duration.ofHours(23));
        keeping.sweep();
        assertThat(contents.find(hash)).isPresent();
        clock.move(Duration.ofHours(2));
        keeping.sweep();

        assertThat(contents.find(hash)).isEmpty();
        assertThat(rows("content", "hash", hash)).isZero();
    }

    @Test
    void whoBringsAFileAgainHasItForAnotherDay() {
        byte[] file = file(10);
        String hash = add(owner, file);
        clock.move(Duration.ofHours(20));
        add(owner, file);
        clock.move(Duration.ofHours(20));

        keeping.sweep();

        assertThat(contents.find(hash)).isPresent();
    }

    @Test
    void filesGoWithTheirOwnerUnlessAnotherBroughtThemToo() {
        OwnerId leaving = OwnerId.random();
        String alone = add(leaving, file(10));
        byte[] file = file(10);
        String both = add(leaving, file);
        add(OwnerId.random(), file);

        keeping.delete(leaving);
        keeping.sweep();

        assertThat(contents.find(alone)).isEmpty();
        assertThat(contents.find(both)).isPresent();
    }

    @Test
    void filesMoveWithTheirOwner() {
        OwnerId from = OwnerId.random();
        OwnerId to = OwnerId.random();
        byte[] both = file(MEGABYTE);
        byte[] one = file(MEGABYTE);
        add(to, both);
        add(from, both);
        add(from, one);

        keeping.move(from, to);

        assertThat(contents.find(Sha256.of(one))).isPresent();
        assertThat(rows("upload", "owner", to.value())).isEqualTo(2);
        assertThat(rows("upload", "owner", from.value())).isZero();
        add(to, file(2 * MEGABYTE));
        assertThat(keeping.uploads().add(to, file(10))).isEqualTo(refused("keeping.megabytes", 4));
    }

    // ---- experiments that learn from them

    @Test
    void aFileStaysAsLongAsAnExperimentNamesIt() {
        OwnerId keeper = OwnerId.random();
        byte[] file = file(300_000);
        String hash = add(keeper, file);
        Summary created = create(keeper, experiment(hash));
        clock.move(Duration.ofDays(100));
        keeping.sweep();
        assertThat(contents.find(hash)).hasValue(file);

        keeping.experiments().delete(keeper, created.id());

        assertThat(contents.find(hash)).isEmpty();
        assertThat(rows("document_content", "content", hash)).isZero();
    }

    @Test
    void aLinkHoldsTheFileThatItsExperimentLearnsFrom() {
        OwnerId sharer = OwnerId.random();
        String hash = add(sharer, file(10));
        Experiment experiment = experiment(hash);
        Summary created = create(sharer, experiment);
        Links links = keeping.links();
        links.share(sharer, Optional.of(created.id()), experiment, Optional.empty());
        clock.move(Duration.ofDays(2));

        keeping.experiments().delete(sharer, created.id());
        keeping.sweep();
        assertThat(contents.find(hash)).isPresent();
        links.revokeAll(sharer);

        assertThat(contents.find(hash)).isEmpty();
    }

    @Test
    void aFileThatNobodyNeedsAnyMoreStaysWithAnotherWhoseExperimentNamesIt() {
        OwnerId first = OwnerId.random();
        String hash = add(first, file(10));
        Summary theirs = create(first, experiment(hash));
        Summary others = create(owner, experiment(hash).withTitle("other"));
        clock.move(Duration.ofDays(2));

        keeping.experiments().delete(first, theirs.id());
        keeping.sweep();
        assertThat(contents.find(hash)).isPresent();
        keeping.experiments().delete(owner, others.id());

        assertThat(contents.find(hash)).isEmpty();
    }

    @Test
    void anExperimentMayComeBeforeItsFile() {
        OwnerId reader = OwnerId.random();
        byte[] file = file(10);
        Summary created = create(reader, experiment(Sha256.of(file)));
        assertThat(contents.find(Sha256.of(file))).isEmpty();

        add(OwnerId.random(), file);
        clock.move(Duration.ofDays(2));
        keeping.sweep();

        assertThat(contents.find(Sha256.of(file))).isPresent();
        keeping.experiments().delete(reader, created.id());
        assertThat(contents.find(Sha256.of(file))).isEmpty();
    }

    @Test
    void whatSomebodyElsesExperimentBringsAlongCountsToo() {
        OwnerId forker = OwnerId.random();
        OwnerId other = OwnerId.random();
        add(forker, file(2 * MEGABYTE));
        add(forker, file(2 * MEGABYTE - 1000));
        String hash = add(other, file(MEGABYTE));

        assertThat(keeping.experiments().create(forker, experiment(hash)))
                .isEqualTo(
                        new Saving.Refused(
                                Problem.of("keeping.megabytes", "", Map.of("limit", "4"))));
    }

    @Test
    void oneFileCountsOnceHoweverManyExperimentsNameIt() {
        OwnerId keeper = OwnerId.random();
        String hash = add(keeper, file(2 * MEGABYTE));

        for (int count = 0; count < 9; count++) {
            create(keeper, experiment(hash).withTitle("title " + count));
        }

        assertThat(keeping.experiments().list(keeper)).hasSize(9);
    }

    @Test
    void thoseWhoComeAndGoAtTheSameTimeNeverLoseAFileThatTheyName() throws Exception {
        byte[] file = file(300_000);
        String hash = Sha256.of(file);
        try (ExecutorService pool = Executors.newFixedThreadPool(6)) {
            List<Callable<Boolean>> tasks =
                    Collections.nCopies(6, () -> comeAndGo(OwnerId.random(), file, hash));
            for (Future<Boolean> found : pool.invokeAll(tasks)) {
                assertThat(found.get()).isTrue();
            }
        }
        assertThat(rows("content", "hash", hash)).isZero();
    }

    private boolean comeAndGo(OwnerId visitor, byte[] file, String hash) {
        boolean found = true;
        for (int round = 0; round < 10; round++) {
            add(visitor, file);
            Summary created = create(visitor, experiment(hash));
            jdbc.sql("delete from upload where owner = :owner")
                    .param("owner", visitor.value())
                    .update();
            found &= contents.find(hash).isPresent();
            keeping.experiments().delete(visitor, created.id());
        }
        return found;
    }

    private Summary create(OwnerId by, Experiment experiment) {
        return ((Saving.Saved) keeping.experiments().create(by, experiment)).summary();
    }

    private static Experiment experiment(String hash) {
        return Templates.get("spiral-relu")
                .withDataset(
                        new Table(
                                new Content(hash, "table.csv"),
                                new TableFormat(Delimiter.comma, Quote.quotes, Encoding.utf8, true),
                                10,
                                List.of(
                                        new Column.Numeric("a"),
                                        new Column.Category("b", List.of("0", "1"))),
                                "b",
                                Missing.mean,
                                Scaling.none,
                                Holdout.random,
                                7,
                                0.2));
    }

    private String add(OwnerId by, byte[] file) {
        Uploading uploading = keeping.uploads().add(by, file);
        assertThat(uploading).isInstanceOf(Uploading.Done.class);
        return ((Uploading.Done) uploading).hash();
    }

    private static Uploading refused(String code, int limit) {
        return new Uploading.Refused(
                Problem.of(code, "", Map.of("limit", Integer.toString(limit))));
    }

    /** Bytes that no other test has. */
    private static byte[] file(int size) {
        byte[] bytes = new byte[size];
        new Random(SEEDS.incrementAndGet()).nextBytes(bytes);
        return bytes;
    }

    private Keeping keeping(int megabytes, int fileMegabytes) {
        return new Keeping(
                jdbc,
                Databases.transactions(database),
                new CopiedRuns(),
                new KeepingSettings(
                        50,
                        10,
                        Duration.ofMinutes(10),
                        10,
                        megabytes,
                        fileMegabytes,
                        10,
                        1,
                        1,
                        1,
                        Optional.empty()),
                clock);
    }

    private long rows(String table, String column, Object value) {
        return jdbc.sql("select count(*) from " + table + " where " + column + " = :value")
                .param("value", value)
                .query(Long.class)
                .single();
    }
}
