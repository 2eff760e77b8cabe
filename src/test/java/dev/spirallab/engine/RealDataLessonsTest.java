package dev.spirallab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.spirallab.dataset.Dataset;
import dev.spirallab.dataset.Library;
import dev.spirallab.spec.training.TrainingSpec;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures of lessons D1, D2, E1 and E2, where the real data lies beside the project. */
class RealDataLessonsTest {
    private static final Library LIBRARY = new Library(RealData::file);

    private static TorchTraining open(String lesson) {
        Valid valid = Lab.lesson(lesson);
        boolean there = RealData.has(valid.experiment().dataset());
        assumeTrue(there, "skipped: the files of lesson " + lesson + " are not there");
        Dataset dataset = LIBRARY.examples(valid.experiment().dataset()).orThrow();
        return Lab.open(valid, dataset);
    }

    private static double tested(String lesson) {
        return tested(lesson, epochs(lesson));
    }

    private static int epochs(String lesson) {
        TrainingSpec training = Lab.lesson(lesson).experiment().training();
        return training.epochs().orElseThrow();
    }

    /** Accuracy on the held out part after so many epochs. */
    private static double tested(String lesson, int epochs) {
        try (TorchTraining training = open(lesson)) {
            Lab.train(training, epochs * training.stepsPerEpoch());
            return training.evaluate().test().accuracy();
        }
    }

    @Test
    void rawNumbersGiveAPoorModel() {
        assertThat(tested("d1")).isBetween(0.4, 0.75);
    }

    @ParameterizedTest
    @CsvSource({"d2-tuned, 0.95", "d2-best, 0.9625"})
    void tunedItIsMuchBetter(String lesson, double wanted) {
        assertThat(tested(lesson)).isGreaterThanOrEqualTo(wanted);
    }

    @Test
    void fourHundredPhonesAreHeldOutAHundredOfEachPrice() {
        try (TorchTraining training = open("d1")) {
            assertThat(training.stepsPerEpoch()).isEqualTo(200);
        }
    }

    @Test
    void batchNormIsAheadOfReluWhichIsAheadOfLinearLayers() {
        double plain = tested("e1-plain", 2);
        double relu = tested("e1-relu", 2);
        double norm = tested("e1-batchNorm", 2);
        assertThat(plain).isLessThan(relu);
        assertThat(relu).isLessThan(norm);
    }

    @Test
    void batchNormReachesItsFigure() {
        assertThat(tested("e1-batchNorm")).isGreaterThanOrEqualTo(0.94);
    }

    @Test
    void lenetReachesItsFigure() {
        assertThat(tested("e2-mnist")).isGreaterThanOrEqualTo(0.97);
    }

    @ParameterizedTest
    @CsvSource({"d2-synthetic, 0.9", "e2-printed, 0.95"})
    void withoutFilesThereIsSomethingToLearnAsWell(String lesson, double wanted) {
        assertThat(tested(lesson)).isGreaterThanOrEqualTo(wanted);
    }

    /** The first 8,000 train, the last 2,000 test. */
    @Test
    void theDigitsAreDividedInTheOrderOfTheirFile() {
        Valid valid = Lab.lesson("e1-plain");
        assertThat(valid.experiment().dataset().trainSize()).isEqualTo(8000);
        assertThat(valid.experiment().dataset().testSize()).isEqualTo(2000);
        assertThat(Stream.of("e1-relu", "e1-batchNorm", "e2-mnist"))
                .allSatisfy(name ->
                        assertThat(Lab.lesson(name).experiment().dataset())
                                .isEqualTo(valid.experiment().dataset()));
    }
}
