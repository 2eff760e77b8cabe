package dev.spirallab.dataset.table;

import java.util.OptionalDouble;
import java.util.Set;

/** What a cell says. */
public final class Cells {
    /** Beyond it a float is infinite, and its square long before. */
    public static final double LARGEST = 1e15;

    private static final Set<String> MISSING =
            Set.of("", "NA", "N/A", "#N/A", "NaN", "nan", "NULL", "null", "None", "?");

    private Cells() {}

    public static boolean isMissing(String cell) {
        return MISSING.contains(cell);
    }

    /** A decimal number, as {@code -12}, {@code +.5} or {@code 1e-3}. */
    public static OptionalDouble number(String cell) {
        return isPlain(cell) ? parsed(cell) : OptionalDouble.empty();
    }

    /** Java reads more than people mean by numbers: hexadecimal ones, {@code 1f}, {@code NaN}. */
    private static boolean isPlain(String cell) {
        for (int at = 0; at < cell.length(); at++) {
            char next = cell.charAt(at);
            boolean digit = next >= '0' && next <= '9';
            if (!digit && ".eE+-".indexOf(next) < 0) {
                return false;
            }
        }
        return !cell.isEmpty();
    }

    private static OptionalDouble parsed(String cell) {
        try {
            return OptionalDouble.of(Double.parseDouble(cell));
        } catch (NumberFormatException _) {
            return OptionalDouble.empty();
        }
    }
}
