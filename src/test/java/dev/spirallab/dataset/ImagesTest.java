package dev.spirallab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spirallab.dataset.image.Pictures;
import dev.spirallab.spec.Sha256;
import dev.spirallab.spec.data.Augmentation;
import dev.spirallab.spec.data.Holdout;
import dev.spirallab.spec.data.Idx;
import dev.spirallab.spec.data.ImageTransform;
import dev.spirallab.spec.data.Normalization;
import dev.spirallab.spec.data.PrintedDigits;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImagesTest {
    private static final String PRINTED =
            "e7620eedfc23fd7fd72f98041e375a3333e139dd7d9e66bc3cf00c3d6d565107";

    private static PrintedDigits digits(int samples, ImageTransform... transforms) {
        return new PrintedDigits(
                samples,
                0.1,
                15,
                2,
                List.of(transforms),
                List.of(),
                new Normalization.Measured(),
                7,
                0.2);
    }

    @Test
    void printedDigitsAreTheSameBytesOnEveryMachine() {
        Dataset dataset = Datasets.create(digits(200));
        assertThat(Sha256.of(pixels(dataset.train()).values())).isEqualTo(PRINTED);
    }

    private static Pixels pixels(Part part) {
        return (Pixels) part.examples();
    }

    @Test
    void everyDigitIsPrintedEquallyOften() {
        Dataset dataset = Datasets.create(digits(200));
        for (Part part : List.of(dataset.train(), dataset.test())) {
            int[] labels = ((Targets.Labels) part.targets()).labels();
            for (int digit = 0; digit < 10; digit++) {
                int wanted = digit;
                assertThat(Arrays.stream(labels).filter(label -> label == wanted).count())
                        .isEqualTo(part.rows() / 10);
            }
        }
    }

    @Test
    void theTrainingPartHasMeanZeroAndDeviationOne() {
        float[] train = Datasets.create(digits(200)).train().inputs().values();
        double mean = 0;
        double squares = 0;
        for (float value : train) {
            mean += value / train.length;
            squares += value * value / train.length;
        }
        assertThat(mean).isCloseTo(0, within(1e-4));
        assertThat(squares).isCloseTo(1, within(1e-3));
    }

    @Test
    void transformsMakeTheShape() {
        PrintedDigits spec =
                digits(40, new ImageTransform.Pad(2), new ImageTransform.CenterCrop(20, 30));
        assertThat(spec.inputShape()).containsExactly(1, 20, 30);
        assertThat(Datasets.create(spec).train().examples().columns()).isEqualTo(600);
    }

    @Test
    void aTestPartOfItsOwnIsTheTestPart() {
        Pictures files = new Pictures();
        Idx spec =
                new Idx(
                        pair(files, (byte) 1, 3),
                        Optional.of(pair(files, (byte) 2, 2)),
                        1,
                        1,
                        2,
                        List.of(),
                        List.of(),
                        new Normalization.None(),
                        Holdout.random,
                        7,
                        0.9);
        Dataset dataset = new Library(files).examples(spec).orThrow();
        assertThat(pixels(dataset.train()).values()).containsExactly(1, 1, 1);
        assertThat(pixels(dataset.test()).values()).containsExactly(2, 2);
    }

    private static Idx.Pair pair(Pictures files, byte pixel, int count) {
        byte[] pixels = new byte[count];
        Arrays.fill(pixels, pixel);
        return new Idx.Pair(
                files.keep("images", Pictures.idx(new int[] {count, 1, 1}, pixels)),
                files.keep("labels", Pictures.idx(new int[] {count}, new byte[count])),
                count);
    }

    @Test
    void augmentationNeedsNoDataOfItsOwn() {
        Library library = Library.withoutFiles();
        PrintedDigits plain = digits(40);
        PrintedDigits turned =
                new PrintedDigits(
                        40,
                        0.1,
                        15,
                        2,
                        List.of(),
                        List.of(new Augmentation.RandomRotation(10)),
                        new Normalization.Measured(),
                        7,
                        0.2);
        assertThat(library.examples(turned).orThrow()).isSameAs(library.examples(plain).orThrow());
    }

    @Test
    void aPixelTakesAByte() {
        Dataset dataset = Datasets.create(digits(200));
        assertThat(dataset.train().bytes()).isEqualTo(160 * 784 + 4 * 160);
    }
}
