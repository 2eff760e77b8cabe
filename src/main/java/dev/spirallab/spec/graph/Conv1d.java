package dev.spirallab.spec.graph;

import dev.spirallab.spec.Advanced;
import dev.spirallab.spec.Default;
import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Label;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.Range;
import java.util.Optional;

/**
 * Slides kernels along a sequence: {@code [N, C, L] -> [N, outChannels, L']}; otherwise as {@link
 * Conv2d} with one dimension less: {@code outChannels * C / groups * kernelSize} weights.
 */
@Kind(value = "conv1d", group = "convolution")
public record Conv1d(
        @Range(min = 1, max = 65536) @Measure(Quantity.CHANNELS) int outChannels,
        @Default("3") @Range(min = 1, max = 255) @Measure(Quantity.PIXELS) int kernelSize,
        @Default("\"identity\"") Function activation,
        @Default("1") @Range(min = 1, max = 255) @Measure(Quantity.PIXELS) int stride,
        @Default("0") @Range(min = 0, max = 255) @Measure(Quantity.MARGIN) int padding,
        @Default("1") @Range(min = 1, max = 255) @Measure(Quantity.PIXELS) @Advanced int dilation,
        @Default("1") @Range(min = 1, max = 65536) @Measure(Quantity.CHANNELS) @Advanced int groups,
        @Default("true") @Label("useBias") @Advanced boolean bias,
        Optional<Initial> initial,
        Optional<InitializerSpec> initializer,
        Optional<InitializerSpec> biasInitializer)
        implements LayerSpec, Convolution {

    @Override
    public int dimensions() {
        return 1;
    }

    @Override
    public boolean transposed() {
        return false;
    }

    @Override
    public int outputPadding() {
        return 0;
    }
}
