package dev.spirallab.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.spec.data.Feature;
import dev.spirallab.spec.data.Xor;
import java.util.List;
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

    private static Xor xor(long seed) {
        return new Xor(1000, 0.1, seed, 0.2, List.of(Feature.x1, Feature.x2), false);
    }
}
