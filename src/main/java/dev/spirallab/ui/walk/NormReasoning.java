package dev.spirallab.ui.walk;

import static dev.spirallab.ui.walk.Tex.equation;
import static dev.spirallab.ui.walk.Tex.factor;
import static dev.spirallab.ui.walk.Tex.number;

import dev.spirallab.engine.Glance;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * Numbers less a mean, over a deviation, scaled and shifted.
 *
 * @param size how many neighbours share mean and variance; 0 where they are running statistics
 * @param affine which scale and shift number k takes
 */
record NormReasoning(Spot spot, double eps, int size, IntUnaryOperator affine)
        implements Reasoning {

    /** Each channel by its running statistics. */
    static NormReasoning batch(Spot spot, double eps) {
        return new NormReasoning(spot, eps, 0, channels(spot));
    }

    /** Each channel, or group of channels, by itself. */
    static NormReasoning groups(Spot spot, double eps, int groups) {
        return new NormReasoning(spot, eps, spot.input().size() / groups, channels(spot));
    }

    /** The last dimensions by themselves. */
    static NormReasoning layers(Spot spot, double eps, int dimensions) {
        var shape = spot.input().shape();
        int size =
                shape.subList(shape.size() - dimensions, shape.size()).stream()
                        .reduce(1, Math::multiplyExact);
        return new NormReasoning(spot, eps, size, k -> k % size);
    }

    private static IntUnaryOperator channels(Spot spot) {
        int each = spot.input().size() / spot.input().shape().getFirst();
        return k -> k / each;
    }

    private record Moments(double mean, double variance) {}

    private Optional<Moments> moments(int k) {
        if (size == 0) {
            int channel = affine.applyAsInt(k);
            return Optional.of(new Moments(statistic("mean", channel), statistic("var", channel)));
        }
        int from = k / size * size;
        if (!spot.input().knows(from + size - 1)) {
            return Optional.empty();
        }
        double sum = 0;
        double squares = 0;
        for (int i = from; i < from + size; i++) {
            double x = spot.input().head()[i];
            sum += x;
            squares += x * x;
        }
        double mean = sum / size;
        return Optional.of(new Moments(mean, squares / size - mean * mean));
    }

    private double statistic(String name, int channel) {
        return spot.statistic(name).orElseThrow().head()[channel];
    }

    @Override
    public String value(int k) {
        return moments(k).map(found -> value(k, found)).orElse("");
    }

    private String value(int k, Moments moments) {
        String normal =
                "\\frac{"
                        + number(spot.input().head()[k])
                        + " - "
                        + factor(moments.mean())
                        + "}{"
                        + root(moments)
                        + "}";
        String scaled =
                spot.parameter("weight")
                        .map(weight ->
                                factor(weight.head()[affine.applyAsInt(k)]) + " \\cdot " + normal)
                        .orElse(normal);
        String shifted =
                spot.parameter("bias")
                        .map(bias -> scaled + " + " + factor(bias.head()[affine.applyAsInt(k)]))
                        .orElse(scaled);
        return equation(Tex.at("y", spot.output().shape(), k), shifted, spot.output().head()[k]);
    }

    private String root(Moments moments) {
        return "\\sqrt{" + number(moments.variance()) + " + " + number(eps) + "}";
    }

    /** Running statistics do not depend on the input; others do, by a longer formula. */
    @Override
    public String input(int which, int k) {
        if (size != 0) {
            return "";
        }
        Glance found = spot.visit().inputGradients().getFirst();
        String scale =
                spot.parameter("weight")
                        .map(weight -> number(weight.head()[affine.applyAsInt(k)]))
                        .orElse("1");
        float after = spot.visit().output().gradient().head()[k];
        return moments(k)
                .map(moments ->
                        equation(
                                Tex.slope(Tex.at("x", found.shape(), k)),
                                factor(after)
                                        + " \\cdot \\frac{"
                                        + scale
                                        + "}{"
                                        + root(moments)
                                        + "}",
                                found.head()[k]))
                .orElse("");
    }
}
