package dev.spirallab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.spirallab.dataset.Contents;
import dev.spirallab.experiment.Uploads.Uploading;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.Sha256;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
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
