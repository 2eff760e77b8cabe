package dev.spirallab.dataset;

import dev.spirallab.dataset.table.TableData.Values;
import dev.spirallab.spec.data.Column;
import dev.spirallab.spec.data.Missing;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What stands in a column where a cell says nothing. */
final class Filling {
    private Filling() {}

    /**
     * @param train the rows that it is measured on
     * @return a number, 0 where none is known; the index of a category, not a number for none
     */
    static double of(Values column, Missing missing, int... train) {
        double[] known =
                Arrays.stream(train)
                        .filter(row -> !column.isMissing(row))
                        .mapToDouble(row -> column.values()[row])
                        .toArray();
        boolean numeric = column.column() instanceof Column.Numeric;
        if (known.length == 0 || missing == Missing.zero) {
            return numeric ? 0 : Double.NaN;
        }
        return switch (missing) {
            case mean -> numeric ? mean(known) : mode(known);
            case median -> numeric ? median(known) : mode(known);
            case mode, zero, dropRow -> mode(known);
        };
    }

    private static double mean(double... known) {
        double sum = 0;
        for (double value : known) {
            sum += value;
        }
        return sum / known.length;
    }

    /** Of two in the middle, halfway between. */
    private static double median(double... known) {
        double[] sorted = known.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The least of those that are equally frequent. */
    private static double mode(double... known) {
        Map<Double, Integer> counts = new HashMap<>();
        double mode = known[0];
        for (double value : known) {
            counts.merge(value, 1, Integer::sum);
        }
        for (Map.Entry<Double, Integer> entry : counts.entrySet()) {
            int more = Integer.compare(entry.getValue(), counts.getOrDefault(mode, 0));
            if (more > 0 || (more == 0 && entry.getKey() < mode)) {
                mode = entry.getKey();
            }
        }
        return mode;
    }
}
