package dev.spirallab.ui.kit;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers as people write them in settings; {@code frontend/numbers} reads and writes the same
 * (contract/numbers.json).
 */
public final class Numbers {
    private static final double PLAIN_FROM = 1e-3;
    private static final double PLAIN_TO = 1e15;
    private static final Pattern GROUPED =
            Pattern.compile("[+-]?[1-9]\\d{0,2}(,\\d{3})+(\\.\\d*)?");
    private static final Pattern FRACTION = Pattern.compile("([^/]+)/([^/]+)");

    private Numbers() {}

    /** The shortest text that reads back equal: {@code 0.001}, {@code 3000}, {@code 1e-8}. */
    public static String text(double number) {
        double size = Math.abs(number);
        if (number != 0 && (size < PLAIN_FROM || size >= PLAIN_TO)) {
            return Double.toString(number).replace(".0E", "e").replace('E', 'e');
        }
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** A share in percent: {@code 20 %}. */
    public static String percent(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString()
                + " %";
    }

    /**
     * What was typed, if it is a number: {@code 3e-4}, {@code 1/128}, {@code 5%}, {@code 3,000}.
     */
    public static Optional<Double> parse(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT).replace('％', '%').replace('−', '-');
        if (text.endsWith("%")) {
            return parse(text.substring(0, text.length() - 1)).map(percent -> percent / 100);
        }
        Matcher fraction = FRACTION.matcher(text);
        return (fraction.matches() ? quotient(fraction) : plain(text)).filter(Double::isFinite);
    }

    private static Optional<Double> quotient(Matcher fraction) {
        return plain(fraction.group(1))
                .flatMap(over -> plain(fraction.group(2)).map(under -> over / under));
    }

    /** A comma parts thousands where it can, else it is a decimal point. */
    private static Optional<Double> plain(String text) {
        String bare = text.strip();
        String number =
                GROUPED.matcher(bare).matches() ? bare.replace(",", "") : bare.replace(',', '.');
        return number.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)(e[+-]?\\d+)?")
                ? Optional.of(Double.valueOf(number))
                : Optional.empty();
    }
}
