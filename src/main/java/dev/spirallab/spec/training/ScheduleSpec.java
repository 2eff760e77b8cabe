package dev.spirallab.spec.training;

import dev.spirallab.spec.Default;
import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.Range;
import java.util.Optional;

/** How the learning rate changes from epoch to epoch; e counts finished epochs from 0. */
public sealed interface ScheduleSpec {

    @Kind("constant")
    record Constant() implements ScheduleSpec {}

    /** {@code rate gamma^floor(e / stepSize)} */
    @Kind("step")
    record Step(
            @Default("30") @Range(min = 1, max = 10_000_000) @Measure(Quantity.EPOCHS) int stepSize,
            @Default("0.1") @Range(min = 0, max = 10) @Measure(Quantity.FACTOR) double gamma)
            implements ScheduleSpec {}

    /** {@code rate gamma^e} */
    @Kind("exponential")
    record Exponential(
            @Default("0.99") @Range(min = 0, max = 10) @Measure(Quantity.FACTOR) double gamma)
            implements ScheduleSpec {}

    /**
     * {@code etaMin + (rate - etaMin) (1 + cos(pi e / tMax)) / 2} (Loshchilov and Hutter 2016);
     * without tMax, the number of epochs planned.
     */
    @Kind("cosine")
    record Cosine(
            @Range(min = 1, max = 10_000_000) @Measure(Quantity.EPOCHS) Optional<Integer> tMax,
            @Default("0") @Range(min = 0, max = 1000) @Measure(Quantity.DECAY) double etaMin)
            implements ScheduleSpec {}
}
