package dev.spirallab.validation;

import dev.spirallab.spec.graph.BatchNorm;

/** Layers that bring their input to mean 0 and variance 1. */
final class NormRules {
    private NormRules() {}

    /** Mean, variance, normalise, scale and shift: 8 for each number. */
    static Outcome batch(BatchNorm norm, TensorShape in) {
        return Outcome.of(
                in,
                norm.affine() ? 2L * in.width() : 0,
                Count.times(8, in.size()),
                Count.times(2, in.size()));
    }
}
