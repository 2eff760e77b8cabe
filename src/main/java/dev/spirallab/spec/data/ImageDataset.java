package dev.spirallab.spec.data;

import java.util.List;

/**
 * Images and their classes. In memory a pixel is a byte a channel; the model is shown {@code
 * [channels, height, width]}, 0 to 1 before they are normalised.
 */
public sealed interface ImageDataset extends DatasetSpec permits Idx, ImageFolders, PrintedDigits {
    /** The longest side of an image, in pixels, as it is read. */
    int MOST_SIDE = 1024;

    /** Before transforms: channels, height and width, all images alike. */
    Frame frame();

    /** How many kinds of images there are. */
    int classCount();

    /** What is done to each image once, one after the other. */
    List<ImageTransform> transforms();

    /** What is done to each batch in training anew, one after the other; evaluation leaves it. */
    List<Augmentation> augmentation();

    Normalization normalization();

    long seed();

    /** Height and width of an image. */
    record Frame(int channels, int height, int width) {

        /** How many numbers an image has. */
        public int size() {
            return channels * height * width;
        }

        /** With the channels first. */
        public List<Integer> shape() {
            return List.of(channels, height, width);
        }
    }

    /** After transforms. */
    default Frame shown() {
        Frame frame = frame();
        for (ImageTransform transform : transforms()) {
            frame = transform.of(frame);
        }
        return frame;
    }

    @Override
    default List<Integer> inputShape() {
        return shown().shape();
    }

    @Override
    default Task task() {
        return new Task.Classification(classCount());
    }

    @Override
    default int bytesPerInput() {
        return 1;
    }
}
