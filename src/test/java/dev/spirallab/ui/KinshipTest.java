package dev.spirallab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.engine.Tuning;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.data.Feature;
import dev.spirallab.spec.data.Points;
import dev.spirallab.spec.graph.Block;
import dev.spirallab.spec.graph.ModelGraph;
import dev.spirallab.spec.graph.Node;
import dev.spirallab.spec.graph.Position;
import dev.spirallab.spec.json.Templates;
import dev.spirallab.spec.training.Regularization;
import dev.spirallab.validation.Limits;
import dev.spirallab.validation.Validator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class KinshipTest {
    private static final Experiment SHOWN = Templates.get(Templates.FIRST);

    @Test
    void titleBlocksAndPlacesOfNodesDoNotMatter() {
        var moved =
                SHOWN.graph().nodes().stream()
                        .map(node -> new Node(node.id(), node.layer(), new Position(7, 7)))
                        .toList();
        var blocks = List.of(new Block("Block", List.of(moved.getFirst().id()), true));
        var edges = SHOWN.graph().edges();
        var wanted =
                SHOWN.withTitle("Other")
                        .withGraph(new ModelGraph(moved, edges, Optional.of(blocks)));

        assertThat(Kinship.of(SHOWN, wanted)).isEqualTo(new Kinship.Same());
    }

    @Test
    void learningRateDecayBatchAndPenaltyAreTuned() {
        var wanted = with("training.optimizer.learningRate", "0.5");
        assertThat(Kinship.of(SHOWN, wanted))
                .isEqualTo(new Kinship.Tunable(Tuning.NONE.withLearningRate(0.5)));

        assertThat(Kinship.of(SHOWN, with("training.optimizer.weightDecay", "0.25")))
                .isEqualTo(new Kinship.Tunable(Tuning.NONE.withWeightDecay(0.25)));
        assertThat(Kinship.of(SHOWN, with("training.batchSize", "17")))
                .isEqualTo(new Kinship.Tunable(Tuning.NONE.withBatchSize(17)));
        assertThat(Kinship.of(SHOWN, with("training.regularization", "{\"l1\": 0.1}")))
                .isEqualTo(
                        new Kinship.Tunable(
                                Tuning.NONE.withRegularization(new Regularization(0.1, 0))));
    }

    @Test
    void pointsThatWereDrawnAreLearntFromTheWeightsThatThereAre() {
        Points drawn = drawn(3);
        Experiment wanted = SHOWN.withDataset(drawn);
        assertThat(Kinship.of(SHOWN, wanted)).isEqualTo(new Kinship.Redrawn(drawn, Tuning.NONE));
        assertThat(Kinship.of(wanted, wanted)).isEqualTo(new Kinship.Same());
        assertThat(Kinship.of(SHOWN, SHOWN.withDataset(drawn(2))))
                .as("another output")
                .isEqualTo(new Kinship.Other());
        assertThat(Kinship.of(wanted, SHOWN)).isEqualTo(new Kinship.Other());
    }

    private static Points drawn(int classes) {
        var points =
                IntStream.range(0, 10)
                        .mapToObj(i -> new Points.Point(i / 10.0, 0, i % classes))
                        .toList();
        return new Points(points, List.of(Feature.x1, Feature.x2), false, 7, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "training.seed, 3",
        "training.optimizer.beta1, 0.5",
        "training.optimizer.kind, \"adamW\"",
        "training.schedule.kind, \"cosine\"",
        "dataset.noise, 0.3",
        "dataset.seed, 8"
    })
    void everythingElseWantsAnotherRun(String path, String value) {
        assertThat(Kinship.of(SHOWN, with(path, value))).isEqualTo(new Kinship.Other());
    }

    private static Experiment with(String path, String value) {
        var bench = new Workbench(new Validator(Limits.standard()), SHOWN);
        JsonNode json = JsonMapper.shared().readTree(value);
        assertThat(bench.set(path, json)).isEmpty();
        return bench.experiment();
    }
}
