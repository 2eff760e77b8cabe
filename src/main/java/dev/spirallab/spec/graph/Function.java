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
    softsign,
    /** {@code x > 0 ? x : e^x - 1}; with PyTorch's alpha of 1 the same as elu (Barron 2017) */
    celu,
    /** {@code x tanh(softplus(x))} (Misra 2019) */
    mish,
    /** {@code min(max(0, x), 6)} (Howard et al. 2017) */
    relu6,
    /** {@code max(-1, min(1, x))} */
    hardtanh,
    /** {@code min(max(0, x + 3), 6) / 6} */
    hardsigmoid,
    /** {@code x hardsigmoid(x)} (Howard et al. 2019) */
    hardswish,
    /** {@code -log(1 + e^-x)} */
    logSigmoid,
    /** {@code x - tanh(x)} */
    tanhshrink
}
