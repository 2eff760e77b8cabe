package dev.spirallab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.run.Sweep.State;
import dev.spirallab.run.SweepId;
import dev.spirallab.run.SweepResults;
import dev.spirallab.run.SweepShelf;
import dev.spirallab.run.SweepShelf.Kept;
import dev.spirallab.run.Sweeps;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Part;
import dev.spirallab.spec.json.Templates;
import dev.spirallab.spec.sweep.Axis;
import dev.spirallab.spec.sweep.SweepSpec;
import dev.spirallab.spec.training.OptimizerSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class SweepShelfTest {
    private static final OwnerId OWNER = OwnerId.random();

    private static HikariDataSource open(String database) {
        return database.equals("h2") ? Databases.h2() : Databases.postgres();
    }

    private static SweepShelf shelf(HikariDataSource database) {
        return new JdbcSweepShelf(
                JdbcClient.create(database),
                Databases.transactions(database),
                new KeepingSettings(
                        1, 1, Duration.ofHours(1), 1, 1, 1, 1, 1, 5, 1, Optional.empty()),
                new Ticking());
    }

    /** So that no two sweeps are kept at one time. */
    private static final class Ticking extends Clock {
        private Instant now = Instant.parse("2026-11-28T00:00:00Z");

        @Override
        public Instant instant() {
            now = now.plusSeconds(1);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static Kept sweep(String title, int numbers) {
        OptimizerSpec adam =
                ((Part.Read<OptimizerSpec>)
                                ExperimentJson.readPart(
                                        OptimizerSpec.class, "{\"kind\": \"adam\"}"))
                        .value();
        byte[] bytes = new byte[numbers];
        new Random(numbers).nextBytes(bytes);
        return new Kept(
                new SweepId(UUID.randomUUID()),
                new SweepSpec(
                        Templates.get("spiral-relu").withTitle(title),
                        List.of(
                                new Axis.LearningRate(List.of(1e-4, 0.1)),
                                new Axis.Optimizer(List.of(adam)))),
                State.DONE,
                2,
                new SweepResults(bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres"})
    void whatASweepHasComeToIsFoundAgainAndIsNobodyElses(String name) {
        try (HikariDataSource database = open(name)) {
            SweepShelf shelf = shelf(database);
            Kept kept = sweep("Sweep 扫描", 700_000);
            shelf.keep(OWNER, kept);
            assertThat(shelf.find(OWNER, kept.id()).orElseThrow())
                    .usingRecursiveComparison()
                    .isEqualTo(kept);
            assertThat(titles(shelf)).containsExactly("Sweep 扫描");
            OwnerId other = OwnerId.random();
            assertThat(shelf.find(other, kept.id())).isEmpty();
            assertThat(shelf.delete(other, kept.id())).isFalse();
            shelf.adopt(OWNER, other);
            assertThat(shelf.delete(other, kept.id())).isTrue();
            assertThat(shelf.list(other)).isEmpty();
        }
    }

    private static List<String> titles(SweepShelf shelf) {
        return shelf.list(OWNER).stream().map(Sweeps.Summary::title).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres"})
    void theOldestGiveWayAndTheirDocumentsGoWithThem(String name) {
        try (HikariDataSource database = open(name)) {
            SweepShelf shelf = shelf(database);
            List<Kept> all = IntStream.range(0, 8).mapToObj(i -> sweep("Number " + i, 1)).toList();
            all.forEach(each -> shelf.keep(OWNER, each));
            assertThat(titles(shelf))
                    .containsExactly("Number 7", "Number 6", "Number 5", "Number 4", "Number 3");
            assertThat(shelf.find(OWNER, all.getFirst().id())).isEmpty();
            shelf.keep(OWNER, sweep("Large", 1_000_000));
            shelf.keep(OWNER, sweep("Larger", 2_000_000));
            assertThat(titles(shelf)).containsExactly("Larger");
            shelf.deleteAll(OWNER);
            assertThat(
                            JdbcClient.create(database)
                                    .sql(
                                            "select count(*) from document where content like '%Large%'")
                                    .query(Long.class)
                                    .single())
                    .isZero();
        }
    }
}
