package dev.spirallab.validation;

import dev.spirallab.spec.graph.BatchNorm;
import dev.spirallab.spec.graph.GroupNorm;
import dev.spirallab.spec.graph.InstanceNorm;
import dev.spirallab.spec.graph.LayerNorm;
import java.util.List;
import java.util.Map;

/**
 * Layers that bring their input to mean 0 and variance 1: mean, variance, normalise, scale and
 * shift are 8 operations for each number.
 */
final class NormRules {
    private NormRules() {}

    static Outcome batch(BatchNorm norm, TensorShape in) {
        return outcome(in, norm.affine() ? in.width() : 0);
    }

    private static Outcome outcome(TensorShape in, long scales) {
        return Outcome.of(in, 2 * scales, Count.times(8, in.size()), Count.times(2, in.size()));
    }

    static Outcome layer(LayerNorm norm, TensorShape in) {
        int dims = norm.normalizedDims();
        if (dims > in.rank()) {
            Map<String, String> arguments =
                    Map.of("max", String.valueOf(in.rank()), "shape", in.text());
            return outcome(in, 0)
                    .but(
                            List.of(
                                    Flaw.of("norm.dims", norm, "normalizedDims", arguments)
                                            .remedied(norm, "normalizedDims", in.rank())));
        }
        TensorShape last = new TensorShape(in.dimensions().subList(in.rank() - dims, in.rank()));
        return outcome(in, norm.elementwiseAffine() ? last.size() : 0);
    }

    static Outcome group(GroupNorm norm, TensorShape in) {
        Outcome outcome = outcome(in, norm.affine() ? in.width() : 0);
        int groups = norm.numGroups();
        if (in.width() % groups != 0) {
            Map<String, String> arguments = Map.of("channels", String.valueOf(in.width()));
            return outcome.but(
                    List.of(
                            Flaw.of("norm.groups", norm, "numGroups", arguments)
                                    .remedied(norm, "numGroups", divisor(in.width(), groups))));
        }
        return in.size() / groups > 1
                ? outcome
                : outcome.but(List.of(single(in).remedied(norm, "numGroups", 1)));
    }

    private static int divisor(int number, int most) {
        int divisor = Math.min(number, most);
        while (number % divisor != 0) {
            divisor--;
        }
        return divisor;
    }

    static Outcome instance(InstanceNorm norm, TensorShape in) {
        List<Flaw> unfit = Ranks.CHANNELS.flaws(norm, in);
        if (!unfit.isEmpty()) {
            return Outcome.unknown(unfit);
        }
        Outcome outcome = outcome(in, norm.affine() ? in.width() : 0);
        return in.size() > in.width() ? outcome : outcome.but(List.of(single(in)));
    }

    /** Of a single number nothing but 0 would be left. */
    private static Flaw single(TensorShape in) {
        return Flaw.of("norm.single", Map.of("shape", in.text()));
    }
}
