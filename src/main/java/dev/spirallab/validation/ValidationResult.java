package dev.spirallab.validation;

import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.graph.Edge;
import dev.spirallab.spec.graph.Node;
import java.util.List;
import java.util.Map;

/** What validation found; the engine accepts only {@link Valid}. */
public sealed interface ValidationResult {

    /** For an invalid experiment at least one that is no hint; for a valid one hints only. */
    List<Problem> problems();

    /** What each node gives, by node id, as far as it can be told. */
    Map<String, TensorShape> shapes();

    /** How many parameters each node has, by node id, as far as it can be told. */
    Map<String, Long> parameters();

    /** The sum over what can be told. */
    Budget budget();

    /**
     * An experiment that can run.
     *
     * @param order all nodes in an order in which each comes after its inputs: the input first, the
     *     output last; the same for the same document
     * @param head what the output means
     */
    record Valid(
            Experiment experiment,
            List<Node> order,
            Head head,
            Map<String, TensorShape> shapes,
            Map<String, Long> parameters,
            Budget budget,
            List<Problem> problems)
            implements ValidationResult {
        public Valid {
            order = List.copyOf(order);
            shapes = Map.copyOf(shapes);
            parameters = Map.copyOf(parameters);
            problems = List.copyOf(problems);
        }

        public Node input() {
            return order.getFirst();
        }

        public Node output() {
            return order.getLast();
        }

        /** The ids of the nodes whose outputs node {@code id} takes, in the order of the edges. */
        public List<String> inputsOf(String id) {
            return experiment.graph().edges().stream()
                    .filter(edge -> edge.to().equals(id))
                    .map(Edge::from)
                    .toList();
        }
    }

    /** An experiment that cannot run yet. */
    record Invalid(
            List<Problem> problems,
            Map<String, TensorShape> shapes,
            Map<String, Long> parameters,
            Budget budget)
            implements ValidationResult {
        public Invalid {
            problems = List.copyOf(problems);
            shapes = Map.copyOf(shapes);
            parameters = Map.copyOf(parameters);
        }
    }
}
