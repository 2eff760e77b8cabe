package dev.spirallab.spec.graph;

/** Activation functions, applied to each element; parameters are PyTorch's defaults. */
public enum Function {
    /** {@code x} */
    identity,
    /** {@code max(0, x)} */
    relu,
    /** {@code x > 0 ? x : 0.01 x} */
    leakyRelu,
    /** {@code x > 0 ? x : e^x - 1} (Clevert et al. 2015) */
    elu,
    /** {@code 1.0507 (x > 0 ? x : 1.6733 (e^x - 1))} (Klambauer et al. 2017) */
    selu,
    /** {@code x Phi(x)}, the exact form (Hendrycks and Gimpel 2016) */
    gelu,
    /** {@code x sigmoid(x)} */
    silu,
    /** {@code 1 / (1 + e^-x)} */
    sigmoid,
    tanh,
    /** {@code log(1 + e^x)}, linear above 20 */
    softplus,
    /** {@code x / (1 + |x|)} */
    softsign
}
