package dev.spirallab.ui.walk;

import static dev.spirallab.ui.walk.Tex.equation;
import static dev.spirallab.ui.walk.Tex.factor;
import static dev.spirallab.ui.walk.Tex.product;
import static dev.spirallab.ui.walk.Tex.slope;

import dev.spirallab.engine.Glance;

/** {@code z = x W^T + b}, at each place of a sequence by itself. */
record LinearReasoning(Spot spot, Glance weight, Glance bias) implements Reasoning {

    static LinearReasoning of(Spot spot) {
        return new LinearReasoning(
                spot, spot.parameter("weight").orElseThrow(), spot.parameter("bias").orElseThrow());
    }

    private int units() {
        return weight.shape().getFirst();
    }

    private int width() {
        return weight.shape().getLast();
    }

    private int places() {
        return spot.input().size() / width();
    }

    @Override
    public String value(int k) {
        int unit = k % units();
        int from = k / units() * width();
        String terms =
                Tex.sum(width(), j -> term(weight, unit * width() + j, spot.input(), from + j));
        Glance result = spot.result().value();
        return terms.isEmpty() || !bias.knows(unit)
                ? ""
                : equation(
                        Tex.at(spot.letter(), result.shape(), k),
                        terms + " + " + factor(bias.head()[unit]),
                        result.head()[k]);
    }

    @Override
    public String input(int which, int k) {
        int column = k % width();
        int from = k / width() * units();
        Glance delta = spot.result().gradient();
        String terms = Tex.sum(units(), i -> term(weight, i * width() + column, delta, from + i));
        Glance found = spot.visit().inputGradients().getFirst();
        return terms.isEmpty()
                ? ""
                : equation(slope(Tex.at("x", found.shape(), k)), terms, found.head()[k]);
    }

    @Override
    public String parameter(String name, int k) {
        boolean ofWeight = name.equals("weight");
        int unit = ofWeight ? k / width() : k;
        Glance delta = spot.result().gradient();
        String terms =
                Tex.sum(
                        places(),
                        p ->
                                ofWeight
                                        ? term(
                                                delta,
                                                p * units() + unit,
                                                spot.input(),
                                                p * width() + k % width())
                                        : one(delta, p * units() + unit));
        String letter = ofWeight ? "w" : "b";
        Glance gradient = spot.gradient(name);
        return terms.isEmpty()
                ? ""
                : equation(slope(Tex.at(letter, gradient.shape(), k)), terms, gradient.head()[k]);
    }

    static String term(Glance a, int i, Glance b, int j) {
        return a.knows(i) && b.knows(j) ? product(a.head()[i], b.head()[j]) : "";
    }

    static String one(Glance a, int i) {
        return a.knows(i) ? factor(a.head()[i]) : "";
    }
}
