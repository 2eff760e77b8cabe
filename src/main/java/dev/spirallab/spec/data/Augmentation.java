package dev.spirallab.spec.data;

import dev.spirallab.spec.Default;
import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Label;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.Range;

/**
 * What is done at random to every image of a batch in training, drawn from the training's seed and
 * the step. Names and meanings are torchvision's; what comes into view from outside is black.
 */
public sealed interface Augmentation {

    /**
     * The image is padded and a piece of its own size is cut out anywhere: moved by up to {@code
     * padding} pixels in both directions.
     */
    @Kind("randomCrop")
    record RandomCrop(@Default("2") @Range(min = 0, max = 64) @Measure(Quantity.MARGIN) int padding)
            implements Augmentation {}

    /** Left and right change places with probability {@code p}. */
    @Kind("randomHorizontalFlip")
    record RandomHorizontalFlip(
            @Default("0.5")
                    @Range(min = 0, max = 1)
                    @Measure(Quantity.PROBABILITY)
                    @Label("flipProbability")
                    double p)
            implements Augmentation {}

    /** Turned about the middle by up to {@code degrees} in either direction. */
    @Kind("randomRotation")
    record RandomRotation(
            @Default("10") @Range(min = 0, max = 180) @Measure(Quantity.ANGLE) double degrees)
            implements Augmentation {}
}
