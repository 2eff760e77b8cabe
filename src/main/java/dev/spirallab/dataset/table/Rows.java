package dev.spirallab.dataset.table;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.spirallab.dataset.UnreadableException;
import dev.spirallab.spec.data.TableFormat;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;

/**
 * The rows of a CSV file one after the other, all as long as the first, nothing held but the one
 * that is next. Every method throws an {@link UnreadableException} that names the line where the
 * file is no such, or too large.
 */
final class Rows implements AutoCloseable {
    /** More is no table to learn from. */
    static final int MOST_ROWS = 1_000_000;

    static final int MOST_COLUMNS = 1000;
    static final int LONGEST_CELL = 10_000;

    /** FastCSV holds a cell in it; a quote that is never closed ends here. */
    private static final int BUFFER = 1 << 16;

    private final CloseableIterator<Row> rows;
    private final byte[] bytes;
    private final TableFormat format;
    private final boolean even;
    private long line;
    private int width = -1;
    private int count;

    /**
     * A row.
     *
     * @param line on which it begins, counted from 1
     */
    @SuppressWarnings("ArrayRecordComponent") // on its way through
    record Row(long line, String[] cells) {}

    Rows(byte[] bytes, TableFormat format) {
        this(bytes, format, true);
    }

    /** Rows that may have more or fewer cells than the first. */
    static Rows ofAnyWidth(byte[] bytes, TableFormat format) {
        return new Rows(bytes, format, false);
    }

    private Rows(byte[] bytes, TableFormat format, boolean even) {
        this.bytes = bytes;
        this.format = format;
        this.even = even;
        rows = open(Encodings.reader(bytes, format.encoding()), format);
    }

    private static CloseableIterator<Row> open(Reader reader, TableFormat format) {
        return CsvReader.builder()
                .fieldSeparator(format.delimiter().character())
                .quoteCharacter(format.quote().character())
                .maxBufferSize(BUFFER)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(new RowHandler(), reader)
                .iterator();
    }

    boolean hasNext() {
        try {
            return rows.hasNext();
        } catch (CsvParseException e) {
            throw e.getCause() instanceof UnreadableException reason
                    ? reason
                    : new UnreadableException(TableProblems.quotes(line + 1));
        } catch (UncheckedIOException _) {
            throw new UnreadableException(
                    TableProblems.encoding(
                            Encodings.badLine(bytes, format.encoding()).orElse(line + 1)));
        }
    }

    Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Row row = rows.next();
        line = row.line();
        check(row);
        return row;
    }

    private void check(Row row) {
        if (width < 0) {
            width = row.cells().length;
        }
        if (even && row.cells().length != width) {
            throw new UnreadableException(
                    TableProblems.ragged(row.line(), row.cells().length, width));
        }
        count++;
        if (count > MOST_ROWS + (format.header() ? 1 : 0)) {
            throw new UnreadableException(TableProblems.tooManyRows(row.line()));
        }
    }

    @Override
    public void close() {
        try {
            rows.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
