package dev.spirallab.dataset.table;

import dev.spirallab.dataset.Contents;
import dev.spirallab.dataset.UnreadableException;
import dev.spirallab.dataset.table.Rows.Row;
import dev.spirallab.dataset.table.TableData.Values;
import dev.spirallab.spec.data.Column;
import dev.spirallab.spec.data.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Reads the cells of a table whose document says what is in it, and checks that it is so. */
public final class TableReader {
    private final Table spec;
    private final List<Reading> readings = new ArrayList<>();

    /** A column that is used, while it is read. */
    private record Reading(int index, Values values, Map<String, Integer> categories) {}

    private TableReader(Table spec) {
        this.spec = spec;
        for (int index = 0; index < spec.columns().size(); index++) {
            Column column = spec.columns().get(index);
            if (column.width() > 0) {
                double[] values = new double[spec.rows()];
                readings.add(new Reading(index, new Values(column, values), numbered(column)));
            }
        }
    }

    /**
     * @param spec one that validation found sound
     * @throws UnreadableException if the file is not there, or not what the document says
     */
    public static TableData read(Table spec, Contents contents) {
        byte[] bytes =
                contents.find(spec.content().sha256())
                        .orElseThrow(() ->
                                new UnreadableException(TableProblems.noFile(spec.content())));
        return new TableReader(spec).read(bytes);
    }

    private static Map<String, Integer> numbered(Column column) {
        Map<String, Integer> numbers = new HashMap<>();
        if (column instanceof Column.Category(_, List<String> categories)) {
            categories.forEach(category -> numbers.put(category, numbers.size()));
        }
        return numbers;
    }

    private TableData read(byte[] bytes) {
        int count = 0;
        try (Rows rows = new Rows(bytes, spec.format())) {
            if (rows.hasNext()) {
                Row first = rows.next();
                checkNames(first);
                if (!spec.format().header()) {
                    read(first, count++);
                }
            }
            while (rows.hasNext()) {
                read(rows.next(), count++);
            }
        }
        checkRows(count);
        return data();
    }

    private void checkNames(Row first) {
        List<String> names = TableSketch.names(first, spec.format());
        if (names.size() != spec.columns().size()) {
            throw new UnreadableException(
                    TableProblems.columns(names.size(), spec.columns().size()));
        }
        for (int column = 0; column < names.size(); column++) {
            String want = spec.columns().get(column).name();
            if (!names.get(column).equals(want)) {
                throw new UnreadableException(
                        TableProblems.header(column + 1, names.get(column), want));
            }
        }
    }

    private void checkRows(int count) {
        if (count != spec.rows()) {
            throw new UnreadableException(TableProblems.rows(count, spec.rows()));
        }
    }

    private void read(Row row, int number) {
        if (number >= spec.rows()) {
            return;
        }
        for (Reading reading : readings) {
            String cell = row.cells()[reading.index()];
            reading.values().values()[number] =
                    Cells.isMissing(cell) ? Double.NaN : value(reading, row.line(), cell);
        }
    }

    private static double value(Reading reading, long line, String cell) {
        return switch (reading.values().column()) {
            case Column.Numeric(String name) -> number(name, line, cell);
            case Column.Category(String name, _) -> category(reading, name, line, cell);
            case Column.Ignored _ -> Double.NaN;
        };
    }

    private static double number(String name, long line, String cell) {
        OptionalDouble number = Cells.number(cell);
        if (number.isEmpty()) {
            throw new UnreadableException(TableProblems.notNumber(line, name, cell));
        }
        if (Math.abs(number.getAsDouble()) > Cells.LARGEST) {
            throw new UnreadableException(TableProblems.tooLarge(line, name, cell));
        }
        return number.getAsDouble();
    }

    private static double category(Reading reading, String name, long line, String cell) {
        Integer index = reading.categories().get(cell);
        if (index == null) {
            throw new UnreadableException(TableProblems.unknownCategory(line, name, cell));
        }
        return index;
    }

    private TableData data() {
        List<Values> features = new ArrayList<>();
        Values answers = new Values(new Column.Ignored(spec.label()), new double[0]);
        for (Reading reading : readings) {
            if (reading.values().column().name().equals(spec.label())) {
                answers = reading.values();
            } else {
                features.add(reading.values());
            }
        }
        return new TableData(spec.rows(), features.toArray(Values[]::new), answers);
    }
}
