package dev.spirallab.dataset;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.spirallab.dataset.image.FolderReader;
import dev.spirallab.dataset.image.Gallery;
import dev.spirallab.dataset.image.IdxReader;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.data.Holdout;
import dev.spirallab.spec.data.Idx;
import dev.spirallab.spec.data.ImageFolders;
import dev.spirallab.spec.data.Normalization;
import dev.spirallab.spec.json.Records;
import java.time.Duration;
import java.util.List;

/**
 * The images of files, decoded and transformed. Data sets that differ in what is held out, in how
 * they are normalised or in what chance changes share them for a while, so that a new seed or
 * another share costs no decoding. Safe for use by many threads.
 */
final class Galleries {
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final Contents contents;
    private final Cache<DatasetSpec, Gallery> decoded;

    /**
     * @param contents where the files are
     * @param bytes that may be kept
     */
    Galleries(Contents contents, long bytes) {
        this.contents = contents;
        decoded =
                Caffeine.newBuilder()
                        .maximumWeight(bytes >> 10)
                        .<DatasetSpec, Gallery>weigher(
                                (_, gallery) -> 1 + (gallery.pixels().length >> 10))
                        .expireAfterAccess(KEPT)
                        .build();
    }

    /**
     * @throws UnreadableException where a file is missing, or is not what the document says of it
     */
    Gallery of(Idx spec) {
        return decoded.get(undivided(spec), _ -> IdxReader.read(spec, contents));
    }

    /**
     * @throws UnreadableException where the file is missing, or is not what the document says of it
     */
    Gallery of(ImageFolders spec) {
        return decoded.get(undivided(spec), _ -> FolderReader.read(spec, contents));
    }

    private static <T extends Record & DatasetSpec> T undivided(T spec) {
        T plain = Records.with(spec, "augmentation", List.of());
        plain = Records.with(plain, "normalization", new Normalization.None());
        plain = Records.with(plain, "holdout", Holdout.last);
        plain = Records.with(plain, "seed", 0L);
        return Records.with(plain, "testFraction", 0.0);
    }
}
