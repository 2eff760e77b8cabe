package dev.spirallab.dataset.table;

import dev.spirallab.spec.data.Column;
import java.util.List;
import java.util.Optional;

/**
 * What is in a column.
 *
 * @param missing cells that say nothing
 * @param distinct how many different cells there are, {@link #MOST_DISTINCT} standing for that and
 *     more
 * @param numbers what they are like, if all cells are numbers
 * @param firstOdd the first cell that is no number
 * @param categories the different cells in order, none where there are too many
 * @param counts how often each of them is there
 */
public record ColumnSketch(
        String name,
        int missing,
        int distinct,
        Optional<Numbers> numbers,
        Optional<Odd> firstOdd,
        List<String> categories,
        List<Integer> counts) {

    /** Columns with as many different cells, or more, cannot be categories. */
    public static final int MOST_DISTINCT = 1001;

    /** Words that repeat are categories if there are no more; other words say nothing. */
    private static final int USUAL_CATEGORIES = 50;

    /** Whole numbers that foretell nothing but a class. */
    private static final int USUAL_CLASSES = 20;

    public ColumnSketch {
        categories = List.copyOf(categories);
        counts = List.copyOf(counts);
    }

    /**
     * @param deviation divisor N
     * @param whole whether all are whole numbers
     * @param histogram how many there are in each of equal parts of the range; one part where all
     *     are equal
     */
    public record Numbers(
            double mean,
            double deviation,
            double min,
            double max,
            boolean whole,
            List<Integer> histogram) {
        public Numbers {
            histogram = List.copyOf(histogram);
        }

        Numbers with(List<Integer> counted) {
            return new Numbers(mean, deviation, min, max, whole, counted);
        }
    }

    ColumnSketch with(Numbers counted) {
        return new ColumnSketch(
                name, missing, distinct, Optional.of(counted), firstOdd, categories, counts);
    }

    /**
     * A cell that is no number.
     *
     * @param count how many such cells there are
     */
    public record Odd(long line, String cell, int count) {}

    public boolean canBeNumeric() {
        return numbers.isPresent();
    }

    public boolean canBeCategory() {
        return !categories.isEmpty();
    }

    public Column asNumeric() {
        return new Column.Numeric(name);
    }

    public Column asCategory() {
        return new Column.Category(name, categories);
    }

    public Column asIgnored() {
        return new Column.Ignored(name);
    }

    /** What it most likely is for the model to see. */
    public Column asFeature() {
        if (canBeNumeric()) {
            return asNumeric();
        }
        return canBeCategory() && distinct <= USUAL_CATEGORIES ? asCategory() : asIgnored();
    }

    /** What it most likely is as the answer. */
    public Column asLabel() {
        boolean classes = numbers.map(all -> all.whole() && distinct <= USUAL_CLASSES).orElse(true);
        return classes && canBeCategory() ? asCategory() : asNumeric();
    }

    /** Whether there is anything to be foretold. */
    boolean canBeLabel() {
        return distinct > 1 && (canBeNumeric() || canBeCategory());
    }
}
