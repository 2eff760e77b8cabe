package dev.spirallab.dataset.table;

import dev.spirallab.dataset.UnreadableException;
import dev.spirallab.spec.data.TableFormat;
import dev.spirallab.spec.data.TableFormat.Delimiter;
import dev.spirallab.spec.data.TableFormat.Encoding;
import dev.spirallab.spec.data.TableFormat.Quote;
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
     * @param hints what is not guessed
     * @throws UnreadableException if the file is no text
     */
    static TableFormat detect(byte[] bytes, FormatHints hints) {
        Encoding encoding =
                hints.encoding()
                        .or(() -> Encodings.detect(bytes))
                        .filter(_ -> !isArchive(bytes))
                        .orElseThrow(() -> new UnreadableException(TableProblems.notText()));
        // Other quotes are so rare that apostrophes would more often be mistaken for them.
        Quote quote = hints.quote().orElse(Quote.quotes);
        Delimiter delimiter = hints.delimiter().orElseGet(() -> mostEven(bytes, quote, encoding));
        TableFormat format = new TableFormat(delimiter, quote, encoding, false);
        return new TableFormat(
                delimiter,
                quote,
                encoding,
                hints.header().orElseGet(() -> hasHeader(bytes, format)));
    }

    private static Delimiter mostEven(byte[] bytes, Quote quote, Encoding encoding) {
        return Stream.of(Delimiter.values())
                .max(
                        Comparator.comparingDouble(each ->
                                evenness(bytes, new TableFormat(each, quote, encoding, false))))
                .orElse(Delimiter.comma);
    }

    private static boolean isArchive(byte... bytes) {
        return bytes.length >= ARCHIVE.length
                && Arrays.equals(bytes, 0, ARCHIVE.length, ARCHIVE, 0, ARCHIVE.length);
    }

    /**
     * The share of rows that have as many cells as most rows have, and then how many these are; 0
     * where they have one. The first of equals is taken: a comma.
     */
    private static double evenness(byte[] bytes, TableFormat format) {
        List<Integer> widths = widths(bytes, format);
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
    private static boolean hasHeader(byte[] bytes, TableFormat headless) {
        try (Rows rows = new Rows(bytes, headless)) {
            return !rows.hasNext()
                    || Arrays.stream(rows.next().cells())
                            .allMatch(cell -> Cells.number(cell).isEmpty());
        }
    }
}
