package dev.spirallab.run;

import dev.spirallab.dataset.Dataset;
import dev.spirallab.dataset.Inputs;
import dev.spirallab.dataset.Matrix;
import dev.spirallab.dataset.Part;
import dev.spirallab.dataset.Targets;
import dev.spirallab.frame.Assessment;
import dev.spirallab.frame.Assessment.Answer;
import dev.spirallab.frame.Assessment.OfClass;
import dev.spirallab.frame.Assessment.OfClasses;
import dev.spirallab.frame.Assessment.OfValues;
import dev.spirallab.frame.Assessment.Top;
import dev.spirallab.spec.data.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Judges a model's answers to the test part, or to the training part where nothing is held out. */
public final class Assessor implements Questions.Asked {
    private static final int ROWS = 10_000;
    private static final int AT_ONCE = 8192;

    /** Of rows and classes; sorting them takes some hundredths of a second. */
    private static final int SCORES = 200_000;

    private static final int CONFUSION = 100;
    private static final int CURVES = 20;
    private static final int PAIRS = 500;
    private static final List<Integer> TOPS = List.of(2, 3, 5);

    private final boolean test;
    private final int of;
    private final Inputs inputs;
    private final int[] chosen;
    private final Targets targets;

    private Assessor(Dataset dataset, int most) {
        test = dataset.test().rows() > 0;
        Part part = test ? dataset.test() : dataset.train();
        of = part.rows();
        int rows = Math.min(of, most);
        chosen = IntStream.range(0, rows).map(row -> (int) ((long) row * of / rows)).toArray();
        inputs = part.examples();
        targets = part.targets().pick(chosen);
    }

    /** Asks all rows. */
    public static Assessor whole(Dataset dataset) {
        return new Assessor(dataset, Integer.MAX_VALUE);
    }

    /** Asks as many rows as can be judged in passing. */
    static Assessor quick(Dataset dataset) {
        int classes =
                dataset.task() instanceof Task.Classification(int count) ? Math.max(1, count) : 1;
        return new Assessor(dataset, Math.clamp(SCORES / classes, 1, ROWS));
    }

    @Override
    public int rows() {
        return chosen.length;
    }

    /** Which row of the part is asked as the {@code i}th. */
    int row(int i) {
        return chosen[i];
    }

    /** Of the rows that are asked. */
    Targets targets() {
        return targets;
    }

    @Override
    public Matrix rows(int first, int count) {
        return inputs.floats(Arrays.copyOfRange(chosen, first, first + count));
    }

    /**
     * @param scores the model: {@code [N, inputSize] -> [N, outputs]}
     */
    public Assessment assess(Function<Matrix, float[]> scores) {
        float[] answers = new float[0];
        for (int first = 0; first < rows(); first += AT_ONCE) {
            float[] some = scores.apply(rows(first, Math.min(AT_ONCE, rows() - first)));
            answers = Arrays.copyOf(answers, answers.length + some.length);
            System.arraycopy(some, 0, answers, answers.length - some.length, some.length);
        }
        return assess(answers);
    }

    /**
     * @param answers of the model to all of the inputs
     */
    Assessment assess(float... answers) {
        return switch (targets) {
            case Targets.Labels(int[] labels, int classes) ->
                    assessment(Optional.of(ofClasses(labels, classes, answers)), Optional.empty());
            case Targets.Values(Matrix wanted) ->
                    assessment(Optional.empty(), Optional.of(ofValues(wanted, answers)));
        };
    }

    private Assessment assessment(Optional<OfClasses> classes, Optional<OfValues> values) {
        return new Assessment(test, rows(), of, classes, values);
    }

    // classification

    private static OfClasses ofClasses(int[] labels, int classes, float... answers) {
        float[][] scores = scores(answers, classes);
        int[][] confusion = new int[classes][classes];
        int[] placed = new int[classes];
        for (int row = 0; row < labels.length; row++) {
            confusion[labels[row]][likeliest(scores, row)]++;
            placed[place(scores, row, labels[row])]++;
        }
        List<Ranking> rankings =
                IntStream.range(0, classes)
                        .mapToObj(label -> ranking(label, labels, scores[label]))
                        .toList();
        List<OfClass> each =
                IntStream.range(0, classes)
                        .mapToObj(label -> ofClass(label, confusion, rankings.get(label)))
                        .toList();
        return new OfClasses(
                IntStream.range(0, classes).mapToDouble(c -> confusion[c][c]).sum() / labels.length,
                TOPS.stream()
                        .filter(k -> k < classes)
                        .map(k -> top(k, placed, labels.length))
                        .toList(),
                macro(each, confusion),
                each,
                classes > CONFUSION ? List.of() : lists(confusion),
                classes > CURVES ? List.of() : rankings.stream().map(Ranking::curve).toList());
    }

    private static Ranking ranking(int label, int[] labels, float... scores) {
        boolean[] belongs = new boolean[labels.length];
        for (int row = 0; row < labels.length; row++) {
            belongs[row] = labels[row] == label;
        }
        return Ranking.of(scores, belongs);
    }

