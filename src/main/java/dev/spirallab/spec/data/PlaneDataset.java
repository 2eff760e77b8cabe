package dev.spirallab.spec.data;

/** Made-up points (x1, x2) of the plane, drawn from a seed; without noise within [-1, 1]. */
public sealed interface PlaneDataset extends FeaturedDataset
        permits Spiral, Circle, Xor, Gauss, Moons, Plane, MultiGauss {

    int samples();

    double noise();

    @Override
    default int size() {
        return samples();
    }
}
