package dev.spirallab.export;

import dev.spirallab.engine.NodeTensor;
import dev.spirallab.export.Safetensors.Broken;
import dev.spirallab.export.Safetensors.Entry;
import dev.spirallab.export.Safetensors.Tensor;
import dev.spirallab.program.Parameter;
import dev.spirallab.program.Program;
import dev.spirallab.program.ProgramGenerator;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.graph.Node;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The numbers of a model as a safetensors file, under the names that the exported PyTorch code
 * gives them: {@code model.load_state_dict(load_file(...))}.
 */
public final class WeightsFile {
    /** Of a file that is taken. */
    public static final int MOST_BYTES = 1 << 28;

    private static final String COUNTER = "num_batches_tracked";
    private static final int PROBLEMS = 20;

    private WeightsFile() {}

    /** What came of reading a file. */
    public sealed interface Reading {

        /**
         * @param tensors all that the model has
         */
        record Read(List<NodeTensor> tensors) implements Reading {
            public Read {
                tensors = List.copyOf(tensors);
            }
        }

        /**
         * @param problems at least one; a great many are cut off
         */
        record Refused(List<Problem> problems) implements Reading {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    /**
     * @param nodes of the model, in the order in which they are named
     * @param numbers of all of them, in the order of the graph
     */
    public static byte[] write(List<Node> nodes, List<NodeTensor> numbers) {
        ModelNames names = ModelNames.of(nodes);
        List<Tensor> tensors = new ArrayList<>();
        for (NodeTensor tensor : numbers) {
            tensors.add(Tensor.of(names.of(tensor), tensor.shape(), tensor.values()));
            if (tensor.name().equals("var")) {
                tensors.add(Tensor.count(names.of(tensor.node()) + "." + COUNTER, 0));
            }
        }
        return Safetensors.write(tensors);
    }

    /** Reads the numbers of such a model: all of them, and no others. */
    public static Reading read(Valid valid, byte[] file) {
        if (file.length > MOST_BYTES) {
            return new Reading.Refused(
                    List.of(
                            problem(
                                    "tooLarge",
                                    Map.of("limit", String.valueOf(MOST_BYTES >> 20)))));
        }
        try {
            return matched(valid, Safetensors.read(file));
        } catch (Broken broken) {
            return new Reading.Refused(
                    List.of(
                            problem(
                                    "format",
                                    Map.of("reason", String.valueOf(broken.getMessage())))));
        }
    }

    private static Reading matched(Valid valid, Safetensors file) {
        ModelNames names = ModelNames.of(valid);
        Program program = ProgramGenerator.generate(valid);
        List<Problem> problems = new ArrayList<>();
        List<NodeTensor> tensors = new ArrayList<>();
        Set<String> known = new HashSet<>();
        Stream.concat(program.parameters().stream(), program.buffers().stream())
                .forEach(place -> {
                    String name = names.of(place.node(), place.name());
                    known.add(name);
                    take(place, name, file, tensors, problems);
                });
        file.entries().keySet().stream()
                .filter(name -> !known.contains(name) && !name.endsWith("." + COUNTER))
                .forEach(name -> problems.add(problem("unknown", Map.of("tensor", shown(name)))));
        return problems.isEmpty()
                ? new Reading.Read(tensors)
                : new Reading.Refused(problems.stream().limit(PROBLEMS).toList());
    }

    /** A file with names of any length is answered in brief. */
    private static String shown(String name) {
        return name.length() <= 100 ? name : name.substring(0, 100) + "…";
    }

    private static void take(
            Parameter place,
            String name,
            Safetensors file,
            List<NodeTensor> tensors,
            List<Problem> problems) {
        Entry entry = file.entries().get(name);
        if (entry == null) {
            problems.add(problem("missing", Map.of("tensor", name)).at(place.node()));
        } else if (!entry.shape().equals(place.shape())) {
            problems.add(
                    problem(
                                    "shape",
                                    Map.of(
                                            "tensor",
                                            name,
                                            "have",
                                            entry.shape().toString(),
                                            "want",
                                            place.shape().toString()))
                            .at(place.node()));
        } else if (entry.kind().isEmpty()) {
            problems.add(
                    problem("type", Map.of("tensor", name, "have", shown(entry.type())))
                            .at(place.node()));
        } else {
            float[] values = file.values(entry);
            if (!finite(values)) {
                problems.add(problem("notFinite", Map.of("tensor", name)).at(place.node()));
            }
            tensors.add(new NodeTensor(place.node(), place.name(), place.shape(), values));
        }
    }

    private static boolean finite(float... values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    private static Problem problem(String code, Map<String, String> arguments) {
        return Problem.of("weights." + code, "weights", arguments);
    }
}
