package dev.spirallab.engine;

/**
 * Loss and accuracy over the whole training part and the whole test part, in evaluation mode
 * (dropout off, running statistics). The loss is without regularisation.
 */
public record Evaluation(Score train, Score test) {

    /**
     * @param loss mean over the part; NaN if the part is empty
     * @param accuracy share of rows whose class is right, 0 to 1; NaN for regression or an empty
     *     part
     */
    public record Score(double loss, double accuracy) {
        public static final Score NONE = new Score(Double.NaN, Double.NaN);
    }
}
