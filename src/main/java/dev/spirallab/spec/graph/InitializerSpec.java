package dev.spirallab.spec.graph;

import dev.spirallab.spec.Default;
import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Label;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.Range;

/**
 * What a parameter begins with; names and defaults are those of PyTorch's {@code torch.nn.init}. A
 * weight {@code [out, in, ...]} has {@code fanIn = in * ...} and {@code fanOut = out * ...}, the
 * dots being the size of a kernel.
 */
public sealed interface InitializerSpec {

    @Kind("zeros")
    record Zeros() implements InitializerSpec {}

    @Kind("ones")
    record Ones() implements InitializerSpec {}

    @Kind("constant")
    record Constant(
            @Default("0") @Range(min = -1e6, max = 1e6) @Measure(Quantity.AMOUNT) double value)
            implements InitializerSpec {}

    /** {@code U(a, b)} */
    @Kind("uniform")
    record Uniform(
            @Default("0") @Range(min = -1e6, max = 1e6) @Label("lower") @Measure(Quantity.AMOUNT)
                    double a,
            @Default("1") @Range(min = -1e6, max = 1e6) @Label("upper") @Measure(Quantity.AMOUNT)
                    double b)
            implements InitializerSpec {}

    /** {@code N(mean, std^2)} */
    @Kind("normal")
    record Normal(
            @Default("0") @Range(min = -1e6, max = 1e6) @Measure(Quantity.AMOUNT) double mean,
            @Default("1") @Range(min = 0, max = 1e6) @Measure(Quantity.SPREAD) double std)
            implements InitializerSpec {}

    /** {@code N(mean, std^2)}, drawn again wherever it falls outside [a, b]. */
    @Kind("truncatedNormal")
    record TruncatedNormal(
            @Default("0") @Range(min = -1e6, max = 1e6) @Measure(Quantity.AMOUNT) double mean,
            @Default("1") @Range(min = 0, max = 1e6) @Measure(Quantity.SPREAD) double std,
            @Default("-2") @Range(min = -1e6, max = 1e6) @Label("lower") @Measure(Quantity.AMOUNT)
                    double a,
            @Default("2") @Range(min = -1e6, max = 1e6) @Label("upper") @Measure(Quantity.AMOUNT)
                    double b)
            implements InitializerSpec {}

    /** {@code U(-r, r)}, {@code r = gain sqrt(6 / (fanIn + fanOut))} (Glorot and Bengio 2010). */
    @Kind("xavierUniform")
    record XavierUniform(
            @Default("1") @Range(min = 0, max = 1000) @Measure(Quantity.SPREAD) double gain)
            implements InitializerSpec {}

    /** {@code N(0, s^2)}, {@code s = gain sqrt(2 / (fanIn + fanOut))} (Glorot and Bengio 2010). */
    @Kind("xavierNormal")
    record XavierNormal(
            @Default("1") @Range(min = 0, max = 1000) @Measure(Quantity.SPREAD) double gain)
            implements InitializerSpec {}

    /** {@code U(-r, r)}, {@code r = gain sqrt(3 / fan)} (He et al. 2015). */
    @Kind("kaimingUniform")
    record KaimingUniform(
            @Default("0")
                    @Range(min = -1000, max = 1000)
                    @Label("negativeSlope")
                    @Measure(Quantity.AMOUNT)
                    double a,
            @Default("\"fanIn\"") @Label("fanMode") FanMode mode,
            @Default("\"leakyRelu\"") Nonlinearity nonlinearity)
            implements InitializerSpec {}

    /** {@code N(0, s^2)}, {@code s = gain / sqrt(fan)} (He et al. 2015). */
    @Kind("kaimingNormal")
    record KaimingNormal(
            @Default("0")
                    @Range(min = -1000, max = 1000)
                    @Label("negativeSlope")
                    @Measure(Quantity.AMOUNT)
                    double a,
            @Default("\"fanIn\"") @Label("fanMode") FanMode mode,
            @Default("\"leakyRelu\"") Nonlinearity nonlinearity)
            implements InitializerSpec {}

    /**
     * {@code gain Q}, Q a random matrix {@code [out, in * ...]} whose rows (or columns, where those
     * are fewer) are of length 1 and at right angles (Saxe et al. 2013).
     */
    @Kind("orthogonal")
    record Orthogonal(
            @Default("1") @Range(min = 0, max = 1000) @Measure(Quantity.SPREAD) double gain)
            implements InitializerSpec {}
}
