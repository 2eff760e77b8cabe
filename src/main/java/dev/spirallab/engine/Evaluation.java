package dev.spirallab.engine;

import dev.spirallab.spec.training.Figure;

/**
 * Loss and accuracy over the whole training part and the whole test part, in evaluation mode
 * (dropout off, running statistics). The loss is without regularisation.
 */
public record Evaluation(Score train, Score test) {

    /** The figure; of the training part where there is no test part. */
    public double figure(Figure figure) {
        return switch (figure) {
            case trainLoss -> train.loss();
            case testLoss -> either(test.loss(), train.loss());
            case trainAccuracy -> train.accuracy();
            case testAccuracy -> either(test.accuracy(), train.accuracy());
        };
    }

    private static double either(double figure, double instead) {
        return Double.isNaN(figure) ? instead : figure;
    }

    /**
     * @param loss mean over the part; NaN if the part is empty
     * @param accuracy share of rows whose class is right, 0 to 1; NaN for regression or an empty
     *     part
     */
    public record Score(double loss, double accuracy) {
        public static final Score NONE = new Score(Double.NaN, Double.NaN);
    }
}
