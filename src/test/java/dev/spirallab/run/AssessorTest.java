package dev.spirallab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spirallab.dataset.Dataset;
import dev.spirallab.dataset.Matrix;
import dev.spirallab.dataset.Part;
import dev.spirallab.dataset.Targets;
import dev.spirallab.frame.Assessment;
import dev.spirallab.frame.Assessment.OfClass;
import dev.spirallab.frame.Assessment.OfClasses;
import dev.spirallab.frame.Assessment.OfValues;
import dev.spirallab.frame.Assessment.RocPoint;
import dev.spirallab.spec.data.Task;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Against examples that scikit-learn's documentation works out, and against the definitions. */
class AssessorTest {
    private static final Offset<Double> EXACTLY = within(1e-12);

    /** Of roc_curve's example. */
    private static final float[] SCORES = {.9f, .1f, .6f, .4f, .65f, .35f, .2f, .8f};

    @Test
    void precisionRecallAndF1AreThoseOfScikitLearn() {
        OfClasses judged = classes(3, new int[] {0, 1, 2, 0, 1, 2}, answers(3, 0, 2, 1, 0, 0, 1));

        assertThat(judged.macro().precision()).isCloseTo(2 / 9.0, EXACTLY);
        assertThat(judged.macro().recall()).isCloseTo(1 / 3.0, EXACTLY);
        assertThat(judged.macro().f1()).isCloseTo(0.8 / 3, EXACTLY);
        assertThat(judged.accuracy()).isCloseTo(1 / 3.0, EXACTLY);
        assertThat(judged.confusion())
                .containsExactly(List.of(2, 0, 0), List.of(1, 0, 1), List.of(0, 2, 0));
        assertThat(judged.each().getFirst().precision()).isCloseTo(2 / 3.0, EXACTLY);
        assertThat(judged.each().getFirst().recall()).isEqualTo(1);
    }

    @Test
    void theAreaUnderTheRocCurveIsThatOfScikitLearn() {
        OfClasses judged = classes(2, new int[] {0, 0, 1, 1}, SCORES);

        assertThat(judged.each().get(1).auc())
                .hasValueSatisfying(auc -> assertThat(auc).isCloseTo(0.75, EXACTLY));
        assertThat(judged.confusion()).containsExactly(List.of(2, 0), List.of(1, 1));
    }

    @Test
    void topKIsThatOfScikitLearn() {
        float[] scores = {.5f, .2f, .2f, .3f, .4f, .2f, .2f, .4f, .3f, .7f, .2f, .1f};

        assertThat(classes(3, new int[] {0, 1, 2, 2}, scores).tops())
                .containsExactly(new Assessment.Top(2, 0.75));
    }

    @Test
    void figuresOfManyRandomAnswersFollowFromTheDefinitions() {
        Random random = new Random(7);
        int rows = 400;
        int classes = 7;
        int[] labels = random.ints(rows, 0, classes - 1).toArray(); // one class never occurs
        float[] scores = new float[rows * classes];
        for (int at = 0; at < scores.length; at++) {
            scores[at] = random.nextInt(20) / 20f - 0.4f; // with ties, and below zero
        }

        OfClasses judged = classes(classes, labels, scores);

        for (int label = 0; label < classes; label++) {
            OfClass figures = judged.each().get(label);
            Optional<Double> area = area(label, labels, scores, classes);
            assertThat(figures.auc().isPresent()).isEqualTo(area.isPresent());
            area.ifPresent(
                    wanted -> assertThat(figures.auc().orElseThrow()).isCloseTo(wanted, EXACTLY));
            assertThat(figures.rows()).isEqualTo(count(labels, label));
        }
        assertThat(judged.each().getLast().auc()).isEmpty();
        assertThat(judged.tops()).extracting(Assessment.Top::k).containsExactly(2, 3, 5);
        assertThat(judged.confusion().stream().flatMap(List::stream).mapToInt(n -> n).sum())
                .isEqualTo(rows);
    }

    @Test
    void theRocCurveIsThatOfScikitLearn() {
        List<RocPoint> curve = classes(2, new int[] {0, 0, 1, 1}, SCORES).roc().get(1);

        assertThat(curve)
                .containsExactly(
                        new RocPoint(0, 0),
                        new RocPoint(0, 0.5),
                        new RocPoint(0.5, 0.5),
                        new RocPoint(0.5, 1),
                        new RocPoint(1, 1));
    }

    @Test
    void everyPointOfARocCurveIsWhatCountingByItsLimitGives() {
        Random random = new Random(3);
        int[] labels = random.ints(300, 0, 3).toArray();
        float[] scores = new float[3 * labels.length];
        for (int at = 0; at < scores.length; at++) {
            scores[at] = random.nextInt(15) / 15f;
        }

        List<List<RocPoint>> curves = classes(3, labels, scores).roc();

        for (int label = 0; label < 3; label++) {
            Set<RocPoint> counted = new HashSet<>(Set.of(new RocPoint(0, 0)));
            for (int limit = 0; limit < 15; limit++) {
                counted.add(counted(label, limit / 15f, labels, scores));
            }
            assertThat(counted).containsAll(curves.get(label));
            double trapezoids = 0;
            for (int at = 1; at < curves.get(label).size(); at++) {
                RocPoint from = curves.get(label).get(at - 1);
                RocPoint to = curves.get(label).get(at);
                trapezoids += (to.fpr() - from.fpr()) * (to.tpr() + from.tpr()) / 2;
            }
            assertThat(trapezoids)
                    .isCloseTo(area(label, labels, scores, 3).orElseThrow(), within(1e-3));
        }
    }

