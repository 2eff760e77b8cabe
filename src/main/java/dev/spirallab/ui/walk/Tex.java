package dev.spirallab.ui.walk;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Numbers and sums in LaTeX, and numbers as they stand beside each other in a row. */
final class Tex {
    private static final int DIGITS = 4;
    private static final double TINY = 1e-4;
    private static final double HUGE = 1e6;

    /** Longer sums show their beginning and their end. */
    private static final int TERMS = 6;

    private static final int FIRST = 3;

    private Tex() {}

    /** Four digits that count, without idle zeros: {@code 0.3775}, {@code 1.2 \cdot 10^{-7}}. */
    static String number(double x) {
        if (Double.isNaN(x)) {
            return "\\mathrm{NaN}";
        }
        if (Double.isInfinite(x)) {
            return x > 0 ? "\\infty" : "-\\infty";
        }
        double size = Math.abs(x);
        return x != 0 && (size < TINY || size >= HUGE) ? scientific(x) : plain(x);
    }

    private static String plain(double x) {
        BigDecimal exact = BigDecimal.valueOf(x);
        int whole = exact.precision() - exact.scale();
        BigDecimal rounded = exact.round(new MathContext(Math.max(DIGITS, whole)));
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    private static String scientific(double x) {
        BigDecimal rounded = BigDecimal.valueOf(x).round(new MathContext(DIGITS));
        int exponent = rounded.precision() - rounded.scale() - 1;
        BigDecimal mantissa = rounded.movePointLeft(exponent).stripTrailingZeros();
        return mantissa.toPlainString() + " \\cdot 10^{" + exponent + "}";
    }

    /** As a factor: in brackets where it would be misread. */
    static String factor(double x) {
        String number = number(x);
        return number.startsWith("-") || number.contains("\\cdot")
                ? "\\left(" + number + "\\right)"
                : number;
    }

    /** Four decimals, as PyTorch prints tensors; what would be 0 then with its exponent. */
    static String text(double x) {
        double size = Math.abs(x);
        if (!Double.isFinite(x)) {
            return Double.isNaN(x) ? "NaN" : x > 0 ? "∞" : "−∞";
        }
        if (x != 0 && (size < TINY / 2 || size >= HUGE)) {
            return minus(String.format(Locale.ROOT, "%.1e", x));
        }
        return minus(
                Math.rint(x) == x
                        ? String.format(Locale.ROOT, "%.0f", x)
                        : new BigDecimal(x)
                                .setScale(DIGITS, RoundingMode.HALF_EVEN)
                                .toPlainString());
    }

    /** All digits that it has. */
    static String exact(float x) {
        return minus(Float.toString(x));
    }

    private static String minus(String text) {
        return text.replace("-", "−");
    }

    static String product(double a, double b) {
        return factor(a) + " \\cdot " + factor(b);
    }

    /** {@code left = right = value}, or less where that says nothing new. */
    static String equation(String left, String right, double value) {
        String result = number(value);
        return right.equals(result) || right.isEmpty()
                ? left + " = " + result
                : left + " = " + right + " = " + result;
    }

    /**
     * The sum of so many terms; empty where one that is to be shown is not known.
     *
     * @param term number i, empty if it is not known
     */
    static String sum(int count, IntFunction<String> term) {
        boolean all = count <= TERMS;
        List<String> shown =
                (all ? IntStream.range(0, count) : IntStream.of(0, 1, FIRST - 1, count - 1))
                        .mapToObj(term)
                        .toList();
        if (shown.stream().anyMatch(String::isEmpty)) {
            return "";
        }
        return all
                ? join(shown)
                : join(shown.subList(0, FIRST)) + " + \\cdots + " + shown.getLast();
    }

    private static String join(List<String> terms) {
        return String.join(" + ", terms);
    }

    /** The derivative of the loss by something. */
    static String slope(String by) {
        return "\\frac{\\partial L}{\\partial " + by + "}";
    }

    /** {@code x_{2,1}}, counted from 1; without an index where there is one number only. */
    static String at(String letter, List<Integer> shape, int flat) {
        if (shape.isEmpty()) {
            return letter;
        }
        int rest = flat;
        int[] places = new int[shape.size()];
        for (int i = shape.size() - 1; i >= 0; i--) {
            places[i] = rest % shape.get(i) + 1;
            rest /= shape.get(i);
        }
        return letter
                + "_{"
                + IntStream.of(places).mapToObj(String::valueOf).collect(Collectors.joining(","))
                + "}";
    }
}
