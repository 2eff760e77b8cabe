package dev.spirallab.spec.graph;

import dev.spirallab.spec.Default;
import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.Range;
import java.util.Optional;

/**
 * The mean of each window, padding counted as zeros: {@code [N, C, H, W] -> [N, C, H', W']}, {@code
 * H' = floor((H + 2 padding - kernelSize) / stride) + 1}. No parameters.
 *
 * @param stride {@code kernelSize} where it is not given
 * @param padding at most half of {@code kernelSize}
 */
@Kind(value = "avgPool2d", group = "pooling")
public record AvgPool2d(
        @Default("2") @Range(min = 1, max = 255) @Measure(Quantity.PIXELS) int kernelSize,
        @Range(min = 1, max = 255) @Measure(Quantity.PIXELS) Optional<Integer> stride,
        @Default("0") @Range(min = 0, max = 127) @Measure(Quantity.MARGIN) int padding)
        implements LayerSpec {}
