package dev.spirallab.validation;

import dev.spirallab.spec.graph.Glu;
import dev.spirallab.spec.graph.LayerSpec;
import dev.spirallab.spec.graph.PRelu;
import dev.spirallab.spec.graph.RRelu;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Activations that have parameters, are drawn, or look at several numbers at once. */
final class ActivationRules {
    private ActivationRules() {}

    static Outcome softmax(LayerSpec softmax, int dim, TensorShape in) {
        return Outcome.plain(in, 14).but(noDim(softmax, "dim", dim, in));
    }

    static Outcome prelu(PRelu prelu, TensorShape in) {
        int slopes = prelu.numParameters();
        Outcome outcome =
                Outcome.of(in, slopes, Count.times(2, in.size()), Count.times(2, in.size()));
        return slopes == 1 || slopes == in.width()
                ? outcome
                : outcome.but(
                        List.of(
                                Flaw.of(
                                                "prelu.count",
                                                prelu,
                                                "numParameters",
                                                Map.of(
                                                        "channels", String.valueOf(in.width()),
                                                        "shape", in.text()))
                                        .remedied(prelu, "numParameters", in.width())));
    }

    static Outcome rrelu(RRelu rrelu, TensorShape in) {
        Outcome outcome = Outcome.of(in, 0, Count.times(4, in.size()), Count.times(2, in.size()));
        return rrelu.lower() <= rrelu.upper()
                ? outcome
                : outcome.but(
                        List.of(
                                Flaw.of(
                                                "rrelu.bounds",
                                                rrelu,
                                                "lower",
                                                Map.of("max", String.valueOf(rrelu.upper())))
                                        .remedied(rrelu, "lower", rrelu.upper())));
    }

    static Outcome glu(Glu glu, TensorShape in) {
        List<Flaw> flaws = new ArrayList<>(noDim(glu, "dim", glu.dim(), in));
        if (!flaws.isEmpty()) {
            return Outcome.unknown(flaws);
        }
        int size = in.along(glu.dim());
        if (size % 2 != 0) {
            flaws.add(Flaw.of("glu.odd", Map.of("size", String.valueOf(size), "shape", in.text())));
        }
        TensorShape out = in.with(glu.dim(), Math.max(1, size / 2));
        return Outcome.of(out, 0, Count.times(12, out.size()), Count.times(2, in.size()))
                .but(flaws);
    }

    /** Empty where the shape has the dimension that a setting names. */
    static List<Flaw> noDim(LayerSpec layer, String setting, int dim, TensorShape in) {
        return in.has(dim)
                ? List.of()
                : List.of(
                        Flaw.of("shape.noDim", layer, setting, Map.of("shape", in.text()))
                                .remedied(layer, setting, in.rank()));
    }
}
