package dev.spirallab.spec.data;

import java.util.List;

/** Made-up points (x1, x2) of the plane, drawn from a seed; without noise within [-1, 1]. */
public sealed interface PlaneDataset extends DatasetSpec
        permits Spiral, Circle, Xor, Gauss, Moons, Plane, MultiGauss {

    int samples();

    double noise();

    long seed();

    List<Feature> features();

    /** Whether each input is shifted and scaled to mean 0, deviation 1 over the training part. */
    boolean standardize();

    @Override
    default List<Integer> inputShape() {
        return features().isEmpty() ? List.of() : List.of(features().size());
    }

    @Override
    default int size() {
        return samples();
    }
}
