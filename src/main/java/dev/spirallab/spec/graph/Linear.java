package dev.spirallab.spec.graph;

import dev.spirallab.spec.Default;
import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.Range;
import java.util.Optional;

/**
 * Fully connected: {@code [N, in] -> [N, units]}, {@code y = f(x W^T + b)}; {@code in * units +
 * units} parameters. Weight and bias start from U(-1/sqrt(in), 1/sqrt(in)) unless an initialiser
 * draws them otherwise or {@code initial} gives their values, which wins.
 *
 * @param initializer of the weight {@code [units, in]}
 * @param biasInitializer of the bias {@code [units]}
 */
@Kind(value = "linear", group = "dense")
public record Linear(
        @Range(min = 1, max = 65536) @Measure(Quantity.UNITS) int units,
        @Default("\"identity\"") Function activation,
        Optional<Initial> initial,
        Optional<InitializerSpec> initializer,
        Optional<InitializerSpec> biasInitializer)
        implements LayerSpec {

    /** With weight and bias from PyTorch's own distribution. */
    public Linear(int units, Function activation) {
        this(units, activation, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
