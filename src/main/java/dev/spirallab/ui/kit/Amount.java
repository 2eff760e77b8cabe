package dev.spirallab.ui.kit;

import java.util.List;

/**
 * What a {@link NumberBox} takes, how it steps, and what it suggests.
 *
 * @param whole whether fractions are refused
 * @param optional whether the box may be empty
 * @param step what the next larger value is larger by, unless {@code factor} is not 1
 * @param factor what the next larger value is multiplied by
 * @param usual values to choose from
 * @param unit in the reader's words; may be empty
 * @param zero what stands for 0 in the reader's words; may be empty
 * @param percent whether it is shown in percent
 */
public record Amount(
        boolean whole,
        boolean optional,
        double min,
        double max,
        double step,
        double factor,
        List<Double> usual,
        String unit,
        String zero,
        boolean percent) {
    public Amount {
        usual = List.copyOf(usual);
    }

    /** The value as the box shows it; the unit stands beside. */
    public String text(double value) {
        if (value == 0 && !zero.isEmpty()) {
            return zero;
        }
        return percent ? Numbers.percent(value) : Numbers.text(value);
    }

    /** The value with its unit, unless a word stands for it. */
    public String full(double value) {
        boolean bare = unit.isEmpty() || (value == 0 && !zero.isEmpty());
        return bare ? text(value) : text(value) + " " + unit;
    }
}
