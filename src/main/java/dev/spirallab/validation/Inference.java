package dev.spirallab.validation;

import dev.spirallab.spec.Edit;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.graph.Edge;
import dev.spirallab.spec.graph.Flatten;
import dev.spirallab.spec.graph.Function;
import dev.spirallab.spec.graph.Input;
import dev.spirallab.spec.graph.LayerSpec;
import dev.spirallab.spec.graph.Linear;
import dev.spirallab.spec.graph.Node;
import dev.spirallab.spec.json.Records;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Shapes and costs of every node that can be told from the input on, in the order of the graph; a
 * node with a problem passes on its best guess, so that one mistake is told once.
 */
final class Inference {
    private final Wiring wiring;
    private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    Inference(Wiring wiring, DatasetSpec dataset) {
        this.wiring = wiring;
        wiring.order().forEach(node -> infer(node, dataset));
    }

    Map<String, Outcome> outcomes() {
        return outcomes;
    }

    List<Problem> problems() {
        return problems;
    }

    Map<String, TensorShape> shapes() {
        Map<String, TensorShape> shapes = new LinkedHashMap<>();
        outcomes.forEach((id, outcome) -> shapes.put(id, outcome.shape()));
        return shapes;
    }

    Map<String, Long> parameters() {
        Map<String, Long> parameters = new LinkedHashMap<>();
        outcomes.forEach((id, outcome) -> parameters.put(id, outcome.parameters()));
        return parameters;
    }

    private void infer(Node node, DatasetSpec dataset) {
        List<TensorShape> inputs = inputs(node, dataset);
        if (!inputs.isEmpty()
                && (isInput(node) || inputs.size() == wiring.inputs(node.id()).size())) {
            Outcome outcome = LayerRule.infer(node.layer(), inputs);
            if (outcome.known()) {
                outcomes.put(node.id(), outcome);
            }
            outcome.flaws().forEach(flaw -> problems.add(placed(node, flaw, inputs)));
        }
    }

    private List<TensorShape> inputs(Node node, DatasetSpec dataset) {
        if (isInput(node)) {
            List<Integer> shape = dataset.inputShape();
            return shape.isEmpty() ? List.of() : List.of(new TensorShape(shape));
        }
        return wiring.inputs(node.id()).stream()
                .map(outcomes::get)
                .filter(Objects::nonNull)
                .map(Outcome::shape)
                .toList();
    }

    private static boolean isInput(Node node) {
        return node.layer() instanceof Input;
    }

    private Problem placed(Node node, Flaw flaw, List<TensorShape> inputs) {
        Problem problem = flaw.problem();
        String inner = problem.path().isEmpty() ? "" : "." + problem.path();
        return new Problem(
                problem.code(),
                wiring.path(node.id()) + inner,
                Optional.of(node.id()),
                problem.arguments(),
                flaw.remedy()
                        .map(remedy -> set(node, remedy))
                        .or(() -> fix(node, problem, inputs)));
    }

    private static Problem.Fix set(Node node, Flaw.Remedy remedy) {
        return Fixes.layer(
                "setSetting",
                Map.of(
                        "node", node.id(),
                        "setting", remedy.setting(),
                        "value", String.valueOf(remedy.value())),
                node.id(),
                remedy.layer());
    }

    private Optional<Problem.Fix> fix(Node node, Problem problem, List<TensorShape> inputs) {
        return switch (problem.code()) {
            case "shape.flattenNeeded" -> Optional.of(insertFlatten(node));
            case "shape.addMismatch" -> project(node, inputs);
            case "initial.weightSize", "initial.biasSize" -> Optional.of(dropInitial(node));
            case "initializer.bounds",
                    "initializer.mean",
                    "initializer.orthogonalSize",
                    "initializer.bias" ->
                    Optional.of(dropInitializer(node, problem));
            default -> Optional.empty();
        };
    }

    private Problem.Fix insertFlatten(Node node) {
        Edge edge = new Edge(wiring.inputs(node.id()).getFirst(), node.id());
        return Fixes.fix(
                "insertFlatten",
                Map.of("node", node.id()),
                new Edit.InsertOnEdge(edge, new Flatten()));
    }

    /** A linear layer on each odd branch brings it to the first one's width, as in a ResNet. */
    private Optional<Problem.Fix> project(Node node, List<TensorShape> inputs) {
        TensorShape first = inputs.getFirst();
        if (inputs.stream().anyMatch(shape -> shape.rank() > 1)) {
            return Optional.empty();
        }
        Linear projection = new Linear(first.width(), Function.identity);
        List<Edit> edits = new ArrayList<>();
        for (int i = 1; i < inputs.size(); i++) {
            if (!inputs.get(i).equals(first)) {
                Edge edge = new Edge(wiring.inputs(node.id()).get(i), node.id());
                edits.add(new Edit.InsertOnEdge(edge, projection));
            }
        }
        return Optional.of(
                new Problem.Fix("project", Map.of("units", String.valueOf(first.width())), edits));
    }

    private static Problem.Fix dropInitial(Node node) {
        return without(node, "initial", "dropInitial");
    }

    private static Problem.Fix dropInitializer(Node node, Problem problem) {
        return without(node, problem.path().substring("layer.".length()), "dropInitializer");
    }

    private static Problem.Fix without(Node node, String setting, String code) {
        LayerSpec bare = Records.with(node.layer(), setting, Optional.empty());
        return Fixes.layer(code, Map.of("node", node.id()), node.id(), bare);
    }
}
