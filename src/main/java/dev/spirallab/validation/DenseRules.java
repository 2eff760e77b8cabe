package dev.spirallab.validation;

import dev.spirallab.spec.graph.Flatten;
import dev.spirallab.spec.graph.Function;
import dev.spirallab.spec.graph.LayerSpec;
import dev.spirallab.spec.graph.Linear;
import dev.spirallab.spec.graph.Maxout;
import dev.spirallab.spec.json.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Layers in which every output sees every input, and their activations. */
final class DenseRules {
    private DenseRules() {}

    /**
     * {@code 2 in units} multiplications and additions, {@code units} for the bias, and f, for each
     * place of a sequence.
     */
    static Outcome linear(Linear linear, TensorShape in) {
        long width = in.rank() > 2 ? in.size() : in.dimensions().getLast();
        long units = linear.units();
        long weights = Count.times(width, units);
        TensorShape out =
                in.rank() == 2
                        ? TensorShape.of(in.width(), linear.units())
                        : TensorShape.of(linear.units());
        long places = out.size() / units;
        long flops = Count.plus(Count.times(2, weights), units * (1 + cost(linear.activation())));
        List<Flaw> flaws = new ArrayList<>(flat(linear, in));
        if (flaws.isEmpty()) {
            flaws.addAll(Starting.flaws(linear.initial(), units, width, units));
            flaws.addAll(
                    InitializerRule.flaws(
                            linear.initializer(), units, width, linear.biasInitializer()));
            flaws.addAll(Outcome.tooWide(out.size()));
        }
        return Outcome.of(
                        out,
                        Count.plus(weights, units),
                        Count.times(places, flops),
                        kept(linear.activation()) * out.size())
                .but(flaws);
    }

    /** The same as so many linear layers, of which the greatest number is kept with its place. */
    static Outcome maxout(Maxout maxout, TensorShape in) {
        long width = in.rank() > 2 ? in.size() : in.dimensions().getLast();
        long maps = Count.times(maxout.units(), maxout.pieces());
        long weights = Count.times(width, maps);
        TensorShape out =
                in.rank() == 2
                        ? TensorShape.of(in.width(), maxout.units())
                        : TensorShape.of(maxout.units());
        long places = out.size() / maxout.units();
        List<Flaw> flaws = new ArrayList<>(flat(maxout, in));
        flaws.addAll(Outcome.tooWide(Count.times(places, maps)));
        return Outcome.of(
                        out,
                        Count.plus(weights, maps),
                        Count.times(places, Count.plus(Count.times(2, weights), 2 * maps)),
                        Count.times(places, Count.plus(maps, 3L * maxout.units())))
                .but(flaws);
    }

    private static List<Flaw> flat(LayerSpec layer, TensorShape in) {
        return in.rank() <= 2
                ? List.of()
                : List.of(
                        Flaw.of(
                                        "shape.flattenNeeded",
                                        Map.of(
                                                "kind", Records.kind(layer),
                                                "shape", in.text()))
                                .with(new Flaw.Before("insertFlatten", new Flatten(), Map.of())));
    }

    /** How many numbers are kept of each output of a layer that ends in {@code function}. */
    static int kept(Function function) {
        return function == Function.identity ? 1 : 2;
    }

    /** Operations for one number, roughly, counting an exponential as ten. */
    static int cost(Function function) {
        return switch (function) {
            case identity -> 0;
            case relu, leakyRelu -> 1;
            case relu6, hardtanh -> 2;
            case softsign, hardsigmoid, hardswish -> 4;
            case elu, celu, selu, sigmoid, tanh, tanhshrink, softplus, logSigmoid, silu, gelu -> 12;
            case mish -> 24;
        };
    }
}
