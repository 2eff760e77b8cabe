package dev.spirallab.ui.kit;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers as people write them in settings. */
public final class Numbers {
    private static final double PLAIN_FROM = 1e-6;

    private Numbers() {}

    /** The shortest text that reads back equal: {@code 0.001}, {@code 3000}, {@code 1e-8}. */
    public static String text(double number) {
        if (number != 0 && Math.abs(number) < PLAIN_FROM) {
            return Double.toString(number).replace(".0E", "e").replace('E', 'e');
        }
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** What was typed, if it is a number. */
    public static Optional<Double> parse(String typed) {
        try {
            return Optional.of(Double.valueOf(typed.strip().replace(',', '.')))
                    .filter(Double::isFinite);
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
