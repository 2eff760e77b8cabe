package dev.spirallab.spec.data;

import java.util.List;

/** Points (x1, x2) of the plane, of which the model is shown some features. */
public sealed interface FeaturedDataset extends DatasetSpec permits PlaneDataset, Points {

    long seed();

    List<Feature> features();

    /** Whether each input is shifted and scaled to mean 0, deviation 1 over the training part. */
    boolean standardize();

    @Override
    default List<Integer> inputShape() {
        return features().isEmpty() ? List.of() : List.of(features().size());
    }
}
