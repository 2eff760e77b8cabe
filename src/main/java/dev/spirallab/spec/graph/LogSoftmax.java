package dev.spirallab.spec.graph;

import dev.spirallab.spec.Default;
import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.Range;

/**
 * {@code x_i - log(sum of e^x_j)} along a dimension: logarithms of probabilities, which the losses
 * nll and klDivergence take. More exact than the logarithm of a softmax. No parameters.
 *
 * @param dim counted from the batch dimension, which is 0; -1 is the last
 */
@Kind(value = "logSoftmax", group = "activation")
public record LogSoftmax(@Default("1") @Range(min = -1, max = 3) @Measure(Quantity.FEW) int dim)
        implements LayerSpec {}
