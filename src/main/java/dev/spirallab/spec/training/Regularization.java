package dev.spirallab.spec.training;

import dev.spirallab.spec.Default;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.Range;

/**
 * Added to the gradient of each weight w (not of biases or norm layers): {@code l1 sign(w) + l2 w},
 * that is a penalty of {@code l1 |w| + l2 w^2 / 2}. The loss shown is without the penalty.
 */
public record Regularization(
        @Default("0") @Range(min = 0, max = 100) @Measure(Quantity.DECAY) double l1,
        @Default("0") @Range(min = 0, max = 100) @Measure(Quantity.DECAY) double l2) {}