    private static RocPoint counted(int label, float limit, int[] labels, float... scores) {
        double right = 0;
        double wrong = 0;
        for (int row = 0; row < labels.length; row++) {
            if (scores[3 * row + label] >= limit) {
                right += labels[row] == label ? 1 : 0;
                wrong += labels[row] == label ? 0 : 1;
            }
        }
        int of = count(labels, label);
        return new RocPoint(
                Math.round(1e4 * wrong / (labels.length - of)) / 1e4,
                Math.round(1e4 * right / of) / 1e4);
    }

    @Test
    void longRocCurvesAreThinnedAndOneSidedOnesAreNone() {
        Random random = new Random(5);
        int[] labels = random.ints(5_000, 0, 2).toArray();
        float[] scores = new float[3 * labels.length];
        for (int at = 0; at < scores.length; at++) {
            scores[at] = random.nextFloat();
        }

        List<List<RocPoint>> curves = classes(3, labels, scores).roc();

        assertThat(curves.getFirst()).hasSizeBetween(100, 200);
        assertThat(curves.getFirst().getFirst()).isEqualTo(new RocPoint(0, 0));
        assertThat(curves.getFirst().getLast()).isEqualTo(new RocPoint(1, 1));
        assertThat(curves.getLast()).isEmpty();
    }

    /** Each pair of a row that belongs and one that does not. */
    private static Optional<Double> area(int label, int[] labels, float[] scores, int classes) {
        double wins = 0;
        int pairs = 0;
        for (int one = 0; one < labels.length; one++) {
            for (int other = 0; other < labels.length; other++) {
                if (labels[one] == label && labels[other] != label) {
                    int compared =
                            Float.compare(
                                    scores[one * classes + label] + 0f,
                                    scores[other * classes + label] + 0f);
                    wins += compared > 0 ? 1 : compared == 0 ? 0.5 : 0;
                    pairs++;
                }
            }
        }
        return pairs == 0 ? Optional.empty() : Optional.of(wins / pairs);
    }

    private static int count(int[] labels, int label) {
        return (int) IntStream.of(labels).filter(each -> each == label).count();
    }

    @Test
    void aClassThatIsNeverAnsweredHasNoPrecisionToSpeakOf() {
        OfClasses judged = classes(2, new int[] {0, 1}, answers(2, 0, 0));

        assertThat(judged.each().get(1)).isEqualTo(new OfClass(1, 0, 0, 0, Optional.of(0.5)));
    }

    @Test
    void errorsOfARegressionAreThoseOfScikitLearn() {
        OfValues one = values(1, new float[] {3, -0.5f, 2, 7}, 2.5f, 0, 2, 8);
        assertThat(one.r2().orElseThrow()).isCloseTo(0.9486081370449679, EXACTLY);
        assertThat(one.mae().orElseThrow()).isCloseTo(0.5, EXACTLY);
        assertThat(one.rmse().orElseThrow()).isCloseTo(Math.sqrt(0.375), EXACTLY);
        assertThat(one.pairs())
                .as("with the only input")
                .contains(new Assessment.Answer(7, 8, Optional.of(0.0)))
                .hasSize(4);

        OfValues two = values(2, new float[] {0.5f, 1, -1, 1, 7, -6}, 0, 2, -1, 2, 8, -5);
        assertThat(two.r2().orElseThrow()).isCloseTo(0.9368005266622779, EXACTLY);
        assertThat(two.mae().orElseThrow()).isCloseTo(0.75, EXACTLY);
    }

    @Test
    void whatIsNoNumberIsNone() {
        assertThat(values(1, new float[] {1, 1}, 1, 2).r2()).isEmpty();
        OfValues broken = values(1, new float[] {1, 2}, Float.NaN, 2);
        assertThat(broken.mae()).isEmpty();
        assertThat(broken.pairs()).hasSize(1);
    }

    @Test
    void theTrainingPartIsJudgedWhereNothingIsHeldOutAndLargePartsAreThinned() {
        Matrix inputs = new Matrix(25_000, 1, new float[25_000]);
        Part part = new Part(inputs, new Targets.Labels(new int[25_000], 2));
        Dataset dataset = new Dataset(new Task.Classification(2), part, none(), Optional.empty());

        Assessor quick = Assessor.quick(dataset);

        assertThat(quick.rows()).isEqualTo(10_000);
        Assessment judged = quick.assess(rows -> new float[2 * rows.rows()]);
        assertThat(judged.test()).isFalse();
        assertThat(judged.of()).isEqualTo(25_000);
        assertThat(judged.rows()).isEqualTo(10_000);
        assertThat(Assessor.whole(dataset).rows()).isEqualTo(25_000);
    }

    private static Part none() {
        return new Part(new Matrix(0, 1, new float[0]), new Targets.Labels(new int[0], 2));
    }

    /** Certain of these classes. */
    private static float[] answers(int classes, int... likeliest) {
        float[] scores = new float[classes * likeliest.length];
        for (int row = 0; row < likeliest.length; row++) {
            scores[row * classes + likeliest[row]] = 1;
        }
        return scores;
    }

    private static OfClasses classes(int classes, int[] labels, float[] scores) {
        Task task = new Task.Classification(classes);
        return judged(task, new Targets.Labels(labels, classes), scores).classes().orElseThrow();
    }

    private static OfValues values(int targets, float[] wanted, float... answers) {
        Matrix values = new Matrix(wanted.length / targets, targets, wanted);
        return judged(new Task.Regression(targets), new Targets.Values(values), answers)
                .values()
                .orElseThrow();
    }

    private static Assessment judged(Task task, Targets targets, float[] scores) {
        int rows = targets.rows();
        Part part = new Part(new Matrix(rows, 1, new float[rows]), targets);
        Dataset dataset = new Dataset(task, part, part, Optional.empty());
        return Assessor.whole(dataset).assess(_ -> scores);
    }
}
