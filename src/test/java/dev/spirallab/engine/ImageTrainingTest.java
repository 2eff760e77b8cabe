package dev.spirallab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import dev.spirallab.dataset.Dataset;
import dev.spirallab.dataset.Datasets;
import dev.spirallab.dataset.Part;
import dev.spirallab.dataset.Pixels;
import dev.spirallab.program.Division;
import dev.spirallab.program.ProgramGenerator;
import dev.spirallab.spec.data.ImageDataset.Frame;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImageTrainingTest {
    private static final String FLIP = "{'kind': 'randomHorizontalFlip', 'p': 1}";
    private static final String ALL =
            "{'kind': 'randomCrop'}, {'kind': 'randomHorizontalFlip'}, {'kind': 'randomRotation'}";

    private static Valid digits(String augmentation, String... training) {
        return Lab.valid(
                "{'kind': 'printedDigits', 'samples': 60, 'testFraction': 0.5, 'augmentation': [%s]}"
                        .formatted(augmentation),
                Lab.chain(
                        "{'kind': 'conv2d', 'outChannels': 3, 'activation': 'relu'}",
                        "{'kind': 'maxPool2d'}",
                        "{'kind': 'flatten'}",
                        "{'kind': 'dropout'}",
                        Lab.linear(10)),
                training.length == 0
                        ? new String[] {Lab.CROSS_ENTROPY, Lab.ADAM, "'batchSize': 8"}
                        : training);
    }

    /** A linear layer, all images in one batch. */
    private static Valid plain(String augmentation) {
        return Lab.valid(
                "{'kind': 'printedDigits', 'samples': 20, 'testFraction': 0.5,"
                        + " 'normalization': {'kind': 'none'}, 'augmentation': ["
                        + augmentation
                        + "]}",
                Lab.chain("{'kind': 'flatten'}", Lab.linear(10)),
                Lab.CROSS_ENTROPY,
                Lab.ADAM,
                Lab.FULL_BATCH);
    }

    private static Dataset changed(Dataset dataset, Change change) {
        return new Dataset(
                dataset.task(),
                changed(dataset.train(), change),
                changed(dataset.test(), change),
                dataset.plane());
    }

    private static Part changed(Part part, Change change) {
        Pixels pixels = (Pixels) part.examples();
        Frame frame = pixels.frame();
        byte[] changed = new byte[pixels.values().length];
        for (int at = 0; at < changed.length; at++) {
            int x = at % frame.width();
            int y = at / frame.width() % frame.height();
            int image = at - y * frame.width() - x;
            int[] from = change.from(y, x);
            boolean inside =
                    from[0] >= 0
                            && from[0] < frame.height()
                            && from[1] >= 0
                            && from[1] < frame.width();
            changed[at] = inside ? pixels.values()[image + from[0] * frame.width() + from[1]] : 0;
        }
        return new Part(new Pixels(frame, changed, pixels.mean(), pixels.std()), part.targets());
    }

    /** Where a pixel comes from: {@code {y, x}}. */
    private interface Change {
        int[] from(int y, int x);
    }

    private static float[] gradient(Valid valid, Dataset dataset) {
        try (TorchTraining training = Lab.open(valid, dataset)) {
            return training.gradient().values();
        }
    }

    private static float[] gradient(Valid valid) {
        return gradient(valid, Datasets.create(valid.experiment().dataset()));
    }

    @Test
    void imagesAreLearntFrom() {
        Valid valid =
                Lab.valid(
                        "{'kind': 'printedDigits', 'samples': 1000}",
                        Lab.chain("{'kind': 'flatten'}", Lab.linear(64, "relu"), Lab.linear(10)),
                        Lab.CROSS_ENTROPY,
                        Lab.ADAM);
        try (Training training = Lab.open(valid)) {
            Lab.train(training, 400);
            assertThat(training.evaluate().test().accuracy()).isGreaterThan(0.75);
        }
    }

    @Test
    void bytesOnTheDeviceGiveTheSameInputsAsFloats() {
        Valid valid = digits("");
        Dataset dataset = Datasets.create(valid.experiment().dataset());
        Dataset floats =
                new Dataset(
                        dataset.task(),
                        new Part(dataset.train().inputs(), dataset.train().targets()),
                        new Part(dataset.test().inputs(), dataset.test().targets()),
                        dataset.plane());
        try (TorchTraining bytes = Lab.open(valid, dataset);
                TorchTraining plain = Lab.open(valid, floats)) {
            assertThat(bytes.evaluate().train().loss())
                    .isCloseTo(plain.evaluate().train().loss(), within(1e-5));
        }
    }

    @Test
    void theSameExperimentGivesTheSameResultHoweverItIsCut() {
        Valid valid = digits(ALL);
        try (Training one = Lab.open(valid);
                Training other = Lab.open(valid)) {
            Lab.train(one, 20);
            for (int step = 0; step < 20; step++) {
                Lab.train(other, 1);
            }
            assertThat(Lab.parameters(one)).isEqualTo(Lab.parameters(other));
        }
    }

    @Test
    void evaluationLeavesImagesAsTheyAre() {
        try (Training plain = Lab.open(digits(""));
                Training changed = Lab.open(digits(ALL))) {
            assertThat(changed.evaluate()).isEqualTo(plain.evaluate());
        }
    }

    @Test
    void aFlipMirrorsEachImage() {
        Dataset mirrored =
                changed(
                        Datasets.create(plain("").experiment().dataset()),
                        (y, x) -> new int[] {y, 27 - x});
        assertThat(gradient(plain(FLIP)))
                .containsExactly(gradient(plain(""), mirrored), within(1e-5f));
    }

    @Test
    void aCropMovesAnImageByWholePixels() {
        Valid one =
                Lab.valid(
                        "{'kind': 'printedDigits', 'samples': 20, 'testFraction': 0.9,"
                                + " 'normalization': {'kind': 'none'},"
                                + " 'augmentation': [{'kind': 'randomCrop', 'padding': 1}]}",
                        Lab.chain("{'kind': 'flatten'}", Lab.linear(10)),
                        Lab.CROSS_ENTROPY,
                        Lab.ADAM,
                        "'batchSize': 1");
        Valid plain =
                Lab.valid(
                        "{'kind': 'printedDigits', 'samples': 20, 'testFraction': 0.9,"
                                + " 'normalization': {'kind': 'none'}}",
                        Lab.chain("{'kind': 'flatten'}", Lab.linear(10)),
                        Lab.CROSS_ENTROPY,
                        Lab.ADAM,
                        "'batchSize': 1");
        float[] cropped = gradient(one);
        int equal = 0;
        for (int down = -1; down <= 1; down++) {
            for (int right = -1; right <= 1; right++) {
                int dy = down;
                int dx = right;
                Dataset moved =
                        changed(
                                Datasets.create(plain.experiment().dataset()),
                                (y, x) -> new int[] {y + dy, x + dx});
                equal += distance(gradient(plain, moved), cropped) < 1e-4 ? 1 : 0;
            }
        }
        assertThat(equal).isEqualTo(1);
    }

    private static double distance(float[] a, float[] b) {
        double most = 0;
        for (int i = 0; i < a.length; i++) {
            most = Math.max(most, Math.abs(a[i] - b[i]));
        }
        return most;
    }

    @Test
    void aTurnByNothingChangesNothingAndAnyOtherDoes() {
        float[] none = gradient(plain("{'kind': 'randomRotation', 'degrees': 0}"));
        assertThat(none).containsExactly(gradient(plain("")), within(1e-5f));
        assertThat(distance(gradient(plain("{'kind': 'randomRotation'}")), none))
                .isGreaterThan(1e-3);
    }

    @Test
    void dataIsPlacedOnceForAllTrainingsAndGoesWithTheLast() {
        Valid valid = digits(ALL);
        Dataset dataset = Datasets.create(valid.experiment().dataset());
        DataShelf shelf = new DataShelf(Device.cpu());
        var images = TorchEngine.images(valid, dataset);
        TorchTraining one = training(valid, dataset, shelf);
        TorchTraining other = training(valid, dataset, shelf);
        assertThat(images).isPresent();
        assertThat(shelf.size()).isEqualTo(2);
        one.close();
        one.close();
        assertThat(other.train(3).lastLoss()).isFinite();
        other.close();
        assertThat(shelf.size()).isZero();
    }

    private static TorchTraining training(Valid valid, Dataset dataset, DataShelf shelf) {
        return new TorchTraining(
                valid,
                dataset,
                ProgramGenerator.generate(
                        valid, TorchEngine.images(valid, dataset), Division.WHOLE),
                Device.cpu(),
                shelf,
                Integer.MAX_VALUE);
    }

    @Test
    void channelsAreNormalisedEachByItself() {
        Frame frame = new Frame(2, 1, 1);
        Pixels pixels =
                new Pixels(frame, new byte[] {0, -1}, List.of(0.5, 0.25), List.of(0.5, 0.25));
        assertThat(pixels.floats(0).values()).containsExactly(-1, 3);
    }
}
