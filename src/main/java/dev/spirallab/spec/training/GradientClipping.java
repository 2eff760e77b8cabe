package dev.spirallab.spec.training;

import dev.spirallab.spec.Default;
import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.Range;

/** Keeps gradients from growing without bound (Pascanu et al. 2013). */
public sealed interface GradientClipping {

    /** Scales all gradients together so that their 2-norm is at most maxNorm. */
    @Kind("norm")
    record Norm(
            @Default("1") @Range(min = 1e-12, max = 1e9) @Measure(Quantity.LIMIT) double maxNorm)
            implements GradientClipping {}

    /** Limits each element to [-clipValue, clipValue]. */
    @Kind("value")
    record Value(
            @Default("1") @Range(min = 1e-12, max = 1e9) @Measure(Quantity.LIMIT) double clipValue)
            implements GradientClipping {}
}
