package dev.spirallab.spec.graph;

import dev.spirallab.spec.Default;
import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.Range;

/**
 * The means of {@code outputSize} by {@code outputSize} windows that cover the image, whatever its
 * size: {@code [N, C, H, W] -> [N, C, outputSize, outputSize]}. Window i spans rows {@code floor(i
 * H / outputSize)} to {@code ceil((i + 1) H / outputSize)}. No parameters.
 */
@Kind(value = "adaptiveAvgPool2d", group = "pooling")
public record AdaptiveAvgPool2d(
        @Default("1") @Range(min = 1, max = 1024) @Measure(Quantity.PIXELS) int outputSize)
        implements LayerSpec {}
