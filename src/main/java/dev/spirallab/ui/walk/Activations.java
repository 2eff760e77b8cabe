package dev.spirallab.ui.walk;

import static dev.spirallab.ui.walk.Tex.equation;
import static dev.spirallab.ui.walk.Tex.factor;
import static dev.spirallab.ui.walk.Tex.number;

import dev.spirallab.engine.Walk.Place;
import dev.spirallab.spec.graph.Function;

/** Activation functions, and the chain rule through them, number by number. */
final class Activations {
    private Activations() {}

    /**
     * @param from what the function is taken of
     * @param letter of that
     */
    static String value(Function function, String letter, Place from, Place to, int k) {
        float x = from.value().head()[k];
        float y = to.value().head()[k];
        return equation(
                Tex.at("y", to.value().shape(), k)
                        + " = f("
                        + Tex.at(letter, from.value().shape(), k)
                        + ")",
                put(function, x),
                y);
    }

    /** The gradient before the function. */
    static String slope(Function function, String letter, Place from, Place to, int k) {
        float x = from.value().head()[k];
        float y = to.value().head()[k];
        float after = to.gradient().head()[k];
        float before = from.gradient().head()[k];
        String place = Tex.at(letter, from.value().shape(), k);
        String left =
                Tex.slope(place)
                        + " = "
                        + Tex.slope(Tex.at("y", to.value().shape(), k))
                        + "\\, f'("
                        + place
                        + ")";
        return equation(left, factor(after) + derivative(function, x, y, after, before), before);
    }

    private static String put(Function function, double x) {
        return switch (function) {
            case identity -> number(x);
            case relu -> "\\max(0, " + number(x) + ")";
            case sigmoid -> "\\frac{1}{1 + e^{" + number(-x) + "}}";
            case tanh -> "\\tanh\\left(" + number(x) + "\\right)";
            case softplus -> "\\ln\\left(1 + e^{" + number(x) + "}\\right)";
            case softsign -> "\\frac{" + number(x) + "}{1 + |" + number(x) + "|}";
            case silu -> "\\frac{" + number(x) + "}{1 + e^{" + number(-x) + "}}";
            case tanhshrink -> number(x) + " - \\tanh\\left(" + number(x) + "\\right)";
            case logSigmoid -> "-\\ln\\left(1 + e^{" + number(-x) + "}\\right)";
            case relu6 -> "\\min\\left(\\max(0, " + number(x) + "), 6\\right)";
            case hardtanh -> "\\max\\left(-1, \\min(1, " + number(x) + ")\\right)";
            case leakyRelu, elu, selu, gelu, celu, mish, hardsigmoid, hardswish ->
                    "\\operatorname{" + function + "}\\left(" + number(x) + "\\right)";
        };
    }

    /** As a factor; written out where the formula is short, else as the number that it is. */
    private static String derivative(
            Function function, double x, double y, double after, double before) {
        return switch (function) {
            case identity -> "";
            case sigmoid -> " \\cdot " + factor(y) + " \\cdot (1 - " + factor(y) + ")";
            case tanh -> " \\cdot \\left(1 - " + factor(y) + "^2\\right)";
            case relu -> " \\cdot " + (x > 0 ? 1 : 0);
            case leakyRelu -> " \\cdot " + (x > 0 ? "1" : "0.01");
            case relu6 -> " \\cdot " + (x > 0 && x < 6 ? 1 : 0);
            case hardtanh -> " \\cdot " + (x > -1 && x < 1 ? 1 : 0);
            case tanhshrink -> " \\cdot \\tanh^2\\left(" + number(x) + "\\right)";
            case softsign -> " \\cdot \\frac{1}{\\left(1 + |" + number(x) + "|\\right)^2}";
            case softplus, logSigmoid, silu, elu, selu, gelu, celu, mish, hardsigmoid, hardswish ->
                    after == 0 ? "" : " \\cdot " + factor(before / after);
        };
    }
}
