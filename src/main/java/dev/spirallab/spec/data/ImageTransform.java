package dev.spirallab.spec.data;

import dev.spirallab.spec.Default;
import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.Range;
import dev.spirallab.spec.data.ImageDataset.Frame;

/** What is done to every image once, when it is read. Names and meanings are torchvision's. */
public sealed interface ImageTransform {

    /** What becomes of an image's size. */
    Frame of(Frame frame);

    /** Another size, by antialiased linear interpolation; the proportions may change. */
    @Kind("resize")
    record Resize(
            @Range(min = 1, max = ImageDataset.MOST_SIDE) @Measure(Quantity.SIDE) int height,
            @Range(min = 1, max = ImageDataset.MOST_SIDE) @Measure(Quantity.SIDE) int width)
            implements ImageTransform {
        @Override
        public Frame of(Frame frame) {
            return new Frame(frame.channels(), height, width);
        }
    }

    /** The middle; where the image is smaller, black is laid around it. */
    @Kind("centerCrop")
    record CenterCrop(
            @Range(min = 1, max = ImageDataset.MOST_SIDE) @Measure(Quantity.SIDE) int height,
            @Range(min = 1, max = ImageDataset.MOST_SIDE) @Measure(Quantity.SIDE) int width)
            implements ImageTransform {
        @Override
        public Frame of(Frame frame) {
            return new Frame(frame.channels(), height, width);
        }
    }

    /** Black laid around on every side. */
    @Kind("pad")
    record Pad(@Default("2") @Range(min = 0, max = 256) @Measure(Quantity.MARGIN) int padding)
            implements ImageTransform {
        @Override
        public Frame of(Frame frame) {
            return new Frame(
                    frame.channels(), frame.height() + 2 * padding, frame.width() + 2 * padding);
        }
    }

    /** One channel: {@code 0.299 R + 0.587 G + 0.114 B}. */
    @Kind("grayscale")
    record Grayscale() implements ImageTransform {
        @Override
        public Frame of(Frame frame) {
            return new Frame(1, frame.height(), frame.width());
        }
    }

    /** Black becomes white. */
    @Kind("invert")
    record Invert() implements ImageTransform {
        @Override
        public Frame of(Frame frame) {
            return frame;
        }
    }
}
