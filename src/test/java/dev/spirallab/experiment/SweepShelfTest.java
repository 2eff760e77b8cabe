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
import java.util.List;
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
                JdbcClient.create(database), Databases.transactions(database), Clock.systemUTC());
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
            assertThat(shelf.list(OWNER))
                    .extracting(Sweeps.Summary::title)
                    .containsExactly("Sweep 扫描");
            OwnerId other = OwnerId.random();
            assertThat(shelf.find(other, kept.id())).isEmpty();
            assertThat(shelf.delete(other, kept.id())).isFalse();
            shelf.adopt(OWNER, other);
            assertThat(shelf.delete(other, kept.id())).isTrue();
            assertThat(shelf.list(other)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres"})
    void theOldestGiveWayAndTheirDocumentsGoWithThem(String name) {
        try (HikariDataSource database = open(name)) {
            SweepShelf shelf = shelf(database);
            List<Kept> all = IntStream.range(0, 23).mapToObj(i -> sweep("Number " + i, 1)).toList();
            all.forEach(each -> shelf.keep(OWNER, each));
            assertThat(shelf.list(OWNER)).hasSize(20);
            assertThat(shelf.find(OWNER, all.getFirst().id())).isEmpty();
            assertThat(shelf.find(OWNER, all.getLast().id())).isPresent();
            shelf.deleteAll(OWNER);
            assertThat(
                            JdbcClient.create(database)
                                    .sql(
                                            "select count(*) from document where content like '%Number %'")
                                    .query(Long.class)
                                    .single())
                    .isZero();
        }
    }
}
