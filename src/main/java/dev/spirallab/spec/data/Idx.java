package dev.spirallab.spec.data;

import dev.spirallab.spec.Default;
import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.Range;
import dev.spirallab.spec.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Grey images and their labels in the format of MNIST (IDX), plain or packed by gzip. The document
 * says what is in the files, and reading checks that it is so.
 *
 * @param test the test part, if it has files of its own; then nothing else is held out
 */
@Kind("idx")
public record Idx(
        Pair train,
        Optional<Pair> test,
        @Range(min = 1, max = MOST_SIDE) @Measure(Quantity.SIDE) int height,
        @Range(min = 1, max = MOST_SIDE) @Measure(Quantity.SIDE) int width,
        @Default("10") @Range(min = 2, max = 1000) @Measure(Quantity.CLASSES) int classes,
        @Default("[]") @Size(max = 8) List<ImageTransform> transforms,
        @Default("[]") @Size(max = 3) List<Augmentation> augmentation,
        @Default("{\"kind\": \"measured\"}") Normalization normalization,
        @Default("\"random\"") Holdout holdout,
        @Default("7") @Range(min = -Range.EXACT, max = Range.EXACT) @Measure(Quantity.SEED)
                long seed,
        @Default("0.2") @Range(min = 0, max = 0.9) @Measure(Quantity.SHARE) double testFraction)
        implements ImageDataset {

    public Idx {
        transforms = List.copyOf(transforms);
        augmentation = List.copyOf(augmentation);
    }

    /**
     * Two files that belong together.
     *
     * @param images {@code [count, height, width]} bytes
     * @param labels {@code [count]} bytes, each 0 to classes - 1
     */
    public record Pair(
            Content images,
            Content labels,
            @Range(min = 1, max = MOST) @Measure(Quantity.EXAMPLES) int count) {
        /** Images in one file. */
        public static final int MOST = 1_000_000;
    }

    @Override
    public Frame frame() {
        return new Frame(1, height, width);
    }

    @Override
    public int classCount() {
        return classes;
    }

    @Override
    public int size() {
        return train.count() + test.map(Pair::count).orElse(0);
    }

    @Override
    public int testSize() {
        return test.map(Pair::count).orElseGet(ImageDataset.super::testSize);
    }

    @Override
    public List<Content> contents() {
        List<Content> contents = new ArrayList<>(List.of(train.images(), train.labels()));
        test.ifPresent(pair -> contents.addAll(List.of(pair.images(), pair.labels())));
        return contents;
    }
}
