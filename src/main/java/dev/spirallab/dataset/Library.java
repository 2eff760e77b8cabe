package dev.spirallab.dataset;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.data.FeaturedDataset;
import dev.spirallab.spec.data.FormulaDataset;
import dev.spirallab.spec.data.Idx;
import dev.spirallab.spec.data.ImageFolders;
import dev.spirallab.spec.data.Inline;
import dev.spirallab.spec.data.PhonePrices;
import dev.spirallab.spec.data.PrintedDigits;
import dev.spirallab.spec.data.Table;
import dev.spirallab.spec.json.Records;
import java.time.Duration;
import java.util.List;

/**
 * Data sets, each made once and shared by all who use it: nobody changes what is in them. Those in
 * use lately stay in memory. Safe for use by many threads; who asks for what another thread is
 * making waits for it.
 */
public final class Library {
    private static final Duration KEPT = Duration.ofMinutes(30);

    private final Decoded decoded;
    private final Cache<DatasetSpec, Dataset> made;

    /** Those that somebody holds, though they may be kept no longer. */
    private final Cache<DatasetSpec, Dataset> held = Caffeine.newBuilder().weakValues().build();

    /**
     * Keeps up to an eighth of the heap, and half as much of decoded images and of tables each.
     *
     * @param contents where the files are
     */
    public Library(Contents contents) {
        this(contents, Runtime.getRuntime().maxMemory() / 8);
    }

    /**
     * @param bytes that the data sets may take
     */
    Library(Contents contents, long bytes) {
        decoded = new Decoded(contents, bytes / 2);
        made =
                Caffeine.newBuilder()
                        .maximumWeight(bytes >> 10)
                        .<DatasetSpec, Dataset>weigher((_, dataset) -> kilobytes(dataset))
                        .expireAfterAccess(KEPT)
                        .build();
    }

    /** Without files. */
    public static Library withoutFiles() {
        return new Library(Contents.NONE);
    }

    /**
     * @param spec one that validation found sound
     */
    public Examples examples(DatasetSpec spec) {
        try {
            return new Examples.Made(made.get(shared(spec), this::inUse));
        } catch (UnreadableException e) {
            return new Examples.Unreadable(e.problem());
        }
    }

    /**
     * Without what is left for training to do to the examples: data sets of which this is equal
     * share theirs.
     */
    public static DatasetSpec shared(DatasetSpec spec) {
        return switch (spec) {
            case Idx idx -> Records.with(idx, "augmentation", List.of());
            case ImageFolders folders -> Records.with(folders, "augmentation", List.of());
            case PrintedDigits digits -> Records.with(digits, "augmentation", List.of());
            case FeaturedDataset _, FormulaDataset _, PhonePrices _, Inline _, Table _ -> spec;
        };
    }

    private Dataset inUse(DatasetSpec spec) {
        return held.get(spec, each -> Datasets.create(each, decoded));
    }

    private static int kilobytes(Dataset dataset) {
        long bytes = dataset.bytes();
        return (int) Math.min(Integer.MAX_VALUE, 1 + (bytes >> 10));
    }
}
