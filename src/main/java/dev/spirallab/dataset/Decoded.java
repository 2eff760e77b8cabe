package dev.spirallab.dataset;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.spirallab.dataset.image.FolderReader;
import dev.spirallab.dataset.image.Gallery;
import dev.spirallab.dataset.image.IdxReader;
import dev.spirallab.dataset.table.TableData;
import dev.spirallab.dataset.table.TableReader;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.data.Holdout;
import dev.spirallab.spec.data.Idx;
import dev.spirallab.spec.data.ImageFolders;
import dev.spirallab.spec.data.Missing;
import dev.spirallab.spec.data.Normalization;
import dev.spirallab.spec.data.Scaling;
import dev.spirallab.spec.data.Table;
import dev.spirallab.spec.json.Records;
import java.time.Duration;
import java.util.List;

/**
 * What is in files: images, decoded and transformed, and the cells of tables. Data sets that differ
 * in what is held out, in how numbers are scaled and gaps filled or in what chance changes share it
 * for a while, so that a new seed or another share costs no decoding. Safe for use by many threads.
 */
final class Decoded {
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final Contents contents;
    private final Cache<DatasetSpec, Gallery> images;
    private final Cache<Table, TableData> tables;

    /**
     * @param contents where the files are
     * @param bytes that may be kept of images, and again of tables
     */
    Decoded(Contents contents, long bytes) {
        this.contents = contents;
        images =
                Caffeine.newBuilder()
                        .maximumWeight(bytes >> 10)
                        .<DatasetSpec, Gallery>weigher(
                                (_, gallery) -> 1 + (gallery.pixels().length >> 10))
                        .expireAfterAccess(KEPT)
                        .build();
        tables =
                Caffeine.newBuilder()
                        .maximumWeight(bytes >> 10)
                        .<Table, TableData>weigher((_, table) -> kilobytes(table))
                        .expireAfterAccess(KEPT)
                        .build();
    }

    private static int kilobytes(TableData table) {
        long numbers = (long) table.rows() * (table.columns().length + 1);
        return (int) Math.min(Integer.MAX_VALUE, 1 + ((numbers * Double.BYTES) >> 10));
    }

    /**
     * @throws UnreadableException where a file is missing, or is not what the document says of it
     */
    Gallery of(Idx spec) {
        return images.get(undivided(spec), _ -> IdxReader.read(spec, contents));
    }

    /**
     * @throws UnreadableException where the file is missing, or is not what the document says of it
     */
    Gallery of(ImageFolders spec) {
        return images.get(undivided(spec), _ -> FolderReader.read(spec, contents));
    }

    /**
     * @throws UnreadableException where the file is missing, or is not what the document says of it
     */
    TableData of(Table spec) {
        Table plain = Records.with(spec, "missing", Missing.zero);
        plain = whole(Records.with(plain, "scaling", Scaling.none));
        return tables.get(plain, _ -> TableReader.read(spec, contents));
    }

    private static <T extends Record & DatasetSpec> T undivided(T spec) {
        T plain = Records.with(spec, "augmentation", List.of());
        return whole(Records.with(plain, "normalization", new Normalization.None()));
    }

    /** Nothing is held out. */
    private static <T extends Record & DatasetSpec> T whole(T spec) {
        T plain = Records.with(spec, "holdout", Holdout.last);
        plain = Records.with(plain, "seed", 0L);
        return Records.with(plain, "testFraction", 0.0);
    }
}
