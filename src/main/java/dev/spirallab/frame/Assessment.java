package dev.spirallab.frame;

import java.util.List;
import java.util.Optional;

/**
 * How a model does on a part of the data, beyond loss and accuracy.
 *
 * @param test whether it is the test part; the training part where nothing is held out
 * @param rows that were asked, evenly taken where there are very many
 * @param of how many the part has
 * @param classes of a classification
 * @param values of a regression
 */
public record Assessment(
        boolean test, int rows, int of, Optional<OfClasses> classes, Optional<OfValues> values) {

    /**
     * @param accuracy share of rows whose class is right
     * @param tops shares of rows whose class is among the likeliest few
     * @param macro means over the classes that occur in truth or answers, each counting as much
     * @param each of each class
     * @param confusion {@code [class][answer]} rows; empty where there are very many classes
     * @param roc of each class, against the rest: the ROC curve from (0, 0) to (1, 1), thinned to
     *     some 200 points; empty where there are no rows on one of the sides, and all of it where
     *     there are more classes than can be told apart
     */
    public record OfClasses(
            double accuracy,
            List<Top> tops,
            OfClass macro,
            List<OfClass> each,
            List<List<Integer>> confusion,
            List<List<RocPoint>> roc) {
        public OfClasses {
            tops = List.copyOf(tops);
            each = List.copyOf(each);
            confusion = List.copyOf(confusion);
            roc = List.copyOf(roc);
        }
    }

    /**
     * What comes of calling all rows the class whose score for it is no less than some limit.
     *
     * @param fpr share of the rows of other classes that are called it, to four decimals
     * @param tpr share of the rows of the class that are called it, to four decimals
     */
    public record RocPoint(double fpr, double tpr) {}

    /** The share of rows whose class is among the {@code k} likeliest. */
    public record Top(int k, double share) {}

    /**
     * @param rows of the class
     * @param precision share of the answers with this class that are right; 0 where there are none
     * @param recall share of the rows of this class that are found; 0 where there are none
     * @param f1 {@code 2 precision recall / (precision + recall)}; 0 where both are
     * @param auc area under the ROC curve, this class against the rest: how often a row of it gets
     *     a higher score for it than a row of another, ties counting half; none where there are no
     *     rows on one of the sides
     */
    public record OfClass(
            int rows, double precision, double recall, double f1, Optional<Double> auc) {}

    /**
     * Means over targets and rows; none where they are no finite numbers.
     *
     * @param r2 {@code 1 - sum (y - a)^2 / sum (y - mean y)^2}, the mean over the targets
     * @param mae mean absolute error
     * @param rmse root of the mean squared error
     * @param pairs of the first target, evenly taken
     */
    public record OfValues(
            Optional<Double> r2, Optional<Double> mae, Optional<Double> rmse, List<Answer> pairs) {
        public OfValues {
            pairs = List.copyOf(pairs);
        }
    }

    /**
     * What was to be answered, and what was.
     *
     * @param input the only one, of data that have no other
     */
    public record Answer(float truth, float answer, Optional<Double> input) {
        public Answer(float truth, float answer) {
            this(truth, answer, Optional.empty());
        }
    }
}
