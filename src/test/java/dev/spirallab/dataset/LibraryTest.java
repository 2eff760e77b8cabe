package dev.spirallab.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.dataset.image.Pictures;
import dev.spirallab.dataset.table.Csv;
import dev.spirallab.spec.data.Content;
import dev.spirallab.spec.data.Feature;
import dev.spirallab.spec.data.Holdout;
import dev.spirallab.spec.data.Idx;
import dev.spirallab.spec.data.Missing;
import dev.spirallab.spec.data.Normalization;
import dev.spirallab.spec.data.Scaling;
import dev.spirallab.spec.data.Table;
import dev.spirallab.spec.data.Xor;
import dev.spirallab.spec.json.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LibraryTest {

    @Test
    void equalDescriptionsShareOneDataset() {
        Library library = Library.withoutFiles();

        Dataset first = library.examples(xor(7)).orThrow();

        assertThat(library.examples(xor(7)).orThrow()).isSameAs(first);
        assertThat(library.examples(xor(8)).orThrow()).isNotSameAs(first);
    }

    @Test
    void whatIsGivenIsWhatWouldBeMadeAnew() {
        assertThat(Library.withoutFiles().examples(xor(7)).orThrow())
                .usingRecursiveComparison()
                .isEqualTo(Datasets.create(xor(7)));
    }

    @Test
    void aLibraryWithoutRoomStillGives() {
        Library library = new Library(Contents.NONE, 0);

        assertThat(library.examples(xor(7)).orThrow().train().rows()).isEqualTo(800);
    }

    @Test
    void anotherSeedDecodesNoFileAnew() {
        Pictures files = new Pictures();
        byte[] pixels = new byte[6 * 4];
        pixels[0] = 9;
        Content images = files.keep("images", Pictures.idx(new int[] {6, 2, 2}, pixels));
        Content labels =
                files.keep("labels", Pictures.idx(new int[] {6}, new byte[] {0, 1, 0, 1, 0, 1}));
        List<String> asked = new ArrayList<>();
        Library library =
                new Library(hash -> {
                    asked.add(hash);
                    return files.find(hash);
                });

        Dataset one = library.examples(idx(images, labels, 7, 0.5)).orThrow();
        Dataset other = library.examples(idx(images, labels, 8, 0.3)).orThrow();

        assertThat(asked).containsExactlyInAnyOrder(images.sha256(), labels.sha256());
        assertThat(one.test().rows()).isEqualTo(3);
        assertThat(other.train().rows()).isEqualTo(4);
    }

    @Test
    void noTableIsReadAgainForAnotherSeedOrScale() {
        Csv csv = Csv.of("x,y,kind", "1,2,a", "3,4,b", ",6,a", "7,8,b");
        List<String> asked = new ArrayList<>();
        Library library =
                new Library(hash -> {
                    asked.add(hash);
                    return csv.contents().find(hash);
                });
        Table table = Records.with(csv.table(), "testFraction", 0.5);

        Dataset one = library.examples(table).orThrow();
        Dataset other = library.examples(Records.with(table, "seed", 8L)).orThrow();
        Dataset plain = library.examples(Records.with(table, "scaling", Scaling.none)).orThrow();
        library.examples(Records.with(table, "missing", Missing.median)).orThrow();

        assertThat(asked).hasSize(1);
        assertThat(other).isNotSameAs(one);
        assertThat(plain)
                .usingRecursiveComparison()
                .isEqualTo(
                        new Library(csv.contents())
                                .examples(Records.with(table, "scaling", Scaling.none))
                                .orThrow());
    }

    private static Idx idx(Content images, Content labels, long seed, double testFraction) {
        return new Idx(
                new Idx.Pair(images, labels, 6),
                Optional.empty(),
                2,
                2,
                2,
                List.of(),
                List.of(),
                new Normalization.Measured(),
                Holdout.random,
                seed,
                testFraction);
    }

    private static Xor xor(long seed) {
        return new Xor(1000, 0.1, seed, 0.2, List.of(Feature.x1, Feature.x2), false);
    }
}
