package dev.spirallab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.dataset.Dataset;
import dev.spirallab.dataset.Datasets;
import dev.spirallab.dataset.Targets;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lesson E6: the classes part in a hidden layer as training goes on. */
class FeaturesLessonTest {
    private static final int EPOCHS = 4;

    @Test
    void classesPartInAHiddenLayerAsTrainingGoesOn() {
        Valid lesson = Lab.lesson("e6");
        Dataset digits = Datasets.create(lesson.experiment().dataset());
        try (TorchTraining training = Lab.open(lesson, digits)) {
            double before = partedness(training, digits);
            Lab.train(training, EPOCHS * training.stepsPerEpoch());
            double after = partedness(training, digits);
            assertThat(before).isLessThan(0.3);
            assertThat(after).isGreaterThan(0.45);
            assertThat(training.evaluate().test().accuracy()).isGreaterThan(0.85);
        }
    }

    /** How much of the variance of the layer's outputs lies between the classes, of 1. */
    private static double partedness(TorchTraining training, Dataset digits) {
        int rows = digits.test().rows();
        Targets.Labels labels = (Targets.Labels) digits.test().targets();
        float[] outputs =
                training.outputs(
                        digits.test().examples().floats(IntStream.range(0, rows).toArray()),
                        "full2");
        int width = outputs.length / rows;
        double[] mean = new double[width];
        double[][] means = new double[labels.classes()][width];
        double[] counts = new double[labels.classes()];
        for (int row = 0; row < rows; row++) {
            int label = labels.labels()[row];
            counts[label]++;
            for (int unit = 0; unit < width; unit++) {
                mean[unit] += outputs[row * width + unit] / (double) rows;
                means[label][unit] += outputs[row * width + unit];
            }
        }
        double all = 0;
        double between = 0;
        for (int row = 0; row < rows; row++) {
            int label = labels.labels()[row];
            for (int unit = 0; unit < width; unit++) {
                double ofClass = means[label][unit] / counts[label] - mean[unit];
                double own = outputs[row * width + unit] - mean[unit];
                between += ofClass * ofClass;
                all += own * own;
            }
        }
        return between / all;
    }
}
