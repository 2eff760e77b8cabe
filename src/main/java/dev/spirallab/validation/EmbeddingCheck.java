package dev.spirallab.validation;

import dev.spirallab.spec.Problem;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.data.Inline;
import dev.spirallab.spec.graph.Embedding;
import dev.spirallab.spec.graph.Flatten;
import dev.spirallab.spec.graph.Input;
import dev.spirallab.spec.graph.LayerSpec;
import dev.spirallab.spec.graph.Node;
import dev.spirallab.spec.graph.Reshape;
import dev.spirallab.spec.graph.Transpose;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether what embeddings look up are whole numbers that they have vectors for. */
final class EmbeddingCheck {
    private final DatasetSpec dataset;
    private final Wiring wiring;
    private final List<Problem> problems;

    EmbeddingCheck(DatasetSpec dataset, Wiring wiring, List<Problem> problems) {
        this.dataset = dataset;
        this.wiring = wiring;
        this.problems = problems;
    }

    void run() {
        for (Node node : wiring.order()) {
            if (node.layer() instanceof Embedding embedding) {
                check(node, embedding).ifPresent(problems::add);
            }
        }
    }

    private Optional<Problem> check(Node node, Embedding embedding) {
        Node source = source(node);
        if (!(source.layer() instanceof Input)) {
            return Optional.of(problem("embedding.source", node, Map.of("source", source.id())));
        }
        return dataset instanceof Inline inline
                ? outside(inline, embedding).map(value -> value(node, embedding, value))
                : Optional.of(problem("embedding.data", node, Map.of()));
    }

    /** Where its numbers come from, past layers that only lay them out. */
    private Node source(Node node) {
        List<String> inputs = wiring.inputs(node.id());
        Node before = inputs.isEmpty() ? node : wiring.node(inputs.getFirst());
        return keeps(before.layer()) && !wiring.inputs(before.id()).isEmpty()
                ? source(before)
                : before;
    }

    private static boolean keeps(LayerSpec layer) {
        return layer instanceof Flatten || layer instanceof Reshape || layer instanceof Transpose;
    }

    private static Optional<Double> outside(Inline inline, Embedding embedding) {
        return inline.inputs().stream()
                .flatMap(List::stream)
                .filter(value ->
                        value != Math.rint(value)
                                || value < 0
                                || value >= embedding.numEmbeddings())
                .findFirst();
    }

    private Problem value(Node node, Embedding embedding, double value) {
        return problem(
                "embedding.value",
                node,
                Map.of(
                        "value", Problem.number(value),
                        "max", String.valueOf(embedding.numEmbeddings() - 1)));
    }

    private Problem problem(String code, Node node, Map<String, String> arguments) {
        return Problem.of(code, wiring.path(node.id()), arguments).at(node.id());
    }
}
