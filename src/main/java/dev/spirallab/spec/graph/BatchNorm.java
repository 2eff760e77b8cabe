package dev.spirallab.spec.graph;

import dev.spirallab.spec.Default;
import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Label;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.Range;

/**
 * Normalises each feature over the batch, then scales and shifts it: {@code [N, C] -> [N, C]}, 2 C
 * parameters. Running mean and variance ({@code running = (1 - momentum) running + momentum batch},
 * variance unbiased) stand in at evaluation (Ioffe and Szegedy 2015).
 */
@Kind(value = "batchNorm", group = "regularisation")
public record BatchNorm(
        @Default("1e-5") @Range(min = 1e-12, max = 1) @Measure(Quantity.TINY) double eps,
        @Default("0.1")
                @Range(min = 0, max = 1)
                @Label("batchMomentum")
                @Measure(Quantity.PROBABILITY)
                double momentum)
        implements LayerSpec {}
