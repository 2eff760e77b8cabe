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
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Named;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What exported code is given so that it takes the steps that the engine takes: examples, batches
 * and start values. What they are like is in {@code case.json}, the numbers of its tensors follow
 * each other in {@code numbers.bin}, little-endian.
 */
final class FirstLosses {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Some epochs, where what changes from one to the next is looked at. */
    private static final int STEPS = 12;

    private static final int FEW_STEPS = 6;

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

    static FirstSteps prepare(Named<Valid> document, Path place) throws IOException {
        return prepare(document, place, place);
    }

    /**
     * @param files where the files go that are read
     */
    static FirstSteps prepare(Named<Valid> document, Path place, Path files) throws IOException {
        Valid valid = document.getPayload();
        int count = steps(document.getName());
        DatasetSpec dataset = valid.experiment().dataset();
        Dataset data = new Library(Documents::file).examples(dataset).orThrow();
        for (Content content : dataset.contents()) {
            Files.write(
                    files.resolve(content.name()), Documents.file(content.sha256()).orElseThrow());
        }
        FirstSteps steps = FirstSteps.of(valid, data, count);
        List<Given> parts = new ArrayList<>(part(valid, data.train()));
        if (data.test().rows() > 0) {
            parts.addAll(part(valid, data.test()));
        }
        ModelNames names = ModelNames.of(valid);
        Map<String, Given> state = new LinkedHashMap<>();
        for (NodeTensor tensor : steps.start()) {
            state.put(names.of(tensor), new Given(false, tensor.shape(), tensor.values()));
        }
        Map<String, Object> kinds = new LinkedHashMap<>();
        state.forEach((name, tensor) -> kinds.put(name, tensor.kind()));
        Map<String, Object> content =
                Map.of(
                        "data",
                        parts.stream().map(Given::kind).toList(),
                        "state",
                        kinds,
                        "sameData",
                        isCertain(dataset),
                        "epochs",
                        steps.batches(),
                        "steps",
                        count);
        Files.writeString(place.resolve("case.json"), JSON.writeValueAsString(content));
        parts.addAll(state.values());
        try (OutputStream out = Files.newOutputStream(place.resolve("numbers.bin"))) {
            for (Given tensor : parts) {
                out.write(tensor.bytes());
            }
        }
        return steps;
    }

    /**
     * A tensor.
     *
     * @param whole whether its numbers count classes
     */
    @SuppressWarnings("ArrayRecordComponent") // written at once
    private record Given(boolean whole, List<Integer> shape, float... values) {
        Map<String, Object> kind() {
            return Map.of("whole", whole, "shape", shape);
        }

        byte[] bytes() {
            ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length);
            bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
            return bytes.array();
        }
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

    private static List<Given> part(Valid valid, Part part) {
        List<Integer> shape = new ArrayList<>(List.of(part.rows()));
        shape.addAll(valid.experiment().dataset().inputShape());
        return List.of(new Given(false, shape, part.inputs().values()), targets(valid, part));
    }

    private static Given targets(Valid valid, Part part) {
        return switch (part.targets()) {
            case Targets.Values(var values) ->
                    new Given(false, List.of(values.rows(), values.columns()), values.values());
            case Targets.Labels(int[] labels, int classes) -> {
                LossSpec loss = valid.experiment().training().loss();
                Head head = valid.head();
                if (head == Head.SIGMOID) {
                    yield new Given(false, List.of(labels.length, 1), floats(labels));
                }
                if (head == Head.SOFTMAX || loss instanceof LossSpec.Nll) {
                    yield new Given(true, List.of(labels.length), floats(labels));
                }
                float[] rows = new float[labels.length * classes];
                for (int row = 0; row < labels.length; row++) {
                    rows[row * classes + labels[row]] = 1;
                }
                yield new Given(false, List.of(labels.length, classes), rows);
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

    /** In the net that begins with large weights, each step makes ten times more of rounding. */
    private static int steps(String name) {
        if (name.equals("lesson c3-normal")) {
            return 4;
        }
        boolean lasting = name.matches("(schedule|optimizer|'|LBFGS|lesson c6).*");
        return lasting ? STEPS : FEW_STEPS;
    }

    /** LBFGS makes more of rounding than others do. */
    private static double tolerance(String name) {
        return name.contains("lbfgs") ? 2e-3 : 1e-4;
    }

    static void compare(String name, FirstSteps expected, JsonNode answer) {
        assertThat(answer.path("error").asString("")).isEmpty();
        List<Double> losses = new ArrayList<>();
        answer.get("losses").forEach(loss -> losses.add(loss.asDouble()));
        assertThat(losses).hasSizeBetween(1, expected.losses().size());
        for (int step = 0; step < losses.size(); step++) {
            double wanted = expected.losses().get(step);
            assertThat(losses.get(step))
                    .as("step %d of %s, not %s", step, expected.losses(), losses)
                    .isCloseTo(
                            wanted, Offset.offset(tolerance(name) * Math.max(1, Math.abs(wanted))));
        }
    }
}
