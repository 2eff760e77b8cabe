package dev.spirallab.spec.graph;

import dev.spirallab.spec.Advanced;
import dev.spirallab.spec.Default;
import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Label;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.Range;

/**
 * Normalises each feature or channel over the batch (and over its length, or height and width),
 * then scales and shifts it: {@code [N, C] -> [N, C]}, {@code [N, C, L] -> [N, C, L]}, {@code [N,
 * C, H, W] -> [N, C, H, W]}; 2 C parameters. Running mean and variance ({@code running = (1 -
 * momentum) running + momentum batch}, variance unbiased) stand in at evaluation (Ioffe and Szegedy
 * 2015).
 *
 * @param affine whether it scales and shifts; without, there are no parameters
 */
@Kind(value = "batchNorm", group = "normalisation")
public record BatchNorm(
        @Default("1e-5") @Range(min = 1e-12, max = 1) @Measure(Quantity.TINY) @Advanced double eps,
        @Default("0.1")
                @Range(min = 0, max = 1)
                @Label("batchMomentum")
                @Measure(Quantity.PROBABILITY)
                @Advanced
                double momentum,
        @Default("true") @Advanced boolean affine)
        implements LayerSpec {}
