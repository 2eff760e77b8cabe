package dev.spirallab.dataset.table;

import dev.spirallab.dataset.UnreadableException;
import dev.spirallab.spec.data.TableFormat;
import dev.spirallab.spec.data.TableFormat.Delimiter;
import dev.spirallab.spec.data.TableFormat.Encoding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Guesses how a file is written from its beginning. */
final class Formats {
    private static final int ROWS = 100;

    /** What does not begin like text: zip archives, of which Excel's files are some. */
    private static final byte[] ARCHIVE = {'P', 'K', 3, 4};

    private Formats() {}

    /**
     * @throws UnreadableException if the file is no text
     */
    static TableFormat detect(byte... bytes) {
        Encoding encoding =
                Encodings.detect(bytes)
                        .filter(_ -> !isArchive(bytes))
                        .orElseThrow(() -> new UnreadableException(TableProblems.notText()));
        Delimiter delimiter =
                Stream.of(Delimiter.values())
                        .max(Comparator.comparingDouble(each -> evenness(bytes, encoding, each)))
                        .orElse(Delimiter.comma);
        return new TableFormat(delimiter, encoding, hasHeader(bytes, encoding, delimiter));
    }

    private static boolean isArchive(byte... bytes) {
        return bytes.length >= ARCHIVE.length
                && Arrays.equals(bytes, 0, ARCHIVE.length, ARCHIVE, 0, ARCHIVE.length);
    }

    /**
     * The share of rows that have as many cells as most rows have, and then how many these are; 0
     * where they have one. The first of equals is taken: a comma.
     */
    private static double evenness(byte[] bytes, Encoding encoding, Delimiter delimiter) {
        List<Integer> widths = widths(bytes, new TableFormat(delimiter, encoding, false));
        return widths.stream()
                .filter(width -> width > 1)
                .mapToDouble(width ->
                        (double) Collections.frequency(widths, width) / widths.size()
                                + width * 1e-6)
                .max()
                .orElse(0);
    }

    /** Those of the first rows, up to one that cannot be read. */
    private static List<Integer> widths(byte[] bytes, TableFormat format) {
        List<Integer> widths = new ArrayList<>();
        try (Rows rows = Rows.ofAnyWidth(bytes, format)) {
            while (widths.size() < ROWS && rows.hasNext()) {
                widths.add(rows.next().cells().length);
            }
        } catch (UnreadableException _) {
            return widths;
        }
        return widths;
    }

    /** Names are no numbers. */
    private static boolean hasHeader(byte[] bytes, Encoding encoding, Delimiter delimiter) {
        try (Rows rows = new Rows(bytes, new TableFormat(delimiter, encoding, false))) {
            return !rows.hasNext()
                    || Arrays.stream(rows.next().cells())
                            .allMatch(cell -> Cells.number(cell).isEmpty());
        }
    }
}
