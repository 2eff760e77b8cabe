package dev.spirallab.engine;

import dev.spirallab.spec.training.Regularization;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One example's way through a model, back, and the step that follows if it is a batch of its own;
 * the training itself does not take it. Running statistics stand in for those of a batch, and
 * dropout is off.
 *
 * @param step steps done when the model was as it is here
 * @param row of the training part, from 0
 * @param rows of the training part
 * @param learningRate that the step uses
 * @param loss without regularisation
 * @param gradientLength of all parameters together, with regularisation and before clipping
 * @param visits by the node's id, in the order of the graph
 * @param changes in the order in which the parameters lie
 * @param statistics running statistics, by node and name
 */
public record Walk(
        long step,
        int row,
        int rows,
        double learningRate,
        double weightDecay,
        Regularization regularization,
        Glance target,
        double loss,
        double gradientLength,
        Map<String, Visit> visits,
        List<Change> changes,
        Map<String, Map<String, Glance>> statistics) {

    /**
     * What happens at one node.
     *
     * @param sum what its activation function is taken of, where it has one
     * @param inputGradients one for each node before it: what flows back along that edge
     */
    public record Visit(Place output, Optional<Place> sum, List<Glance> inputGradients) {
        public Visit {
            inputGradients = List.copyOf(inputGradients);
        }
    }

    /** A value, and the gradient of the loss by it. */
    public record Place(Glance value, Glance gradient) {}

    /**
     * What the step does to one parameter.
     *
     * @param name such as {@code weight}
     * @param gradient of the loss
     * @param penalized the same with what regularisation adds
     * @param taken the same clipped, which the optimiser takes
     */
    public record Change(
            String node,
            String name,
            Glance before,
            Glance gradient,
            Glance penalized,
            Glance taken,
            Glance after,
            List<Memory> memories) {
        public Change {
            memories = List.copyOf(memories);
        }
    }

    /**
     * What the optimiser keeps for one parameter.
     *
     * @param name as in the program: {@code velocity}, {@code m}, {@code v}, ...
     */
    public record Memory(String name, Glance before, Glance after) {}
}
