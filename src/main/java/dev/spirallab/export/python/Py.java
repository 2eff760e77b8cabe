package dev.spirallab.export.python;

import java.util.List;
import java.util.stream.Collectors;

/** Python's way of writing values. */
final class Py {
    private Py() {}

    /** As people write it: {@code 0.001}, {@code 1e-5}, {@code 2}. */
    static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e7) {
            return String.valueOf((long) value);
        }
        return Double.toString(value).replace(".0E", "E").replace('E', 'e');
    }

    /** Always a float: {@code 2.0}. */
    static String real(double value) {
        return Double.toString(value).replace(".0E", "E").replace('E', 'e');
    }

    static String truth(boolean value) {
        return value ? "True" : "False";
    }

    static String string(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default ->
                        quoted.append(isOdd(c) ? "\\u%04x".formatted((int) c) : String.valueOf(c));
            }
        }
        return quoted.append('"').toString();
    }

    /** What a file in UTF-8 cannot hold, or what changes how the text around it is shown. */
    private static boolean isOdd(char c) {
        return Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT
                || c == '\u2028'
                || c == '\u2029';
    }

    /** One line of a comment. */
    static String comment(String text) {
        return text.chars()
                .filter(c -> !Character.isISOControl(c) && c != 0x2028 && c != 0x2029)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    static String strings(List<String> texts) {
        return texts.stream().map(Py::string).collect(Collectors.joining(", ", "[", "]"));
    }

    static String reals(List<Double> values) {
        return values.stream().map(Py::real).collect(Collectors.joining(", ", "[", "]"));
    }
}