    /**
     * @param answers {@code [rows, classes]}
     * @return {@code [class][row]}
     */
    static float[][] scores(float[] answers, int classes) {
        int rows = answers.length / classes;
        float[][] scores = new float[classes][rows];
        for (int at = 0; at < answers.length; at++) {
            scores[at % classes][at / classes] = answers[at];
        }
        return scores;
    }

    /** Of equally likely classes the first, as the accuracy has it. */
    static int likeliest(float[][] scores, int row) {
        int best = 0;
        for (int label = 1; label < scores.length; label++) {
            if (scores[label][row] > scores[best][row]) {
                best = label;
            }
        }
        return best;
    }

    /** How many classes come before this one; of equally likely ones those of lower number. */
    private static int place(float[][] scores, int row, int label) {
        int before = 0;
        for (int other = 0; other < scores.length; other++) {
            float score = scores[other][row];
            boolean first = score > scores[label][row];
            before += first || (score == scores[label][row] && other < label) ? 1 : 0;
        }
        return before;
    }

    private static Top top(int k, int[] placed, int rows) {
        return new Top(k, (double) Arrays.stream(placed, 0, k).sum() / rows);
    }

    private static OfClass ofClass(int label, int[][] confusion, Ranking ranking) {
        int right = confusion[label][label];
        int rows = Arrays.stream(confusion[label]).sum();
        double precision = share(right, answers(label, confusion));
        double recall = share(right, rows);
        double sum = precision + recall;
        return new OfClass(
                rows,
                precision,
                recall,
                sum == 0 ? 0 : 2 * precision * recall / sum,
                ranking.area());
    }

    private static int answers(int label, int[][] confusion) {
        return Arrays.stream(confusion).mapToInt(row -> row[label]).sum();
    }

    private static double share(int part, int of) {
        return of == 0 ? 0 : (double) part / of;
    }

    private static OfClass macro(List<OfClass> each, int[][] confusion) {
        List<OfClass> there =
                IntStream.range(0, each.size())
                        .filter(label ->
                                each.get(label).rows() > 0 || answers(label, confusion) > 0)
                        .mapToObj(each::get)
                        .toList();
        return new OfClass(
                there.stream().mapToInt(OfClass::rows).sum(),
                mean(there, OfClass::precision),
                mean(there, OfClass::recall),
                mean(there, OfClass::f1),
                mean(each.stream().map(OfClass::auc).flatMap(Optional::stream)));
    }

    private static double mean(List<OfClass> classes, ToDoubleFunction<OfClass> figure) {
        return classes.stream().mapToDouble(figure).average().orElse(0);
    }

    private static Optional<Double> mean(Stream<Double> figures) {
        return figures.mapToDouble(Double::doubleValue).average().stream().boxed().findFirst();
    }

    private static List<List<Integer>> lists(int[][] confusion) {
        return Arrays.stream(confusion).map(row -> Arrays.stream(row).boxed().toList()).toList();
    }

    // regression

    private OfValues ofValues(Matrix wanted, float[] answers) {
        double absolute = 0;
        double squared = 0;
        for (int at = 0; at < answers.length; at++) {
            double error = (double) answers[at] - wanted.values()[at];
            absolute += Math.abs(error);
            squared += error * error;
        }
        return new OfValues(
                finite(
                        IntStream.range(0, wanted.columns())
                                .mapToDouble(target -> r2(wanted, answers, target))
                                .average()
                                .orElse(Double.NaN)),
                finite(absolute / answers.length),
                finite(Math.sqrt(squared / answers.length)),
                pairs(wanted, answers));
    }

    private static double r2(Matrix wanted, float[] answers, int target) {
        double mean =
                IntStream.range(0, wanted.rows())
                        .mapToDouble(row -> wanted.at(row, target))
                        .average()
                        .orElse(0);
        double left = 0;
        double all = 0;
        for (int row = 0; row < wanted.rows(); row++) {
            double truth = wanted.at(row, target);
            double answer = answers[row * wanted.columns() + target];
            left += (truth - answer) * (truth - answer);
            all += (truth - mean) * (truth - mean);
        }
        return 1 - left / all;
    }

    private static Optional<Double> finite(double figure) {
        return Double.isFinite(figure) ? Optional.of(figure) : Optional.empty();
    }

    private List<Answer> pairs(Matrix wanted, float[] answers) {
        int count = Math.min(PAIRS, wanted.rows());
        List<Answer> pairs = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int row = (int) ((long) i * wanted.rows() / count);
            float answer = answers[row * wanted.columns()];
            if (Float.isFinite(answer)) {
                pairs.add(new Answer(wanted.at(row, 0), answer, input(row)));
            }
        }
        return pairs;
    }

    /** Where there is one alone, answers make a line over it. */
    private Optional<Double> input(int row) {
        return inputs.columns() == 1
                ? Optional.of((double) rows(row, 1).at(0, 0))
                : Optional.empty();
    }
}
