package dev.spirallab.validation;

import dev.spirallab.spec.Problem;
import java.util.List;
import java.util.Map;

/**
 * What a layer gives.
 *
 * @param shape as good a guess as there is where there are flaws; without dimensions where there is
 *     none
 * @param parameters learnt numbers
 * @param flops of the forward pass for one example
 * @param buffers numbers kept for one example until the backward pass
 */
record Outcome(TensorShape shape, long parameters, long flops, long buffers, List<Flaw> flaws) {
    /** The most numbers that one example may have on an edge: 16 MiB of them. */
    static final int WIDEST = 1 << 22;

    static Outcome of(TensorShape shape, long parameters, long flops, long buffers) {
        return new Outcome(shape, parameters, flops, buffers, List.of());
    }

    /** Without parameters; {@code cost} operations for each number given, which is kept. */
    static Outcome plain(TensorShape shape, long cost) {
        return of(shape, 0, Count.times(cost, shape.size()), shape.size());
    }

    /** Of a layer that cannot take its input at all. */
    static Outcome unknown(List<Flaw> flaws) {
        return new Outcome(new TensorShape(List.of()), 0, 0, 0, flaws);
    }

    boolean known() {
        return shape.rank() > 0;
    }

    Outcome but(List<Flaw> found) {
        return new Outcome(shape, parameters, flops, buffers, found);
    }

    List<Problem> problems() {
        return flaws.stream().map(Flaw::problem).toList();
    }

    /** A dimension that fits into a shape, whatever was counted; one too wide stays too wide. */
    static int dimension(long size) {
        return Math.clamp(size, 1, WIDEST + 1);
    }

    static List<Flaw> tooWide(long size) {
        return size <= WIDEST
                ? List.of()
                : List.of(Flaw.of("shape.tooWide", Map.of("max", String.valueOf(WIDEST))));
    }
}
