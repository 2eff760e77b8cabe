package dev.spirallab.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Layers that join branches. */
final class MergeRules {
    private MergeRules() {}

    static Outcome add(List<TensorShape> inputs) {
        TensorShape first = inputs.getFirst();
        Outcome sum = Outcome.plain(first, inputs.size() - 1L);
        return inputs.stream()
                .filter(shape -> !shape.equals(first))
                .findFirst()
                .map(other -> sum.but(List.of(mismatch("shape.addMismatch", first, other))))
                .orElse(sum);
    }

    static Outcome concat(List<TensorShape> inputs) {
        TensorShape first = inputs.getFirst();
        long width = inputs.stream().mapToLong(TensorShape::width).sum();
        List<Integer> dimensions = new ArrayList<>(first.dimensions());
        dimensions.set(0, Outcome.dimension(width));
        TensorShape joined = new TensorShape(dimensions);
        Outcome outcome = Outcome.plain(joined, 0);
        List<TensorShape> odd =
                inputs.stream().filter(shape -> !tail(shape).equals(tail(first))).toList();
        return odd.isEmpty()
                ? outcome.but(Outcome.tooWide(joined.size()))
                : outcome.but(List.of(mismatch("shape.concatMismatch", first, odd.getFirst())));
    }

    private static List<Integer> tail(TensorShape shape) {
        return shape.dimensions().subList(1, shape.rank());
    }

    private static Flaw mismatch(String code, TensorShape first, TensorShape other) {
        return Flaw.of(code, Map.of("first", first.text(), "other", other.text()));
    }
}
