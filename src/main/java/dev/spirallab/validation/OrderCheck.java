package dev.spirallab.validation;

import dev.spirallab.spec.Problem;
import dev.spirallab.spec.graph.BatchNorm;
import dev.spirallab.spec.graph.Dropout;
import dev.spirallab.spec.graph.Function;
import dev.spirallab.spec.graph.Linear;
import dev.spirallab.spec.graph.Node;
import dev.spirallab.spec.json.Records;
import java.util.List;
import java.util.Map;

/** Whether layers stand where they do what people expect of them; all of it is advice. */
final class OrderCheck {
    private final Wiring wiring;
    private final List<Problem> problems;

    OrderCheck(Wiring wiring, List<Problem> problems) {
        this.wiring = wiring;
        this.problems = problems;
    }

    void run() {
        GraphCheck.output(wiring).filter(OrderCheck::disturbsScores).ifPresent(this::last);
        wiring.nodes().stream().filter(this::isOneWithTheNext).forEach(this::noFunction);
    }

    private static boolean disturbsScores(Node output) {
        return output.layer() instanceof Dropout || output.layer() instanceof BatchNorm;
    }

    private void last(Node output) {
        problems.add(
                Problem.of(
                                "hint.lastLayer",
                                wiring.path(output.id()),
                                Map.of("kind", Records.kind(output.layer())))
                        .at(output.id())
                        .with(Fixes.removeNode(output.id())));
    }

    /** A product of two matrices is a matrix: {@code (x A^T) B^T = x (B A)^T}. */
    private boolean isOneWithTheNext(Node node) {
        List<String> next = wiring.outputs(node.id());
        return node.layer() instanceof Linear linear
                && linear.activation() == Function.identity
                && next.size() == 1
                && wiring.node(next.getFirst()).layer() instanceof Linear;
    }

    private void noFunction(Node node) {
        problems.add(
                Problem.of(
                                "hint.linearInRow",
                                wiring.path(node.id()) + ".layer.activation",
                                Map.of(
                                        "node",
                                        node.id(),
                                        "next",
                                        wiring.outputs(node.id()).getFirst()))
                        .at(node.id())
                        .with(
                                Fixes.layer(
                                        "addActivation",
                                        Map.of("node", node.id()),
                                        node.id(),
                                        Records.with(
                                                (Linear) node.layer(),
                                                "activation",
                                                Function.relu))));
    }
}
