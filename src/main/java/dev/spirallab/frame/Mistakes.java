package dev.spirallab.frame;

import java.util.List;
import java.util.Optional;

/**
 * The examples that a model does worst on.
 *
 * @param kind of the examples
 * @param rows that were asked, evenly taken where there are very many
 * @param cell which examples were looked at; none: all
 * @param found how many examples are in the cell
 * @param wrong how many of all asked got another class or no number; 0 for a regression
 * @param worst the worst first: least probability of the true class, or largest distance; of
 *     classes without a cell only what got another class
 */
public record Mistakes(
        Exhibit.Kind kind,
        int rows,
        Optional<Cell> cell,
        int found,
        int wrong,
        List<Mistake> worst) {
    public Mistakes {
        worst = List.copyOf(worst);
    }

    /** A cell of the confusion matrix: rows of one class, answered with a class. */
    public record Cell(int truth, int answer) {}

    /**
     * One example. What is no finite number is none.
     *
     * @param truth the class, or the first target
     * @param answer the likeliest class, or what the model says of the first target
     * @param ofTruth the probability of the true class; none for a regression
     * @param ofAnswer the probability of the likeliest class; none for a regression
     * @param loss {@code -ln} of the probability of the true class, or the distance of targets and
     *     answers (L2)
     */
    public record Mistake(
            Exhibit exhibit,
            Optional<Double> truth,
            Optional<Double> answer,
            Optional<Double> ofTruth,
            Optional<Double> ofAnswer,
            Optional<Double> loss) {}
}
