package dev.spirallab.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.dataset.Dataset;
import dev.spirallab.dataset.Library;
import dev.spirallab.dataset.Part;
import dev.spirallab.dataset.Targets;
import dev.spirallab.engine.FirstSteps;
import dev.spirallab.engine.NodeTensor;
import dev.spirallab.spec.data.Content;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.data.Holdout;
import dev.spirallab.spec.data.Idx;
import dev.spirallab.spec.data.Inline;
import dev.spirallab.spec.data.Table;
import dev.spirallab.spec.graph.Dropout;
import dev.spirallab.spec.graph.Dropout2d;
import dev.spirallab.spec.graph.LayerSpec;
import dev.spirallab.spec.graph.ModelGraph;
import dev.spirallab.spec.graph.Node;
import dev.spirallab.spec.graph.RRelu;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.training.LossSpec;
import dev.spirallab.validation.Head;
import dev.spirallab.validation.ValidationResult.Valid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What exported code is given so that it takes the steps that the engine takes: examples, batches
 * and start values, as {@code case.json}.
 */
final class FirstLosses {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int STEPS = 12;

    private FirstLosses() {}

    /** Its masks are drawn by other generators. */
    static Valid withoutChance(Valid valid) {
        List<Node> nodes =
                valid.experiment().graph().nodes().stream()
                        .map(node -> new Node(node.id(), withoutChance(node.layer()), node.at()))
                        .toList();
        ModelGraph graph = new ModelGraph(nodes, valid.experiment().graph().edges());
        return dev.spirallab.engine.Lab.valid(
                ExperimentJson.write(valid.experiment().withGraph(graph)));
    }

    private static LayerSpec withoutChance(LayerSpec layer) {
        return switch (layer) {
            case Dropout _ -> new Dropout(0);
            case Dropout2d _ -> new Dropout2d(0);
            case RRelu rrelu -> new RRelu(rrelu.lower(), rrelu.lower());
            case LayerSpec sure -> sure;
        };
    }

    static FirstSteps prepare(Valid valid, Path place) throws IOException {
        return prepare(valid, place, place);
    }

    /**
     * @param files where the files go that are read
     */
    static FirstSteps prepare(Valid valid, Path place, Path files) throws IOException {
        DatasetSpec dataset = valid.experiment().dataset();
        Dataset data = new Library(Documents::file).examples(dataset).orThrow();
        for (Content content : dataset.contents()) {
            Files.write(
                    files.resolve(content.name()), Documents.file(content.sha256()).orElseThrow());
        }
        FirstSteps steps = FirstSteps.of(valid, data, STEPS);
        ModelNames names = ModelNames.of(valid);
        Map<String, Object> state = new LinkedHashMap<>();
        for (NodeTensor tensor : steps.start()) {
            state.put(names.of(tensor), given(false, tensor.shape(), tensor.values()));
        }
        List<Object> parts = new ArrayList<>(part(valid, data.train()));
        if (data.test().rows() > 0) {
            parts.addAll(part(valid, data.test()));
        }
        Map<String, Object> content =
                Map.of(
                        "data",
                        parts,
                        "sameData",
                        isCertain(dataset),
                        "state",
                        state,
                        "epochs",
                        steps.batches(),
                        "steps",
                        STEPS);
        Files.writeString(place.resolve("case.json"), JSON.writeValueAsString(content));
        return steps;
    }

    /** Whether chance has no part in it. */
    private static boolean isCertain(DatasetSpec dataset) {
        return switch (dataset) {
            case Inline _ -> dataset.testSize() == 0;
            case Table table -> table.holdout() == Holdout.last;
            case Idx idx -> idx.holdout() == Holdout.last;
            case DatasetSpec _ -> false;
        };
    }

    private static List<Object> part(Valid valid, Part part) {
        List<Integer> shape = new ArrayList<>(List.of(part.rows()));
        shape.addAll(valid.experiment().dataset().inputShape());
        return List.of(given(false, shape, part.inputs().values()), targets(valid, part));
    }

    private static Object targets(Valid valid, Part part) {
        return switch (part.targets()) {
            case Targets.Values(var values) ->
                    given(false, List.of(values.rows(), values.columns()), values.values());
            case Targets.Labels(int[] labels, int classes) -> {
                LossSpec loss = valid.experiment().training().loss();
                Head head = valid.head();
                if (head == Head.SIGMOID) {
                    yield given(false, List.of(labels.length, 1), floats(labels));
                }
                if (head == Head.SOFTMAX || loss instanceof LossSpec.Nll) {
                    yield given(true, List.of(labels.length), floats(labels));
                }
                float[] rows = new float[labels.length * classes];
                for (int row = 0; row < labels.length; row++) {
                    rows[row * classes + labels[row]] = 1;
                }
                yield given(false, List.of(labels.length, classes), rows);
            }
        };
    }

    private static float[] floats(int... values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = values[i];
        }
        return floats;
    }

    private static Map<String, Object> given(boolean whole, List<Integer> shape, float... values) {
        return Map.of("whole", whole, "shape", shape, "values", values);
    }

    /** In the net that begins with large weights, each step makes ten times more of rounding. */
    private static int steps(String name) {
        return name.equals("lesson c3-normal") ? 4 : STEPS;
    }

    /** LBFGS makes more of rounding than others do. */
    private static double tolerance(String name) {
        return name.contains("lbfgs") ? 1e-3 : 1e-4;
    }

    static void compare(String name, FirstSteps expected, JsonNode answer) {
        assertThat(answer.path("error").asString("")).isEmpty();
        List<Double> losses = new ArrayList<>();
        answer.get("losses").forEach(loss -> losses.add(loss.asDouble()));
        assertThat(losses).hasSizeBetween(1, STEPS);
        for (int step = 0; step < Math.min(steps(name), losses.size()); step++) {
            double wanted = expected.losses().get(step);
            assertThat(losses.get(step))
                    .as("step %d of %s, not %s", step, expected.losses(), losses)
                    .isCloseTo(
                            wanted, Offset.offset(tolerance(name) * Math.max(1, Math.abs(wanted))));
        }
    }
}
