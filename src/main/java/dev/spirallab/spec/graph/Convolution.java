package dev.spirallab.spec.graph;

import java.util.Optional;

/** What the layers that slide kernels over their input have in common. */
public sealed interface Convolution permits Conv1d, Conv2d, ConvTranspose2d {
    int outChannels();

    int kernelSize();

    Function activation();

    int stride();

    int padding();

    int dilation();

    int groups();

    boolean bias();

    Optional<Initial> initial();

    Optional<InitializerSpec> initializer();

    Optional<InitializerSpec> biasInitializer();

    /** How many dimensions the kernel slides along. */
    int dimensions();

    /** Whether each input spreads over the output instead of each output gathering its inputs. */
    boolean transposed();

    /** By how much the output grows on one side of each dimension. */
    int outputPadding();
}
