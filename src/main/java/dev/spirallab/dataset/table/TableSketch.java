package dev.spirallab.dataset.table;

import dev.spirallab.dataset.UnreadableException;
import dev.spirallab.dataset.table.Rows.Row;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.data.Column;
import dev.spirallab.spec.data.Content;
import dev.spirallab.spec.data.Holdout;
import dev.spirallab.spec.data.Missing;
import dev.spirallab.spec.data.Scaling;
import dev.spirallab.spec.data.Table;
import dev.spirallab.spec.data.TableFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What is in a file, before anybody says how it is to be used.
 *
 * @param rows how many there are, the head not counted
 * @param beginning the first rows
 */
public record TableSketch(
        TableFormat format, int rows, List<ColumnSketch> columns, List<List<String>> beginning) {
    private static final int SHOWN = 8;
    private static final long SEED = 7;
    private static final double TEST_FRACTION = 0.2;

    /** What people call the column with the answers, the surest first. */
    private static final List<String> LABELS =
            List.of(
                    "label",
                    "labels",
                    "class",
                    "target",
                    "标签",
                    "类别",
                    "分类",
                    "目标",
                    "species",
                    "price_range",
                    "category",
                    "output",
                    "outcome",
                    "result",
                    "结果",
                    "y");

    public TableSketch {
        columns = List.copyOf(columns);
        beginning = List.copyOf(beginning);
    }

    /** What came of looking at a file. */
    public sealed interface Sketching {
        record Done(TableSketch sketch) implements Sketching {}

        /** It is no table; the problem says where and why. */
        record Unreadable(Problem problem) implements Sketching {}
    }

    /**
     * Looks at a file.
     *
     * @param hints how it is written, as far as somebody said so; the rest is guessed
     */
    public static Sketching of(byte[] bytes, FormatHints hints) {
        try {
            return new Sketching.Done(sketch(bytes, Formats.detect(bytes, hints)));
        } catch (UnreadableException e) {
            return new Sketching.Unreadable(e.problem());
        }
    }

    private static TableSketch sketch(byte[] bytes, TableFormat format) {
        try (Rows rows = new Rows(bytes, format)) {
            if (!rows.hasNext()) {
                throw new UnreadableException(TableProblems.empty());
            }
            Row first = rows.next();
            List<Tally> tallies = names(first, format).stream().map(Tally::new).toList();
            List<List<String>> beginning = new ArrayList<>();
            int count = 0;
            if (!format.header()) {
                count = take(first, tallies, beginning);
            }
            while (rows.hasNext()) {
                count += take(rows.next(), tallies, beginning);
            }
            if (count == 0) {
                throw new UnreadableException(TableProblems.empty());
            }
            List<ColumnSketch> columns = tallies.stream().map(Tally::sketch).toList();
            return new TableSketch(
                    format, count, Histograms.counted(bytes, format, columns), beginning);
        }
    }

    static List<String> names(Row first, TableFormat format) {
        return format.header() ? Names.of(first.cells()) : Names.numbered(first.cells());
    }

    private static int take(Row row, List<Tally> tallies, List<List<String>> beginning) {
        if (beginning.size() < SHOWN) {
            beginning.add(List.of(row.cells()));
        }
        for (int column = 0; column < row.cells().length; column++) {
            tallies.get(column).add(row.line(), row.cells()[column]);
        }
        return 1;
    }

    /** The column that most likely has the answers: by its name, else the last that could. */
    public Optional<ColumnSketch> label() {
        List<ColumnSketch> able = columns.stream().filter(ColumnSketch::canBeLabel).toList();
        return LABELS.stream()
                .flatMap(label -> able.stream().filter(column -> isCalled(column, label)))
                .findFirst()
                .or(() -> able.isEmpty() ? Optional.empty() : Optional.of(able.getLast()));
    }

    private static boolean isCalled(ColumnSketch column, String name) {
        return column.name().toLowerCase(Locale.ROOT).equals(name);
    }

    /** The columns as they are most likely meant. */
    public List<Column> guesses() {
        Optional<ColumnSketch> label = label();
        return columns.stream()
                .map(column ->
                        label.filter(column::equals).isPresent()
                                ? column.asLabel()
                                : column.asFeature())
                .toList();
    }

    /** A data set of it. */
    public Table table(Content content, List<Column> meant, String label) {
        return new Table(
                content,
                format,
                rows,
                meant,
                label,
                Missing.mean,
                Scaling.standardize,
                Holdout.random,
                SEED,
                TEST_FRACTION);
    }

    /** As it is most likely meant. */
    public Table table(Content content) {
        return table(content, guesses(), label().map(ColumnSketch::name).orElse(""));
    }

    /** The index of the column with this name. */
    public int indexOf(String name) {
        return IntStream.range(0, columns.size())
                .filter(column -> columns.get(column).name().equals(name))
                .findFirst()
                .orElse(-1);
    }

    /** Those of the first rows. */
    public List<String> beginningOf(int column) {
        return beginning.stream().map(row -> row.get(column)).toList();
    }
}
