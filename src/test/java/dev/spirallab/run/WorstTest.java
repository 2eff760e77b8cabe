package dev.spirallab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spirallab.dataset.Dataset;
import dev.spirallab.dataset.Datasets;
import dev.spirallab.dataset.Matrix;
import dev.spirallab.dataset.Part;
import dev.spirallab.dataset.Pixels;
import dev.spirallab.dataset.Targets;
import dev.spirallab.frame.Mistakes;
import dev.spirallab.frame.Mistakes.Cell;
import dev.spirallab.frame.Mistakes.Mistake;
import dev.spirallab.spec.data.Feature;
import dev.spirallab.spec.data.ImageDataset.Frame;
import dev.spirallab.spec.data.Spiral;
import dev.spirallab.spec.data.Task;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorstTest {
    private static final int ROWS = 200;
    private static final int CLASSES = 4;

    @Test
    void ofThoseThatAreWrongTheExamplesOfLeastProbabilityOfTheirClassComeFirst() {
        Random random = new Random(11);
        int[] labels = random.ints(ROWS, 0, CLASSES).toArray();
        float[] scores = scores(random);

        Mistakes mistakes = worst(labels, scores).of(Optional.empty(), scores);

        List<Float> ofTruth = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            float truth = scores[row * CLASSES + labels[row]];
            for (int other = 0; other < CLASSES; other++) {
                if (scores[row * CLASSES + other] > truth) {
                    ofTruth.add(truth);
                    break;
                }
            }
        }
        ofTruth.sort(null);
        assertThat(mistakes.wrong()).isEqualTo(ofTruth.size());
        assertThat(mistakes.worst())
                .extracting(mistake -> mistake.ofTruth().orElseThrow().floatValue())
                .isEqualTo(ofTruth.subList(0, 24));
        Mistake first = mistakes.worst().getFirst();
        int row = first.exhibit().row();
        assertThat(first.truth()).hasValue((double) labels[row]);
        assertThat(first.loss().orElseThrow())
                .isCloseTo(-Math.log(scores[row * CLASSES + labels[row]]), within(1e-9));
        assertThat(mistakes.found()).isEqualTo(ROWS);
    }

    @Test
    void whatIsRightIsNoMistake() {
        int[] labels = new int[ROWS];
        float[] scores = new float[ROWS * CLASSES];
        for (int row = 0; row < ROWS; row++) {
            scores[row * CLASSES] = 0.9f;
        }
        scores[5 * CLASSES + 1] = 0.95f;

        Mistakes one = worst(labels, scores).of(Optional.empty(), scores);
        scores[5 * CLASSES + 1] = 0;
        Mistakes none = worst(labels, scores).of(Optional.empty(), scores);

        assertThat(one.worst()).extracting(mistake -> mistake.exhibit().row()).containsExactly(5);
        assertThat(none.worst()).isEmpty();
        assertThat(none.wrong()).isZero();
    }

    @Test
    void aCellOfTheConfusionMatrixHasTheExamplesThatItCounts() {
        Random random = new Random(12);
        int[] labels = random.ints(ROWS, 0, CLASSES).toArray();
        float[] scores = scores(random);
        Dataset dataset = classes(labels);
        Assessor assessor = Assessor.whole(dataset);
        var confusion = assessor.assess(scores).classes().orElseThrow().confusion();
        Worst worst = new Worst(new Exhibition(dataset), assessor);

        int wrong = 0;
        for (int truth = 0; truth < CLASSES; truth++) {
            for (int answer = 0; answer < CLASSES; answer++) {
                Mistakes found = worst.of(Optional.of(new Cell(truth, answer)), scores);
                assertThat(found.found()).isEqualTo(confusion.get(truth).get(answer));
                assertThat(found.worst()).hasSize(Math.min(24, found.found()));
                for (Mistake mistake : found.worst()) {
                    assertThat(mistake.truth()).hasValue((double) truth);
                    assertThat(mistake.answer()).hasValue((double) answer);
                }
                wrong += truth == answer ? 0 : found.found();
            }
        }
        assertThat(worst.of(Optional.empty(), scores).wrong()).isEqualTo(wrong);
    }

    @Test
    void whatIsNoNumberIsWorst() {
        float[] scores = {.9f, .1f, Float.NaN, Float.NaN, .2f, .8f};
        int[] labels = {0, 0, 0};

        List<Mistake> worst = worst(labels, scores).of(Optional.empty(), scores).worst();

        assertThat(worst).extracting(mistake -> mistake.exhibit().row()).containsExactly(1, 2);
        assertThat(worst.getFirst().loss()).isEmpty();
    }

    @Test
    void ofARegressionTheFarthestAnswersComeFirst() {
        Targets wanted = new Targets.Values(new Matrix(3, 2, new float[] {0, 0, 1, 1, 2, 2}));
        Part part = new Part(new Matrix(3, 1, new float[3]), wanted);
        Dataset dataset = new Dataset(new Task.Regression(2), part, part, Optional.empty());
        Worst worst = new Worst(new Exhibition(dataset), Assessor.whole(dataset));

        List<Mistake> mistakes = worst.of(Optional.empty(), 0, .5f, 4, 5, 2, 2).worst();

        assertThat(mistakes).extracting(each -> each.exhibit().row()).containsExactly(1, 0, 2);
        assertThat(mistakes.getFirst().loss()).hasValue(5.0);
        assertThat(mistakes.getFirst().answer()).hasValue(4.0);
    }

    @Test
    void pointsAreShownWhereTheyLieWhateverTheModelIsShown() {
        Dataset spiral =
                Datasets.create(
                        new Spiral(
                                2, 100, 0, 7, 0.2, List.of(Feature.x1Squared, Feature.x2), true));
        Exhibition points = new Exhibition(spiral);

        assertThat(points.kind().plane()).isTrue();
        assertThat(points.kind().columns()).containsExactly("x1", "x2");
        List<String> cells = points.of(3).cells();
        assertThat(cells)
                .extracting(Float::parseFloat)
                .containsExactly(
                        spiral.plane().orElseThrow().testPoints().at(3, 0),
                        spiral.plane().orElseThrow().testPoints().at(3, 1));
    }

    @Test
    void imagesAreShownByTheirPixels() {
        byte[] pixels = {0, 50, 100, (byte) 150, 10, 20, 30, 40};
        Pixels images = new Pixels(new Frame(1, 2, 2), pixels, List.of(0.5), List.of(0.25));
        Part part = new Part(images, new Targets.Labels(new int[] {0, 1}, 2));
        Exhibition shown =
                new Exhibition(
                        new Dataset(new Task.Classification(2), part, part, Optional.empty()));

        assertThat(Base64.getDecoder().decode(shown.of(1).picture().orElseThrow()))
                .containsExactly(10, 20, 30, 40);
        assertThat(Base64.getDecoder().decode(shown.of(0, 1).picture().orElseThrow()))
                .as("the mean of all four")
                .containsExactly(75);
        assertThat(shown.kind(1).height()).isEqualTo(1);
    }

    private static Worst worst(int[] labels, float[] scores) {
        Dataset dataset = classes(scores.length / labels.length, labels);
        return new Worst(new Exhibition(dataset), Assessor.whole(dataset));
    }

    private static Dataset classes(int... labels) {
        return classes(CLASSES, labels);
    }

    private static Dataset classes(int classes, int[] labels) {
        Targets targets = new Targets.Labels(labels, classes);
        Part part = new Part(new Matrix(labels.length, 1, new float[labels.length]), targets);
        return new Dataset(new Task.Classification(classes), part, part, Optional.empty());
    }

    private static float[] scores(Random random) {
        float[] scores = new float[ROWS * CLASSES];
        IntStream.range(0, scores.length).forEach(at -> scores[at] = random.nextFloat());
        return scores;
    }
}
