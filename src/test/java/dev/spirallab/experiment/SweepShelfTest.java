package dev.spirallab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.spirallab.engine.Evaluation;
import dev.spirallab.engine.Evaluation.Score;
import dev.spirallab.engine.NodeTensor;
import dev.spirallab.frame.EndReason;
import dev.spirallab.frame.Frame;
import dev.spirallab.frame.Moment;
import dev.spirallab.frame.TaskKind;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.run.Sweep.Point;
import dev.spirallab.run.Sweep.Standing;
import dev.spirallab.run.Sweep.State;
import dev.spirallab.run.Sweep.Variant;
import dev.spirallab.run.SweepId;
import dev.spirallab.run.SweepShelf;
import dev.spirallab.run.SweepShelf.Kept;
import dev.spirallab.run.Sweeps;
import dev.spirallab.spec.data.Extent;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Part;
import dev.spirallab.spec.json.Templates;
import dev.spirallab.spec.sweep.Axis;
import dev.spirallab.spec.sweep.SweepSpec;
import dev.spirallab.spec.training.OptimizerSpec;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
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
        Frame.Boundary boundary =
                new Frame.Boundary(
                        new Moment(0, 3, 140),
                        TaskKind.CLASSES,
                        1,
                        2,
                        2,
                        new Extent(-1, 1, -2, 2),
                        0,
                        1,
                        new byte[] {1, 2, 3, 4});
        Score test = new Score(0.5, 0.25);
        Point point = new Point(7, 0.5, new Evaluation(new Score(0.25, 0.75), test));
        return new Kept(
                new SweepId(UUID.randomUUID()),
                new SweepSpec(
                        Templates.get("spiral-relu").withTitle(title),
                        List.of(
                                new Axis.LearningRate(List.of(1e-4, 0.1)),
                                new Axis.Optimizer(List.of(adam)))),
                new Standing(
                        State.DONE,
                        1,
                        List.of(
                                new Variant(
                                        List.of(point, point),
                                        Optional.of(boundary),
                                        EndReason.EARLY_STOPPING),
                                new Variant(List.of(), Optional.empty(), EndReason.NONE)),
                        Optional.empty()),
                List.of(
                        List.of(
                                new NodeTensor(
                                        "hidden", "weight", List.of(numbers), new float[numbers])),
                        List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres"})
    void whatASweepHasComeToIsFoundAgainAndIsNobodyElses(String name) {
        try (HikariDataSource database = open(name)) {
            SweepShelf shelf = shelf(database);
            Kept kept = sweep("Sweep 扫描", 100_000);
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
