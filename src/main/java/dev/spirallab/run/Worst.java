package dev.spirallab.run;

import dev.spirallab.dataset.Targets;
import dev.spirallab.frame.Mistakes;
import dev.spirallab.frame.Mistakes.Cell;
import dev.spirallab.frame.Mistakes.Mistake;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Finds the examples that a model does worst on. */
final class Worst {
    static final int MOST = 24;

    private final Exhibition exhibition;
    private final Assessor assessor;

    /**
     * @param assessor chose the rows that are asked
     */
    Worst(Exhibition exhibition, Assessor assessor) {
        this.exhibition = exhibition;
        this.assessor = assessor;
    }

    /**
     * @param answers of the model to the assessor's rows
     */
    Mistakes of(Optional<Cell> cell, float... answers) {
        return switch (assessor.targets()) {
            case Targets.Labels(int[] labels, int classes) ->
                    classes(cell, labels, Assessor.scores(answers, classes));
            case Targets.Values values -> values(values, answers);
        };
    }

    private Mistakes classes(Optional<Cell> cell, int[] labels, float[][] scores) {
        int[] likeliest =
                IntStream.range(0, labels.length)
                        .map(row -> Assessor.likeliest(scores, row))
                        .toArray();
        int[] inCell =
                IntStream.range(0, labels.length)
                        .filter(row ->
                                cell.isEmpty()
                                        || cell.get().equals(new Cell(labels[row], likeliest[row])))
                        .toArray();
        int[] wrong =
                IntStream.range(0, labels.length)
                        .filter(row ->
                                likeliest[row] != labels[row]
                                        || Float.isNaN(scores[labels[row]][row]))
                        .toArray();
        List<Mistake> worst =
                first(cell.isPresent() ? inCell : wrong, row -> scores[labels[row]][row])
                        .mapToObj(row ->
                                new Mistake(
                                        exhibition.of(assessor.row(row)),
                                        Optional.of((double) labels[row]),
                                        Optional.of((double) likeliest[row]),
                                        finite(scores[labels[row]][row]),
                                        finite(scores[likeliest[row]][row]),
                                        finite(-Math.log(scores[labels[row]][row]))))
                        .toList();
        return mistakes(cell, inCell.length, wrong.length, worst);
    }

    private Mistakes values(Targets.Values wanted, float... answers) {
        int rows = assessor.rows();
        int columns = wanted.values().columns();
        List<Mistake> worst =
                first(IntStream.range(0, rows).toArray(), row -> -distance(wanted, answers, row))
                        .mapToObj(row ->
                                new Mistake(
                                        exhibition.of(assessor.row(row)),
                                        finite(wanted.values().at(row, 0)),
                                        finite(answers[row * columns]),
                                        Optional.empty(),
                                        Optional.empty(),
                                        finite(distance(wanted, answers, row))))
                        .toList();
        return mistakes(Optional.empty(), rows, 0, worst);
    }

    private static double distance(Targets.Values wanted, float[] answers, int row) {
        int columns = wanted.values().columns();
        double squares = 0;
        for (int column = 0; column < columns; column++) {
            double error =
                    answers[row * columns + column] - (double) wanted.values().at(row, column);
            squares += error * error;
        }
        return Math.sqrt(squares);
    }

    /** The least first, and before it what is no number; of equal ones the first row. */
    private static IntStream first(int[] rows, IntToDoubleFunction figure) {
        Comparator<Integer> order =
                Comparator.<Integer, Boolean>comparing(
                                row -> !Double.isNaN(figure.applyAsDouble(row)))
                        .thenComparingDouble(figure::applyAsDouble)
                        .thenComparing(Comparator.naturalOrder());
        return IntStream.of(rows).boxed().sorted(order).limit(MOST).mapToInt(Integer::intValue);
    }

    private Mistakes mistakes(Optional<Cell> cell, int found, int wrong, List<Mistake> worst) {
        return new Mistakes(exhibition.kind(), assessor.rows(), cell, found, wrong, worst);
    }

    private static Optional<Double> finite(double figure) {
        return Double.isFinite(figure) ? Optional.of(figure) : Optional.empty();
    }
}
