package dev.spirallab.validation;

import dev.spirallab.spec.Problem;
import dev.spirallab.spec.graph.Activation;
import dev.spirallab.spec.graph.Add;
import dev.spirallab.spec.graph.BatchNorm;
import dev.spirallab.spec.graph.Concat;
import dev.spirallab.spec.graph.Dropout;
import dev.spirallab.spec.graph.Flatten;
import dev.spirallab.spec.graph.Function;
import dev.spirallab.spec.graph.Initial;
import dev.spirallab.spec.graph.Input;
import dev.spirallab.spec.graph.LayerSpec;
import dev.spirallab.spec.graph.Linear;
import dev.spirallab.spec.json.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What each layer does to shapes and what it costs; a layer's arm here is all that validation knows
 * of it.
 */
final class LayerRule {
    /** The most numbers that one example may have on an edge. */
    static final int WIDEST = 1 << 20;

    private LayerRule() {}

    /** How many inputs a layer takes. */
    record Arity(int min, int max) {}

    /**
     * What a layer gives.
     *
     * @param shape as good a guess as there is where {@code problems} is not empty
     * @param parameters learnt numbers
     * @param flops of the forward pass for one example
     * @param buffers numbers kept for one example until the backward pass
     * @param problems without node, paths within the node
     */
    record Outcome(
            TensorShape shape, long parameters, long flops, long buffers, List<Problem> problems) {
        static Outcome of(TensorShape shape, long parameters, long flops, long buffers) {
            return new Outcome(shape, parameters, flops, buffers, List.of());
        }

        Outcome but(List<Problem> found) {
            return new Outcome(shape, parameters, flops, buffers, found);
        }
    }

    static Arity arity(LayerSpec layer) {
        return switch (layer) {
            case Input _ -> new Arity(0, 0);
            case Linear _, Activation _, Dropout _, BatchNorm _, Flatten _ -> new Arity(1, 1);
            case Add _, Concat _ -> new Arity(2, Integer.MAX_VALUE);
        };
    }

    /**
     * @param inputs one or more for every layer but the input, whose one shape is the data set's
     */
    static Outcome infer(LayerSpec layer, List<TensorShape> inputs) {
        TensorShape in = inputs.getFirst();
        return switch (layer) {
            case Input _ -> Outcome.of(in, 0, 0, in.size());
            case Linear linear -> linear(linear, in);
            case Activation activation -> elementwise(in, cost(activation.function()));
            case Dropout _ -> elementwise(in, 2);
            case BatchNorm _ -> batchNorm(in);
            case Add _ -> add(inputs);
            case Concat _ -> concat(inputs);
            case Flatten _ -> flatten(in);
        };
    }

    /** {@code 2 in units} multiplications and additions, {@code units} for the bias, and f. */
    private static Outcome linear(Linear linear, TensorShape in) {
        long inputs = in.size();
        long units = linear.units();
        List<Problem> problems = new ArrayList<>(flat(linear, in));
        if (problems.isEmpty()) {
            linear.initial()
                    .ifPresent(initial -> problems.addAll(initial(linear, initial, inputs)));
            problems.addAll(
                    InitializerRule.check(
                            linear.initializer(), units, inputs, linear.biasInitializer()));
        }
        long weights = Count.times(inputs, units);
        boolean activated = linear.activation() != Function.identity;
        return Outcome.of(
                        TensorShape.of(linear.units()),
                        Count.plus(weights, units),
                        Count.plus(
                                Count.times(2, weights), units * (1 + cost(linear.activation()))),
                        activated ? 2 * units : units)
                .but(problems);
    }

    private static List<Problem> flat(LayerSpec layer, TensorShape in) {
        return in.rank() == 1
                ? List.of()
                : List.of(
                        Problem.of(
                                "shape.flattenNeeded",
                                "",
                                Map.of("kind", Records.kind(layer), "shape", in.text())));
    }

    private static List<Problem> initial(Linear linear, Initial initial, long inputs) {
        List<Problem> problems = new ArrayList<>();
        boolean fits =
                initial.weight()
                        .map(rows ->
                                rows.size() == linear.units()
                                        && rows.stream().allMatch(r -> r.size() == inputs))
                        .orElse(true);
        if (!fits) {
            problems.add(
                    Problem.of(
                            "initial.weightSize",
                            "layer.initial.weight",
                            Map.of(
                                    "rows", String.valueOf(linear.units()),
                                    "columns", String.valueOf(inputs))));
        }
        if (initial.bias().map(List::size).orElse(linear.units()) != linear.units()) {
            problems.add(
                    Problem.of(
                            "initial.biasSize",
                            "layer.initial.bias",
                            Map.of("size", String.valueOf(linear.units()))));
        }
        return problems;
    }

    private static Outcome elementwise(TensorShape in, int cost) {
        return Outcome.of(in, 0, Count.times(cost, in.size()), in.size());
    }

    /** Mean, variance, normalise, scale and shift: 8 for each number. */
    private static Outcome batchNorm(TensorShape in) {
        return Outcome.of(in, 2L * in.width(), Count.times(8, in.size()), Count.times(2, in.size()))
                .but(flat(new BatchNorm(1e-5, 0.1), in));
    }

    private static Outcome add(List<TensorShape> inputs) {
        TensorShape first = inputs.getFirst();
        Outcome sum = Outcome.of(first, 0, (inputs.size() - 1) * first.size(), first.size());
        return inputs.stream()
                .filter(shape -> !shape.equals(first))
                .findFirst()
                .map(other -> sum.but(List.of(mismatch("shape.addMismatch", first, other))))
                .orElse(sum);
    }

    private static Outcome concat(List<TensorShape> inputs) {
        TensorShape first = inputs.getFirst();
        long width = inputs.stream().mapToLong(TensorShape::width).sum();
        List<Integer> dimensions = new ArrayList<>(first.dimensions());
        dimensions.set(0, (int) Math.min(WIDEST, width));
        TensorShape joined = new TensorShape(dimensions);
        Outcome outcome = Outcome.of(joined, 0, 0, joined.size());
        List<TensorShape> odd =
                inputs.stream().filter(shape -> !tail(shape).equals(tail(first))).toList();
        return odd.isEmpty()
                ? outcome.but(tooWide(width))
                : outcome.but(List.of(mismatch("shape.concatMismatch", first, odd.getFirst())));
    }

    private static List<Integer> tail(TensorShape shape) {
        return shape.dimensions().subList(1, shape.rank());
    }

    private static Outcome flatten(TensorShape in) {
        TensorShape flat = TensorShape.of((int) Math.min(WIDEST, in.size()));
        return Outcome.of(flat, 0, 0, 0).but(tooWide(in.size()));
    }

    private static List<Problem> tooWide(long size) {
        return size <= WIDEST
                ? List.of()
                : List.of(Problem.of("shape.tooWide", "", Map.of("max", String.valueOf(WIDEST))));
    }

    private static Problem mismatch(String code, TensorShape first, TensorShape other) {
        return Problem.of(code, "", Map.of("first", first.text(), "other", other.text()));
    }

    /** Roughly, counting an exponential as ten. */
    private static int cost(Function function) {
        return switch (function) {
            case identity -> 0;
            case relu, leakyRelu -> 1;
            case softsign -> 3;
            case elu, selu, sigmoid, tanh, softplus, silu, gelu -> 12;
        };
    }
}
