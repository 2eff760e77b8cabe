package dev.spirallab.spec.data;

import dev.spirallab.spec.Default;
import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.Range;
import dev.spirallab.spec.Size;
import java.util.List;

/**
 * Made-up images, 28 pixels high and wide, of the digits 0 to 9 as they are printed: outlines of
 * freely licensed fonts, moved, turned and blurred by chance. They are not written by hand.
 *
 * @param samples how many, of each digit as many
 * @param noise deviation of the normal noise on each pixel, of which 1 is white
 * @param rotation up to so many degrees each is turned in either direction
 * @param shift up to so many pixels each is moved in either direction, across and upwards
 */
@Kind("printedDigits")
public record PrintedDigits(
        @Default("5000") @Range(min = 20, max = 50_000) @Measure(Quantity.POINTS) int samples,
        @Default("0.1") @Range(min = 0, max = 1) @Measure(Quantity.NOISE) double noise,
        @Default("15") @Range(min = 0, max = 180) @Measure(Quantity.ANGLE) double rotation,
        @Default("2") @Range(min = 0, max = 10) @Measure(Quantity.MARGIN) double shift,
        @Default("[]") @Size(max = 8) List<ImageTransform> transforms,
        @Default("[]") @Size(max = 3) List<Augmentation> augmentation,
        @Default("{\"kind\": \"measured\"}") Normalization normalization,
        @Default("7") @Range(min = -Range.EXACT, max = Range.EXACT) @Measure(Quantity.SEED)
                long seed,
        @Default("0.2") @Range(min = 0, max = 0.9) @Measure(Quantity.SHARE) double testFraction)
        implements ImageDataset {

    public static final int SIDE = 28;

    public PrintedDigits {
        transforms = List.copyOf(transforms);
        augmentation = List.copyOf(augmentation);
    }

    @Override
    public Frame frame() {
        return new Frame(1, SIDE, SIDE);
    }

    @Override
    public int classCount() {
        return 10;
    }

    @Override
    public int size() {
        return samples;
    }
}
