package dev.spirallab.spec.graph;

import dev.spirallab.spec.Default;
import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.Range;

/**
 * While training, zeroes whole channels with probability {@code p} and scales the rest by {@code 1
 * / (1 - p)}; otherwise passes its input on: {@code [N, C, ...] -> [N, C, ...]} (Tompson et al.
 * 2014). No parameters.
 */
@Kind(value = "dropout2d", group = "regularisation")
public record Dropout2d(
        @Default("0.5") @Range(min = 0, max = 0.99) @Measure(Quantity.PROBABILITY) double p)
        implements LayerSpec {}
