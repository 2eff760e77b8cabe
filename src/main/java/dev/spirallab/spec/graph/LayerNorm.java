package dev.spirallab.spec.graph;

import dev.spirallab.spec.Advanced;
import dev.spirallab.spec.Default;
import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Label;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.Range;

/**
 * Normalises each example by itself over its last {@code normalizedDims} dimensions, then scales
 * and shifts each place: {@code [N, ..., D] -> [N, ..., D]}; two parameters for each place (Ba et
 * al. 2016).
 *
 * @param normalizedDims 1 for each place of a sequence by itself, 3 for a whole image
 * @param elementwiseAffine whether it scales and shifts; without, there are no parameters
 */
@Kind(value = "layerNorm", group = "normalisation")
public record LayerNorm(
        @Default("1") @Range(min = 1, max = 3) @Measure(Quantity.FEW) int normalizedDims,
        @Default("1e-5") @Range(min = 1e-12, max = 1) @Measure(Quantity.TINY) @Advanced double eps,
        @Default("true") @Label("affine") @Advanced boolean elementwiseAffine)
        implements LayerSpec {}
