package dev.spirallab.ui.walk;

import static dev.spirallab.ui.walk.Tex.equation;
import static dev.spirallab.ui.walk.Tex.factor;
import static dev.spirallab.ui.walk.Tex.number;
import static dev.spirallab.ui.walk.Tex.slope;

import dev.spirallab.engine.Glance;

/** Shares of a whole, or their logarithms, of a row of numbers. */
record SoftmaxReasoning(Spot spot, boolean logarithms) implements Reasoning {

    private boolean isRow() {
        return spot.input().shape().size() == 1;
    }

    static String powers(Glance z) {
        return Tex.sum(z.size(), j -> z.knows(j) ? "e^{" + number(z.head()[j]) + "}" : "");
    }

    @Override
    public String value(int k) {
        String powers = powers(spot.input());
        if (!isRow() || powers.isEmpty()) {
            return "";
        }
        String x = number(spot.input().head()[k]);
        return equation(
                Tex.at("y", spot.output().shape(), k),
                logarithms
                        ? x + " - \\ln\\left(" + powers + "\\right)"
                        : "\\frac{e^{" + x + "}}{" + powers + "}",
                spot.output().head()[k]);
    }

    @Override
    public String input(int which, int k) {
        Glance g = spot.visit().output().gradient();
        Glance y = spot.output();
        Glance found = spot.visit().inputGradients().getFirst();
        if (!isRow()) {
            return "";
        }
        String sum =
                Tex.sum(
                        g.size(),
                        j ->
                                logarithms
                                        ? LinearReasoning.one(g, j)
                                        : LinearReasoning.term(g, j, y, j));
        String own = factor(g.head()[k]);
        String right =
                logarithms
                        ? own + " - e^{" + number(y.head()[k]) + "} \\left(" + sum + "\\right)"
                        : factor(y.head()[k])
                                + " \\left("
                                + own
                                + " - \\left("
                                + sum
                                + "\\right)\\right)";
        return sum.isEmpty()
                ? ""
                : equation(slope(Tex.at("x", found.shape(), k)), right, found.head()[k]);
    }
}
