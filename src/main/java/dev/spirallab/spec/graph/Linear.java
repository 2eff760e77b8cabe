package dev.spirallab.spec.graph;

import dev.spirallab.spec.Default;
import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.Range;
import java.util.Optional;

/**
 * Fully connected: {@code [N, in] -> [N, units]}, {@code y = f(x W^T + b)}; {@code in * units +
 * units} parameters. Weight and bias start from U(-1/sqrt(in), 1/sqrt(in)) unless {@code initial}
 * gives their values.
 */
@Kind(value = "linear", group = "dense")
public record Linear(
        @Range(min = 1, max = 65536) @Measure(Quantity.UNITS) int units,
        @Default("\"identity\"") Function activation,
        Optional<Initial> initial)
        implements LayerSpec {}
