package dev.spirallab.spec.graph;

import dev.spirallab.spec.Default;
import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Label;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.Range;

/**
 * Enlarges a sequence or an image: {@code [N, C, H, W] -> [N, C, H scaleFactor, W scaleFactor]}. No
 * parameters.
 */
@Kind(value = "upsample", group = "shape")
public record Upsample(
        @Default("2") @Range(min = 1, max = 64) @Measure(Quantity.PIXELS) int scaleFactor,
        @Default("\"nearest\"") @Label("upsampleMode") UpsampleMode mode)
        implements LayerSpec {}
