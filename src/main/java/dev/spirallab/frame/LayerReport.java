package dev.spirallab.frame;

import java.util.List;
import java.util.Optional;

/**
 * What goes on inside a model before its next step. The gradient is that of the next batch, with
 * everything that is random in it as that step will draw it.
 *
 * @param learningRate that the next step uses
 * @param batch how many examples the gradient is of
 * @param rows of the training part that were asked for the activations, evenly taken
 * @param layers all nodes but the input, in the order of the graph
 */
public record LayerReport(double learningRate, int batch, int rows, List<Layer> layers) {
    public LayerReport {
        layers = List.copyOf(layers);
    }

    /**
     * A node. What it has no parameters for, or what is not finite, is none.
     *
     * @param node its id
     * @param parameters how many it has
     * @param weights its parameters, biases too
     * @param gradients of the batch's loss by its parameters
     * @param activations its outputs
     * @param gradientNorm the length of its gradient, L2
     * @param updateRatio how far the next step moves its parameters, over how long they are, both
     *     L2; about 0.001 is usual
     * @param deadShare where it ends in a ReLU: the share of its units, or channels, that are 0 for
     *     all rows
     */
    public record Layer(
            String node,
            int parameters,
            Optional<Histogram> weights,
            Optional<Histogram> gradients,
            Optional<Histogram> activations,
            Optional<Double> gradientNorm,
            Optional<Double> updateRatio,
            Optional<Double> deadShare) {}

    /**
     * How numbers spread; of very many some are evenly taken.
     *
     * @param counts of equally wide bins from the least to the greatest
     * @param deviation standard deviation
     */
    public record Histogram(
            double least, double greatest, double mean, double deviation, List<Integer> counts) {
        public Histogram {
            counts = List.copyOf(counts);
        }
    }
}
