package dev.spirallab.dataset.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spirallab.dataset.UnreadableException;
import dev.spirallab.dataset.image.ImageSketch.Given;
import dev.spirallab.dataset.image.ImageSketch.Sketching;
import dev.spirallab.i18n.Messages;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.data.Content;
import dev.spirallab.spec.data.Holdout;
import dev.spirallab.spec.data.Idx;
import dev.spirallab.spec.data.Idx.Pair;
import dev.spirallab.spec.data.Normalization;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdxReaderTest {
    private static final byte[] PIXELS = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, -1};
    private static final byte[] IMAGES = Pictures.idx(new int[] {3, 2, 2}, PIXELS);
    private static final byte[] LABELS = Pictures.idx(new int[] {3}, (byte) 0, (byte) 1, (byte) 1);

    private static Idx spec(Content images, Content labels, int count, int height) {
        return new Idx(
                new Pair(images, labels, count),
                Optional.empty(),
                height,
                2,
                2,
                List.of(),
                List.of(),
                new Normalization.None(),
                Holdout.last,
                7,
                0.3);
    }

    private static Gallery read(byte[] images, byte[] labels, int count, int height) {
        Pictures files = new Pictures();
        Idx spec = spec(files.keep("images", images), files.keep("labels", labels), count, height);
        return IdxReader.read(spec, files);
    }

    @Test
    void imagesAndLabelsAreReadInOrder() {
        Gallery gallery = read(IMAGES, LABELS, 3, 2);
        assertThat(gallery.pixels()).isEqualTo(PIXELS);
        assertThat(gallery.labels()).containsExactly(0, 1, 1);
    }

    @Test
    void gzipIsUnpacked() {
        Gallery gallery = read(Pictures.gzip(IMAGES), Pictures.gzip(LABELS), 3, 2);
        assertThat(gallery.pixels()).isEqualTo(PIXELS);
    }

    @SuppressWarnings("ArrayRecordComponent") // looked at once
    record Wrong(String code, byte[] images, byte[] labels, int count, int height) {
        @Override
        public String toString() {
            return code;
        }
    }

    static Stream<Wrong> wrong() {
        byte[] packed = Pictures.gzip(IMAGES);
        byte[] zeros = new byte[1 << 20];
        return Stream.of(
                new Wrong("idx.format", LABELS.clone(), new byte[] {1, 2}, 3, 2),
                new Wrong("idx.format", new byte[] {0, 0, 13, 3}, LABELS, 3, 2),
                new Wrong("idx.dimensions", IMAGES, LABELS, 3, 4),
                new Wrong("idx.dimensions", IMAGES, LABELS, 2, 2),
                new Wrong("idx.dimensions", LABELS, LABELS, 3, 2),
                new Wrong("idx.tooShort", Arrays.copyOf(IMAGES, IMAGES.length - 1), LABELS, 3, 2),
                new Wrong("idx.tooLong", Arrays.copyOf(IMAGES, IMAGES.length + 1), LABELS, 3, 2),
                new Wrong(
                        "idx.tooLong",
                        Pictures.gzip(Pictures.idx(new int[] {3, 2, 2}, zeros)),
                        LABELS,
                        3,
                        2),
                new Wrong("idx.packing", Arrays.copyOf(packed, packed.length - 9), LABELS, 3, 2),
                new Wrong(
                        "idx.label",
                        IMAGES,
                        Pictures.idx(new int[] {3}, (byte) 0, (byte) 2, (byte) 1),
                        3,
                        2));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aWrongFileIsNamedWithWhatIsWrong(Wrong wrong) {
        assertThatThrownBy(() -> read(wrong.images, wrong.labels, wrong.count, wrong.height))
                .isInstanceOfSatisfying(
                        UnreadableException.class,
                        e -> {
                            assertThat(e.problem().code()).isEqualTo(wrong.code);
                            assertSaid(e.problem());
                        });
    }

    static void assertSaid(Problem problem) {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            assertThat(new Messages().text(locale, problem)).doesNotContain("[", "{");
        }
    }

    @Test
    void aMissingFileIsAskedForByName() {
        Idx spec =
                spec(new Content("0".repeat(64), "train"), new Content("1".repeat(64), ""), 3, 2);
        assertThatThrownBy(() -> IdxReader.read(spec, hash -> Optional.empty()))
                .isInstanceOfSatisfying(
                        UnreadableException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("images.noFile"));
    }

    @Test
    void filesAreSketchedInWhateverOrderTheyCome() {
        Pictures files = new Pictures();
        byte[] moreImages = Pictures.idx(new int[] {5, 2, 2}, new byte[20]);
        byte[] moreLabels = Pictures.idx(new int[] {5}, new byte[] {0, 1, 2, 3, 4});
        List<Given> given =
                Stream.of(LABELS, moreImages, IMAGES, moreLabels)
                        .map(file -> new Given(files.keep("file", file), file))
                        .toList();
        assertThat(ImageSketch.of(given))
                .isInstanceOfSatisfying(
                        Sketching.Done.class,
                        done -> {
                            Idx idx = (Idx) done.dataset();
                            assertThat(idx.train().count()).isEqualTo(5);
                            assertThat(idx.trainSize()).isEqualTo(5);
                            assertThat(idx.testSize()).isEqualTo(3);
                            assertThat(idx.classes()).isEqualTo(5);
                            assertThat(IdxReader.read(idx, files).labels())
                                    .containsExactly(0, 1, 2, 3, 4, 0, 1, 1);
                        });
    }

    @Test
    void imagesWithoutLabelsAreNoDataSet() {
        Pictures files = new Pictures();
        Given images = new Given(files.keep("images", IMAGES), IMAGES);
        assertThat(ImageSketch.of(List.of(images, images)))
                .isInstanceOfSatisfying(Sketching.Unreadable.class, no -> assertSaid(no.problem()));
    }
}
