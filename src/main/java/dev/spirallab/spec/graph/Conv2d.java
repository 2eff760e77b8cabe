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
 * Slides kernels over an image: {@code [N, C, H, W] -> [N, outChannels, H', W']}, {@code y = f(w *
 * x + b)}, where {@code *} is cross-correlation and {@code H' = floor((H + 2 padding - dilation
 * (kernelSize - 1) - 1) / stride) + 1}; {@code outChannels * C / groups * kernelSize^2} weights and
 * {@code outChannels} biases. Both start from U(-1/sqrt(k), 1/sqrt(k)), {@code k = C / groups *
 * kernelSize^2}, unless an initialiser draws them otherwise or {@code initial} gives their values,
 * a row of k weights for each output channel.
 *
 * @param groups into which the channels are parted; each output channel sees its own group only
 */
@Kind(value = "conv2d", group = "convolution")
public record Conv2d(
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

    /** Of all channels, with a bias, and with starting values as in PyTorch. */
    public static Conv2d of(
            int outChannels, int kernelSize, Function activation, int stride, int padding) {
        return new Conv2d(
                outChannels,
                kernelSize,
                activation,
                stride,
                padding,
                1,
                1,
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public int dimensions() {
        return 2;
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
