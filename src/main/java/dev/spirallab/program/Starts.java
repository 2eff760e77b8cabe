package dev.spirallab.program;

import dev.spirallab.spec.graph.FanMode;
import dev.spirallab.spec.graph.Initial;
import dev.spirallab.spec.graph.InitializerSpec;
import dev.spirallab.spec.graph.InitializerSpec.Constant;
import dev.spirallab.spec.graph.InitializerSpec.KaimingNormal;
import dev.spirallab.spec.graph.InitializerSpec.KaimingUniform;
import dev.spirallab.spec.graph.InitializerSpec.Normal;
import dev.spirallab.spec.graph.InitializerSpec.Ones;
import dev.spirallab.spec.graph.InitializerSpec.Orthogonal;
import dev.spirallab.spec.graph.InitializerSpec.TruncatedNormal;
import dev.spirallab.spec.graph.InitializerSpec.Uniform;
import dev.spirallab.spec.graph.InitializerSpec.XavierNormal;
import dev.spirallab.spec.graph.InitializerSpec.XavierUniform;
import dev.spirallab.spec.graph.InitializerSpec.Zeros;
import dev.spirallab.spec.graph.Nonlinearity;
import java.util.List;
import java.util.Optional;

/** What initialisers mean for a parameter of some shape; formulas are PyTorch's. */
final class Starts {
    private Starts() {}

    /**
     * What a weight begins with: the values given, else what an initialiser draws, else PyTorch's
     * own.
     *
     * @param shape {@code [out, in, ...]}
     */
    static Start weight(
            Optional<Initial> initial, Optional<InitializerSpec> initializer, List<Integer> shape) {
        return initial.flatMap(Initial::weight)
                .<Start>map(rows -> Start.Given.of(rows.stream().flatMap(List::stream).toList()))
                .or(() -> initializer.map(given -> of(given, shape)))
                .orElseGet(() -> usual(shape));
    }

    /** What an initialiser draws, else {@code usual}. */
    static Start of(Optional<InitializerSpec> initializer, List<Integer> shape, Start usual) {
        return initializer.map(given -> of(given, shape)).orElse(usual);
    }

    /**
     * What a bias begins with.
     *
     * @param weight shape of the weight beside it
     */
    static Start bias(
            Optional<Initial> initial,
            Optional<InitializerSpec> initializer,
            int size,
            List<Integer> weight) {
        return initial.flatMap(Initial::bias)
                .<Start>map(Start.Given::of)
                .or(() -> initializer.map(given -> of(given, List.of(size))))
                .orElseGet(() -> usual(weight));
    }

    /**
     * {@code U(-1/sqrt(fanIn), 1/sqrt(fanIn))}, PyTorch's own for weights and biases alike; for
     * weights it is Kaiming's with {@code a = sqrt 5}.
     */
    private static Start usual(List<Integer> weight) {
        return Start.Uniform.within(1 / Math.sqrt(Fans.of(weight).in()));
    }

    private static Start of(InitializerSpec initializer, List<Integer> shape) {
        return switch (initializer) {
            case Zeros _ -> new Start.Constant(0);
            case Ones _ -> new Start.Constant(1);
            case Constant(double value) -> new Start.Constant(value);
            case Uniform(double a, double b) -> new Start.Uniform(a, b);
            case Normal(double mean, double std) -> new Start.Normal(mean, std);
            case TruncatedNormal(double mean, double std, double a, double b) ->
                    new Start.TruncatedNormal(mean, std, a, b);
            case XavierUniform(double gain) ->
                    Start.Uniform.within(gain * Math.sqrt(6.0 / Fans.of(shape).sum()));
            case XavierNormal(double gain) ->
                    new Start.Normal(0, gain * Math.sqrt(2.0 / Fans.of(shape).sum()));
            case KaimingUniform(double a, FanMode mode, Nonlinearity next) ->
                    Start.Uniform.within(gain(next, a) * Math.sqrt(3.0 / Fans.of(shape).get(mode)));
            case KaimingNormal(double a, FanMode mode, Nonlinearity next) ->
                    new Start.Normal(0, gain(next, a) / Math.sqrt(Fans.of(shape).get(mode)));
            case Orthogonal(double gain) -> {
                int rows = shape.getFirst();
                yield new Start.Orthogonal(rows, size(shape) / rows, gain);
            }
        };
    }

    private static double gain(Nonlinearity next, double slope) {
        return switch (next) {
            case linear, sigmoid -> 1;
            case tanh -> 5.0 / 3;
            case relu -> Math.sqrt(2);
            case leakyRelu -> Math.sqrt(2 / (1 + slope * slope));
            case selu -> 0.75;
        };
    }

    private static int size(List<Integer> shape) {
        return shape.stream().reduce(1, Math::multiplyExact);
    }

    /** How many numbers each output is made of, and each input goes into. */
    private record Fans(int in, int out) {
        static Fans of(List<Integer> shape) {
            if (shape.size() < 2) {
                throw new IllegalArgumentException("only weights have inputs and outputs");
            }
            int size = size(shape);
            return new Fans(size / shape.getFirst(), size / shape.get(1));
        }

        int sum() {
            return in + out;
        }

        int get(FanMode mode) {
            return switch (mode) {
                case fanIn -> in;
                case fanOut -> out;
            };
        }
    }
}
