package dev.spirallab.spec.data;

import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.Range;
import dev.spirallab.spec.Size;
import java.util.List;

/** How pixels, 0 to 1, are made the model's inputs, channel by channel. */
public sealed interface Normalization {

    /** They stay as they are. */
    @Kind("none")
    record None() implements Normalization {}

    /** {@code (x - mean) / std}, both measured on the training part. */
    @Kind("measured")
    record Measured() implements Normalization {}

    /**
     * {@code (x - mean) / std}.
     *
     * @param mean one number a channel
     * @param std one number a channel
     */
    @Kind("given")
    record Given(
            @Size(min = 1, max = 4) @Range(min = 0, max = 1) @Measure(Quantity.GOAL)
                    List<Double> mean,
            @Size(min = 1, max = 4) @Range(min = 1e-3, max = 10) @Measure(Quantity.GOAL)
                    List<Double> std)
            implements Normalization {
        public Given {
            mean = List.copyOf(mean);
            std = List.copyOf(std);
        }
    }
}
