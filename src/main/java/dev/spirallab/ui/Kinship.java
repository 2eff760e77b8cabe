package dev.spirallab.ui;

import dev.spirallab.engine.Tuning;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.data.Points;
import dev.spirallab.spec.graph.ModelGraph;
import dev.spirallab.spec.graph.Node;
import dev.spirallab.spec.graph.Position;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.training.TrainingSpec;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** How an experiment is related to the one that a run shows. */
sealed interface Kinship {
    Position NOWHERE = new Position(0, 0);

    /** They train alike. */
    record Same() implements Kinship {}

    /** They train alike once the run is tuned. */
    record Tunable(Tuning tuning) implements Kinship {}

    /** Points were drawn: the run may go on with them, tuned as well. */
    record Redrawn(DatasetSpec dataset, Tuning tuning) implements Kinship {}

    /** Only another run can show it. */
    record Other() implements Kinship {}

    static Kinship of(Experiment shown, Experiment wanted) {
        Tuning tuning = tuning(shown.training(), wanted.training());
        if (isRedrawn(shown.dataset(), wanted.dataset())) {
            Experiment redrawn = shown.withDataset(wanted.dataset());
            return core(redrawn).equals(core(wanted))
                    ? new Redrawn(wanted.dataset(), tuning)
                    : new Other();
        }
        if (!core(shown).equals(core(wanted))) {
            return new Other();
        }
        return tuning.equals(Tuning.NONE) ? new Same() : new Tunable(tuning);
    }

    private static boolean isRedrawn(DatasetSpec shown, DatasetSpec wanted) {
        return wanted instanceof Points
                && !wanted.equals(shown)
                && wanted.inputShape().equals(shown.inputShape())
                && wanted.task().equals(shown.task());
    }

    private static Tuning tuning(TrainingSpec shown, TrainingSpec wanted) {
        Tuning tuning = Tuning.NONE;
        if (shown.optimizer().learningRate() != wanted.optimizer().learningRate()) {
            tuning = tuning.withLearningRate(wanted.optimizer().learningRate());
        }
        if (shown.optimizer().weightDecay() != wanted.optimizer().weightDecay()) {
            tuning = tuning.withWeightDecay(wanted.optimizer().weightDecay());
        }
        if (shown.batchSize() != wanted.batchSize()) {
            tuning = tuning.withBatchSize(wanted.batchSize());
        }
        if (!shown.regularization().equals(wanted.regularization())) {
            tuning = tuning.withRegularization(wanted.regularization());
        }
        return tuning;
    }

    /**
     * The experiment without what may change while it runs, and without what training never sees.
     */
    private static ObjectNode core(Experiment experiment) {
        ObjectNode core =
                (ObjectNode)
                        ExperimentJson.tree(
                                experiment.withTitle("").withGraph(unplaced(experiment.graph())));
        ObjectNode training = (ObjectNode) core.get("training");
        training.remove(List.of("batchSize", "regularization"));
        ((ObjectNode) training.get("optimizer")).remove(List.of("learningRate", "weightDecay"));
        return core;
    }

    private static ModelGraph unplaced(ModelGraph graph) {
        return new ModelGraph(
                graph.nodes().stream().map(Kinship::unplaced).toList(), graph.edges());
    }

    private static Node unplaced(Node node) {
        return new Node(node.id(), node.layer(), NOWHERE);
    }
}
