package dev.spirallab.spec.training;

import dev.spirallab.spec.Default;
import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.Range;

/** A gentle start, before and on top of the schedule; s counts finished steps from 0. */
public sealed interface Warmup {
    int steps();

    /** Step s uses the schedule's rate times {@code min(1, (s + 1) / steps)}. */
    @Kind("linear")
    record Linear(
            @Default("100") @Range(min = 1, max = 10_000_000) @Measure(Quantity.STEPS) int steps)
            implements Warmup {}

    /** The first steps use the schedule's rate times {@code factor} (PyTorch's ConstantLR). */
    @Kind("constant")
    record Constant(
            @Default("100") @Range(min = 1, max = 10_000_000) @Measure(Quantity.STEPS) int steps,
            @Default("0.3333333333333333") @Range(min = 0, max = 1) @Measure(Quantity.FACTOR)
                    double factor)
            implements Warmup {}
}
