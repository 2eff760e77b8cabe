package dev.spirallab.dataset.table;

import dev.spirallab.dataset.table.ColumnSketch.Numbers;
import dev.spirallab.dataset.table.ColumnSketch.Odd;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Counts what is in a column, cell by cell. Mean and deviation by Welford's method. */
final class Tally {
    /** Numbers by size; words by their characters. */
    private static final Comparator<String> ORDER =
            Comparator.<String>comparingDouble(
                            cell -> Cells.number(cell).orElse(Double.POSITIVE_INFINITY))
                    .thenComparing(Comparator.naturalOrder());

    private final String name;
    private final Map<String, Integer> distinct = new HashMap<>();
    private int missing;
    private int numbers;
    private double mean;
    private double squares;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private boolean whole = true;
    private int odd;
    private @Nullable String firstOdd;
    private long oddLine;

    Tally(String name) {
        this.name = name;
    }

    void add(long line, String cell) {
        if (Cells.isMissing(cell)) {
            missing++;
            return;
        }
        if (distinct.size() < ColumnSketch.MOST_DISTINCT) {
            distinct.merge(cell, 1, Integer::sum);
        } else {
            distinct.computeIfPresent(cell, (_, count) -> count + 1);
        }
        OptionalDouble number = Cells.number(cell).stream().filter(Tally::isSmall).findFirst();
        number.ifPresentOrElse(this::addNumber, () -> addOdd(line, cell));
    }

    private static boolean isSmall(double number) {
        return Math.abs(number) <= Cells.LARGEST;
    }

    private void addNumber(double number) {
        numbers++;
        double before = number - mean;
        mean += before / numbers;
        squares += before * (number - mean);
        min = Math.min(min, number);
        max = Math.max(max, number);
        whole &= number == Math.rint(number);
    }

    private void addOdd(long line, String cell) {
        if (odd == 0) {
            firstOdd = cell;
            oddLine = line;
        }
        odd++;
    }

    /** All but how the numbers are spread. */
    ColumnSketch sketch() {
        List<String> categories = categories();
        return new ColumnSketch(
                name,
                missing,
                distinct.size(),
                odd > 0 || numbers == 0
                        ? Optional.empty()
                        : Optional.of(
                                new Numbers(
                                        mean,
                                        Math.sqrt(squares / numbers),
                                        min,
                                        max,
                                        whole,
                                        List.of())),
                Optional.ofNullable(firstOdd).map(cell -> new Odd(oddLine, cell, odd)),
                categories,
                categories.stream().map(distinct::get).toList());
    }

    /** None where a cell is too long for the name of a category. */
    private List<String> categories() {
        boolean few = distinct.size() < ColumnSketch.MOST_DISTINCT;
        boolean brief = distinct.keySet().stream().allMatch(cell -> cell.length() <= 200);
        return few && brief ? distinct.keySet().stream().sorted(ORDER).toList() : List.of();
    }
}
