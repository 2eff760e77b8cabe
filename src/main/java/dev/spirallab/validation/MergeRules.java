package dev.spirallab.validation;

import dev.spirallab.spec.graph.Concat;
import dev.spirallab.spec.graph.LayerSpec;
import dev.spirallab.spec.json.Records;
import java.util.List;
import java.util.Map;

/** Layers that join branches. */
final class MergeRules {
    private MergeRules() {}

    /** Of layers that take tensors of one shape, and give it. */
    static Outcome alike(LayerSpec layer, List<TensorShape> inputs) {
        TensorShape first = inputs.getFirst();
        Outcome merged = Outcome.plain(first, inputs.size() - 1L);
        return inputs.stream()
                .filter(shape -> !shape.equals(first))
                .findFirst()
                .map(other -> merged.but(List.of(unlike(layer, first, other))))
                .orElse(merged);
    }

    private static Flaw unlike(LayerSpec layer, TensorShape first, TensorShape other) {
        return Flaw.of(
                "shape.unlike",
                Map.of(
                        "kind", Records.kind(layer),
                        "first", first.text(),
                        "other", other.text()));
    }

    static Outcome concat(Concat concat, List<TensorShape> inputs) {
        TensorShape first = inputs.getFirst();
        int dim = concat.dim();
        List<Flaw> none = ActivationRules.noDim(concat, "dim", dim, first);
        if (!none.isEmpty()) {
            return Outcome.unknown(none);
        }
        List<TensorShape> odd = inputs.stream().filter(shape -> !fits(shape, first, dim)).toList();
        if (!odd.isEmpty()) {
            return Outcome.plain(first, 0).but(List.of(mismatch(dim, first, odd.getFirst())));
        }
        long width = inputs.stream().mapToLong(shape -> shape.along(dim)).sum();
        TensorShape joined = first.with(dim, Outcome.dimension(width));
        return Outcome.plain(joined, 0).but(Outcome.tooWide(joined.size()));
    }

    private static boolean fits(TensorShape shape, TensorShape first, int dim) {
        return shape.rank() == first.rank() && shape.with(dim, 1).equals(first.with(dim, 1));
    }

    private static Flaw mismatch(int dim, TensorShape first, TensorShape other) {
        return Flaw.of(
                "shape.concatMismatch",
                Map.of(
                        "dim", String.valueOf(dim < 0 ? first.rank() + 1 + dim : dim),
                        "first", first.text(),
                        "other", other.text()));
    }
}
