package dev.spirallab.ui.walk;

import static dev.spirallab.ui.walk.Tex.factor;
import static dev.spirallab.ui.walk.Tex.number;

import dev.spirallab.engine.Walk;
import dev.spirallab.engine.Walk.Change;
import dev.spirallab.engine.Walk.Memory;
import dev.spirallab.spec.training.GradientClipping;
import dev.spirallab.spec.training.OptimizerSpec;
import dev.spirallab.spec.training.OptimizerSpec.Adagrad;
import dev.spirallab.spec.training.OptimizerSpec.Adam;
import dev.spirallab.spec.training.OptimizerSpec.AdamW;
import dev.spirallab.spec.training.OptimizerSpec.RmsProp;
import dev.spirallab.spec.training.OptimizerSpec.Sgd;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How one number of a parameter is moved, with the numbers put in: first what becomes of its
 * gradient, then what the optimiser keeps, then the number itself.
 */
final class OptimizerFormulas {
    private final Walk walk;
    private final Change change;
    private final int k;
    private final List<String> lines = new ArrayList<>();
    private final String rate;
    private final double step;

    private OptimizerFormulas(Walk walk, Change change, int k) {
        this.walk = walk;
        this.change = change;
        this.k = k;
        this.rate = factor(walk.learningRate());
        this.step = walk.step() + 1.0;
    }

    static String of(
            OptimizerSpec optimizer,
            Optional<GradientClipping> clipping,
            Walk walk,
            Change change,
            int k) {
        OptimizerFormulas formulas = new OptimizerFormulas(walk, change, k);
        formulas.gradient(clipping);
        formulas.move(optimizer);
        return "\\begin{aligned} " + String.join(" \\\\ ", formulas.lines) + " \\end{aligned}";
    }

    private void line(String left, String right, double value) {
        String result = number(value);
        lines.add(left + " &= " + (right.equals(result) ? right : right + " = " + result));
    }

    private double before() {
        return change.before().head()[k];
    }

    private double after() {
        return change.after().head()[k];
    }

    private double taken() {
        return change.taken().head()[k];
    }

    private void gradient(Optional<GradientClipping> clipping) {
        double found = change.gradient().head()[k];
        double penalized = change.penalized().head()[k];
        if (found != penalized) {
            line("g", penalty(found), penalized);
        }
        if (taken() != penalized) {
            clipping.ifPresent(kind -> line("g", clipped(kind, penalized), taken()));
        }
    }

    private String penalty(double found) {
        double l1 = walk.regularization().l1();
        double l2 = walk.regularization().l2();
        String square = l2 == 0 ? "" : " + " + Tex.product(l2, before());
        String sign = l1 == 0 ? "" : " + " + Tex.product(l1, Math.signum(before()));
        return number(found) + square + sign;
    }

    private String clipped(GradientClipping kind, double penalized) {
        return switch (kind) {
            case GradientClipping.Norm(double most) ->
                    "\\frac{"
                            + number(most)
                            + "}{"
                            + number(walk.gradientLength())
                            + "} \\cdot "
                            + factor(penalized);
            case GradientClipping.Value(double most) ->
                    "\\min\\left(\\max\\left("
                            + number(penalized)
                            + ", -"
                            + number(most)
                            + "\\right), "
                            + number(most)
                            + "\\right)";
        };
    }

    private void move(OptimizerSpec optimizer) {
        switch (optimizer) {
            case Sgd sgd -> sgd(sgd);
            case Adam adam ->
                    adam(
                            decayed(),
                            before(),
                            adam.beta1(),
                            adam.beta2(),
                            adam.eps(),
                            adam.amsgrad());
            case AdamW adam ->
                    adam(taken(), shrunk(), adam.beta1(), adam.beta2(), adam.eps(), adam.amsgrad());
            case RmsProp rmsprop -> rmsProp(rmsprop);
            case Adagrad adagrad -> adagrad(adagrad);
            case OptimizerSpec.Adadelta _,
                    OptimizerSpec.Adamax _,
                    OptimizerSpec.NAdam _,
                    OptimizerSpec.RAdam _,
                    OptimizerSpec.Asgd _,
                    OptimizerSpec.Rprop _,
                    OptimizerSpec.Lbfgs _ ->
                    lines.add("w:\\; & " + number(before()) + " \\to " + number(after()));
        }
    }

