package dev.spirallab.export.djl;

import dev.spirallab.spec.graph.Function;
import dev.spirallab.spec.training.Figure;
import java.util.List;
import java.util.stream.Collectors;

/** Java's way of writing values. */
final class J {
    private J() {}

    static String real(double value) {
        return Double.toString(value);
    }

    static String single(double value) {
        return (float) value + "f";
    }

    /** What every figure of its kind is better than. */
    static String worst(Figure figure) {
        return figure.isLoss() ? "Double.POSITIVE_INFINITY" : "Double.NEGATIVE_INFINITY";
    }

    static String singles(List<Double> values) {
        return values.stream().map(J::single).collect(Collectors.joining(", ", "{", "}"));
    }

    /** A literal. */
    static String text(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                literal.append('\\').append(c);
            } else if (Character.isISOControl(c)) {
                literal.append("\\%03o".formatted((int) c));
            } else {
                literal.append(c);
            }
        }
        return literal.append('"').toString();
    }

    static String texts(List<String> texts) {
        return texts.stream().map(J::text).collect(Collectors.joining(", ", "List.of(", ")"));
    }

    static String character(char c) {
        return switch (c) {
            case '\t' -> "'\\t'";
            case '\'' -> "'\\''";
            default -> "'" + c + "'";
        };
    }

    /** One that stays inside of a comment, without escapes that the compiler reads. */
    static String comment(String text) {
        return text.chars()
                .filter(c -> !Character.isISOControl(c) && c != 0x2028 && c != 0x2029 && c != '\\')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    static String function(Function function, String x) {
        return switch (function) {
            case identity -> x;
            case relu -> "Activation.relu(" + x + ")";
            case leakyRelu -> "Activation.leakyRelu(" + x + ", 0.01f)";
            case elu, celu -> "Activation.elu(" + x + ", 1)";
            case selu -> "Activation.selu(" + x + ")";
            case gelu -> "Activation.gelu(" + x + ")";
            case silu -> "Activation.swish(" + x + ", 1)";
            case sigmoid -> "Activation.sigmoid(" + x + ")";
            case tanh -> "Activation.tanh(" + x + ")";
            case softplus -> "Activation.softPlus(" + x + ")";
            case softsign -> "Activation.softSign(" + x + ")";
            // DJL's own takes the logarithm to another base
            case mish -> "mish(" + x + ")";
            case relu6 -> "Activation.relu6(" + x + ")";
            case hardtanh -> x + ".clip(-1, 1)";
            case hardsigmoid -> x + ".add(3).clip(0, 6).div(6)";
            case hardswish -> "hardSwish(" + x + ")";
            case logSigmoid -> "Activation.softPlus(" + x + ".neg()).neg()";
            case tanhshrink -> "tanhShrink(" + x + ")";
        };
    }
}
