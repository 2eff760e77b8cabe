package dev.spirallab.spec.sweep;

import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.graph.Edge;
import dev.spirallab.spec.graph.Linear;
import dev.spirallab.spec.graph.Node;
import dev.spirallab.spec.json.Records;
import dev.spirallab.spec.training.OptimizerSpec;
import java.util.function.UnaryOperator;

/** Changes an experiment in one setting. */
final class Change {
    private Change() {}

    static Experiment ofTraining(Experiment to, String name, Object value) {
        return to.withTraining(Records.with(to.training(), name, value));
    }

    static Experiment ofOptimizer(Experiment to, String name, Object value) {
        OptimizerSpec optimizer = Records.with(to.training().optimizer(), name, value);
        return ofTraining(to, "optimizer", optimizer);
    }

    static Experiment ofHidden(Experiment to, UnaryOperator<Linear> change) {
        return to.withGraph(
                to.graph()
                        .with(
                                to.graph().nodes().stream()
                                        .map(node -> changed(to, node, change))
                                        .toList(),
                                to.graph().edges()));
    }

    private static Node changed(Experiment of, Node node, UnaryOperator<Linear> change) {
        return node.layer() instanceof Linear layer && isHidden(of, node)
                ? new Node(node.id(), change.apply(layer), node.at())
                : node;
    }

    static boolean hasHidden(Experiment experiment) {
        return experiment.graph().nodes().stream()
                .anyMatch(node -> node.layer() instanceof Linear && isHidden(experiment, node));
    }

    /** Whether another layer comes behind. */
    private static boolean isHidden(Experiment of, Node node) {
        return of.graph().edges().stream().map(Edge::from).anyMatch(node.id()::equals);
    }
}