    /** The gradient with the decay that is a part of it. */
    private double decayed() {
        if (walk.weightDecay() == 0) {
            return taken();
        }
        double g = taken() + walk.weightDecay() * before();
        line("g", number(taken()) + " + " + Tex.product(walk.weightDecay(), before()), g);
        return g;
    }

    /** The parameter with the decay that is apart from the gradient. */
    private double shrunk() {
        if (walk.weightDecay() == 0) {
            return before();
        }
        double w = (1 - walk.learningRate() * walk.weightDecay()) * before();
        line(
                "w",
                "\\left(1 - "
                        + Tex.product(walk.learningRate(), walk.weightDecay())
                        + "\\right) \\cdot "
                        + factor(before()),
                w);
        return w;
    }

    private Optional<Memory> memory(String name) {
        return change.memories().stream().filter(each -> each.name().equals(name)).findFirst();
    }

    private double was(String name) {
        return memory(name).map(each -> each.before().head()[k]).orElse(0f);
    }

    private double is(String name) {
        return memory(name).map(each -> each.after().head()[k]).orElse(0f);
    }

    private void sgd(Sgd sgd) {
        double g = decayed();
        double mu = sgd.momentum();
        if (mu == 0) {
            line("w", number(before()) + " - " + rate + " \\cdot " + factor(g), after());
            return;
        }
        double share = step > 1 ? 1 - sgd.dampening() : 1;
        line(
                "v",
                Tex.product(mu, was("velocity"))
                        + " + "
                        + (share == 1 ? factor(g) : Tex.product(share, g)),
                is("velocity"));
        String v = factor(is("velocity"));
        String moved =
                sgd.nesterov()
                        ? "\\left(" + number(g) + " + " + factor(mu) + " \\cdot " + v + "\\right)"
                        : v;
        line("w", number(before()) + " - " + rate + " \\cdot " + moved, after());
    }

    private void average(String name, double beta, String what) {
        line(
                name,
                Tex.product(beta, was(name)) + " + " + factor(1 - beta) + " \\cdot " + what,
                is(name));
    }

    private void adam(
            double g, double from, double beta1, double beta2, double eps, boolean amsgrad) {
        average("m", beta1, factor(g));
        average("v", beta2, factor(g) + "^2");
        double v = is("v");
        if (amsgrad) {
            line(
                    "\\bar v",
                    "\\max\\left(" + number(was("largest")) + ", " + number(v) + "\\right)",
                    is("largest"));
            v = is("largest");
        }
        double first = is("m") / (1 - Math.pow(beta1, step));
        double second = v / (1 - Math.pow(beta2, step));
        line("\\hat m", corrected(is("m"), beta1), first);
        line("\\hat v", corrected(v, beta2), second);
        line(
                "w",
                number(from)
                        + " - "
                        + rate
                        + " \\cdot "
                        + quotient(number(first), number(second), eps),
                after());
    }

    private String corrected(double average, double beta) {
        return "\\frac{" + number(average) + "}{1 - " + factor(beta) + "^{" + number(step) + "}}";
    }

    private static String quotient(String over, String square, double eps) {
        return "\\frac{" + over + "}{\\sqrt{" + square + "} + " + number(eps) + "}";
    }

    private void rmsProp(RmsProp rmsprop) {
        double g = decayed();
        average("v", rmsprop.alpha(), factor(g) + "^2");
        String square = number(is("v"));
        if (rmsprop.centered()) {
            average("m", rmsprop.alpha(), factor(g));
            square += " - " + factor(is("m")) + "^2";
        }
        String moved = quotient(number(g), square, rmsprop.eps());
        if (rmsprop.momentum() != 0) {
            line(
                    "b",
                    Tex.product(rmsprop.momentum(), was("velocity")) + " + " + moved,
                    is("velocity"));
            moved = factor(is("velocity"));
        }
        line("w", number(before()) + " - " + rate + " \\cdot " + moved, after());
    }

    private void adagrad(Adagrad adagrad) {
        double g = decayed();
        line("v", number(was("v")) + " + " + factor(g) + "^2", is("v"));
        String slowed =
                adagrad.learningRateDecay() == 0
                        ? rate
                        : "\\frac{"
                                + number(walk.learningRate())
                                + "}{1 + "
                                + number(step - 1)
                                + " \\cdot "
                                + factor(adagrad.learningRateDecay())
                                + "}";
        line(
                "w",
                number(before())
                        + " - "
                        + slowed
                        + " \\cdot "
                        + quotient(number(g), number(is("v")), adagrad.eps()),
                after());
    }
}
