package dev.spirallab.validation;

/**
 * How the model's output meets the task, given by task, loss and the output's width:
 *
 * <table>
 * <caption>Which head</caption>
 * <tr><th>task</th><th>loss</th><th>output</th><th>head</th></tr>
 * <tr><td>regression, T targets</td><td>errors: mse, halfSquaredError, l1, smoothL1, huber</td><td>T</td><td>{@link #VALUES}</td></tr>
 * <tr><td>regression, T shares of a whole</td><td>klDivergence</td><td>T</td><td>{@link #LOG_PROBABILITIES}</td></tr>
 * <tr><td>classification, K classes</td><td>crossEntropy, hinge</td><td>K</td><td>{@link #SOFTMAX}</td></tr>
 * <tr><td>classification, K classes</td><td>nll, klDivergence</td><td>K</td><td>{@link #LOG_PROBABILITIES}</td></tr>
 * <tr><td>classification, K classes</td><td>binaryCrossEntropy</td><td>K</td><td>{@link #SIGMOIDS}</td></tr>
 * <tr><td>classification, 2 classes</td><td>binaryCrossEntropy, hinge</td><td>1</td><td>{@link #SIGMOID}</td></tr>
 * <tr><td>classification, K classes</td><td>errors</td><td>K</td><td>{@link #ONE_HOT}</td></tr>
 * </table>
 */
public enum Head {
    /** Outputs are the values themselves. */
    VALUES,
    /**
     * One score a class; probabilities are their softmax, the greatest score is the answer. The
     * hinge's scores are shown so too, though it does not make probabilities of them.
     */
    SOFTMAX,
    /** One log-probability a class; shown as probabilities, the greatest is the answer. */
    LOG_PROBABILITIES,
    /**
     * One score a class, each compared with its one-hot target through a sigmoid of its own; shown
     * as those sigmoids, the greatest score is the answer.
     */
    SIGMOIDS,
    /**
     * One score z for two classes: sigmoid(z) is the probability of class 1 (as which the hinge's
     * scores are shown too), the target is the label (0 or 1), and the answer is class 1 where z is
     * greater than 0.
     */
    SIGMOID,
    /**
     * One output a class, compared as it is with the one-hot target; shown clamped to [0, 1], the
     * greatest output is the answer.
     */
    ONE_HOT
}
