package dev.spirallab.spec.training;

import dev.spirallab.spec.Default;
import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.Range;

/** A gentle start, before and on top of the schedule. */
public sealed interface Warmup {

    /** Step s (from 0) uses the schedule's rate times {@code min(1, (s + 1) / steps)}. */
    @Kind("linear")
    record Linear(
            @Default("100") @Range(min = 1, max = 10_000_000) @Measure(Quantity.STEPS) int steps)
            implements Warmup {}
}
