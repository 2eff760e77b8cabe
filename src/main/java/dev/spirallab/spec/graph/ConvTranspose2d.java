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
 * Spreads each pixel over the output by a kernel, what {@link Conv2d} does to gradients: {@code [N,
 * C, H, W] -> [N, outChannels, H', W']}, {@code H' = (H - 1) stride - 2 padding + dilation
 * (kernelSize - 1) + outputPadding + 1}; {@code C * outChannels / groups * kernelSize^2} weights
 * and {@code outChannels} biases. Both start from U(-1/sqrt(k), 1/sqrt(k)), {@code k = outChannels
 * / groups * kernelSize^2}, as in PyTorch, unless an initialiser draws them otherwise or {@code
 * initial} gives their values, a row of k weights for each input channel.
 */
@Kind(value = "convTranspose2d", group = "convolution")
public record ConvTranspose2d(
        @Range(min = 1, max = 65536) @Measure(Quantity.CHANNELS) int outChannels,
        @Default("3") @Range(min = 1, max = 255) @Measure(Quantity.PIXELS) int kernelSize,
        @Default("\"identity\"") Function activation,
        @Default("1") @Range(min = 1, max = 255) @Measure(Quantity.PIXELS) int stride,
        @Default("0") @Range(min = 0, max = 255) @Measure(Quantity.MARGIN) int padding,
        @Default("0") @Range(min = 0, max = 254) @Measure(Quantity.MARGIN) @Advanced
                int outputPadding,
        @Default("1") @Range(min = 1, max = 255) @Measure(Quantity.PIXELS) @Advanced int dilation,
        @Default("1") @Range(min = 1, max = 65536) @Measure(Quantity.CHANNELS) @Advanced int groups,
        @Default("true") @Label("useBias") @Advanced boolean bias,
        Optional<Initial> initial,
        Optional<InitializerSpec> initializer,
        Optional<InitializerSpec> biasInitializer)
        implements LayerSpec, Convolution {

    @Override
    public int dimensions() {
        return 2;
    }

    @Override
    public boolean transposed() {
        return true;
    }
}
