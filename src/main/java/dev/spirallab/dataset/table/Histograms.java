package dev.spirallab.dataset.table;

import dev.spirallab.dataset.table.ColumnSketch.Numbers;
import dev.spirallab.spec.data.TableFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How the numbers of columns are spread: counted when their ranges are known, in a second pass. */
final class Histograms {
    private static final int BINS = 16;

    private Histograms() {}

    /** The same columns with their histograms. */
    static List<ColumnSketch> counted(
            byte[] bytes, TableFormat format, List<ColumnSketch> columns) {
        List<Optional<Bins>> all =
                columns.stream().map(each -> each.numbers().map(Bins::of)).toList();
        if (all.stream().anyMatch(Optional::isPresent)) {
            count(bytes, format, all);
        }
        List<ColumnSketch> counted = new ArrayList<>();
        for (int at = 0; at < columns.size(); at++) {
            ColumnSketch column = columns.get(at);
            counted.add(all.get(at).map(bins -> column.with(bins.counted())).orElse(column));
        }
        return counted;
    }

    private static void count(byte[] bytes, TableFormat format, List<Optional<Bins>> all) {
        try (Rows rows = new Rows(bytes, format)) {
            if (format.header() && rows.hasNext()) {
                rows.next();
            }
            while (rows.hasNext()) {
                String[] cells = rows.next().cells();
                for (int at = 0; at < cells.length; at++) {
                    String cell = cells[at];
                    all.get(at).ifPresent(bins -> bins.add(cell));
                }
            }
        }
    }

    /** Equal parts of the range from the least number to the greatest, which is in the last. */
    @SuppressWarnings("ArrayRecordComponent") // counted into
    private record Bins(Numbers numbers, int[] counts) {

        static Bins of(Numbers numbers) {
            return new Bins(numbers, new int[numbers.max() > numbers.min() ? BINS : 1]);
        }

        void add(String cell) {
            if (!Cells.isMissing(cell)) {
                Cells.number(cell).ifPresent(number -> counts[bin(number)]++);
            }
        }

        private int bin(double number) {
            double range = numbers.max() - numbers.min();
            return range > 0
                    ? (int) Math.min(BINS - 1, BINS * ((number - numbers.min()) / range))
                    : 0;
        }

        Numbers counted() {
            return numbers.with(Arrays.stream(counts).boxed().toList());
        }
    }
}
