package dev.spirallab.ui.walk;

import static dev.spirallab.ui.walk.Tex.equation;
import static dev.spirallab.ui.walk.Tex.factor;
import static dev.spirallab.ui.walk.Tex.number;

import dev.spirallab.engine.Glance;
import dev.spirallab.spec.training.LossSpec;

/**
 * The loss of one example, and its gradient by the model's output, with the numbers put in.
 *
 * @param z the model's output
 */
record LossFormulas(LossSpec loss, Glance z, Glance t, Glance gradient, double value) {

    /** Empty where only the general formula is shown. */
    String whole() {
        String right =
                switch (loss) {
                    case LossSpec.HalfSquaredError _ -> bracket("\\frac{1}{2}", squares());
                    case LossSpec.Mse _ -> bracket("\\frac{1}{" + z.size() + "}", squares());
                    case LossSpec.L1 _ -> bracket("\\frac{1}{" + z.size() + "}", distances());
                    case LossSpec.CrossEntropy entropy when isPlain(entropy) -> entropy();
                    case LossSpec.Nll nll when nll.weight().isEmpty() && hot() >= 0 ->
                            "-" + factor(z.head()[hot()]);
                    case LossSpec.BinaryCrossEntropy _ when z.size() == 1 -> binary();
                    case LossSpec.CrossEntropy _,
                            LossSpec.Nll _,
                            LossSpec.BinaryCrossEntropy _,
                            LossSpec.Hinge _,
                            LossSpec.KlDivergence _,
                            LossSpec.SmoothL1 _,
                            LossSpec.Huber _ ->
                            "";
                };
        return right.isEmpty() ? "" : equation("L", right, value);
    }

    /** Of number {@code k} of the output. */
    String slope(int k) {
        if (!z.knows(k) || !t.knows(k)) {
            return "";
        }
        String error = error(k);
        String right =
                switch (loss) {
                    case LossSpec.HalfSquaredError _ -> error;
                    case LossSpec.Mse _ ->
                            "\\frac{2}{" + z.size() + "} \\left(" + error + "\\right)";
                    case LossSpec.L1 _ ->
                            "\\frac{1}{"
                                    + z.size()
                                    + "} \\operatorname{sign}\\left("
                                    + error
                                    + "\\right)";
                    case LossSpec.CrossEntropy entropy when isPlain(entropy) -> share(k);
                    case LossSpec.BinaryCrossEntropy _ when z.size() == 1 ->
                            "\\frac{1}{1 + e^{" + number(-z.head()[k]) + "}} - " + target(k);
                    case LossSpec.Nll nll when nll.weight().isEmpty() -> "-" + target(k);
                    case LossSpec.CrossEntropy _,
                            LossSpec.Nll _,
                            LossSpec.BinaryCrossEntropy _,
                            LossSpec.Hinge _,
                            LossSpec.KlDivergence _,
                            LossSpec.SmoothL1 _,
                            LossSpec.Huber _ ->
                            "";
                };
        return right.isEmpty()
                ? ""
                : equation(Tex.slope(Tex.at("y", gradient.shape(), k)), right, gradient.head()[k]);
    }

    private static boolean isPlain(LossSpec.CrossEntropy entropy) {
        return entropy.weight().isEmpty() && entropy.labelSmoothing() == 0;
    }

    private String target(int k) {
        return factor(t.head()[k]);
    }

    private String error(int k) {
        return number(z.head()[k]) + " - " + target(k);
    }

    private String squares() {
        return Tex.sum(z.size(), i -> knows(i) ? "\\left(" + error(i) + "\\right)^2" : "");
    }

    private String distances() {
        return Tex.sum(z.size(), i -> knows(i) ? "\\left|" + error(i) + "\\right|" : "");
    }

    private boolean knows(int k) {
        return z.knows(k) && t.knows(k);
    }

    private static String bracket(String factor, String sum) {
        return sum.isEmpty() ? "" : factor + " \\left(" + sum + "\\right)";
    }

    /** The class that the target names; -1 if it names none. */
    private int hot() {
        for (int i = 0; i < t.head().length; i++) {
            if (t.head()[i] == 1) {
                return i;
            }
        }
        return -1;
    }

    private String entropy() {
        String powers = SoftmaxReasoning.powers(z);
        return hot() < 0 || powers.isEmpty()
                ? ""
                : "-\\ln \\frac{e^{" + number(z.head()[hot()]) + "}}{" + powers + "}";
    }

    private String share(int k) {
        String powers = SoftmaxReasoning.powers(z);
        return powers.isEmpty()
                ? ""
                : "\\frac{e^{" + number(z.head()[k]) + "}}{" + powers + "} - " + target(k);
    }

    private String binary() {
        String x = number(t.head()[0] > 0.5 ? -z.head()[0] : z.head()[0]);
        return "\\ln\\left(1 + e^{" + x + "}\\right)";
    }
}
