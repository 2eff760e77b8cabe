package dev.spirallab.validation;

import dev.spirallab.spec.Problem;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.graph.Input;
import dev.spirallab.spec.graph.Node;
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
    private final Remedies remedies;
    private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    Inference(Wiring wiring, DatasetSpec dataset) {
        this.wiring = wiring;
        this.remedies = new Remedies(wiring);
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
                remedies.of(node, flaw, inputs));
    }
}
