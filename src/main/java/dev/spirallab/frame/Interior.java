package dev.spirallab.frame;

import java.util.List;

/**
 * The numbers of one layer, as a {@link Look} asks for them, and what it makes of an example.
 *
 * @param layers all that may be chosen, in the order of the graph
 * @param chosen the place of the one that is shown among them
 * @param window exact numbers, all or some
 * @param overview all numbers, smaller; empty where the window has them all
 * @param input the example, where it is an image of one or three channels; else empty
 * @param maps what the layer makes of the example, where that is images; else empty
 */
public record Interior(
        List<Layer> layers,
        int chosen,
        Window window,
        Overview overview,
        Pictures input,
        Pictures maps) {
    public Interior {
        layers = List.copyOf(layers);
    }

    /**
     * A parameter, or a layer without any that makes images.
     *
     * @param name of the parameter, such as {@code weight}; empty for a layer without any
     * @param from the node whose units the columns of a matrix belong to, if there is one such
     *     node; else empty
     * @param bias name of the bias that goes with the rows, or empty
     * @param shape of the parameter; its first dimension are the rows, the others together the
     *     columns
     */
    public record Layer(String node, String name, String from, String bias, List<Integer> shape) {
        public Layer {
            shape = List.copyOf(shape);
        }
    }

    /**
     * @param rows which of the parameter's rows
     * @param columns which of its columns
     * @param values {@code [rows, columns]}
     * @param biases {@code [rows]}, or empty where there are none
     */
    @SuppressWarnings("ArrayRecordComponent") // a message, read once
    public record Window(int[] rows, int[] columns, float[] values, float[] biases) {
        public Window {
            if (values.length != rows.length * columns.length) {
                throw new IllegalArgumentException("a window of another size than it says");
            }
        }
    }

    /**
     * Means of equal blocks of a matrix.
     *
     * @param most the greatest magnitude of a mean: bytes 0 to 255 stand for -most to most
     * @param values {@code [height][width]}
     */
    @SuppressWarnings("ArrayRecordComponent") // a message, read once
    public record Overview(int height, int width, float most, byte[] values) {
        public static final Overview NONE = new Overview(0, 0, 0, new byte[0]);

        public Overview {
            if (values.length != height * width) {
                throw new IllegalArgumentException("an overview of another size than it says");
            }
        }
    }

    /**
     * Images of one size, one a channel.
     *
     * @param channels how many there are; not all need be here
     */
    public record Pictures(int channels, int height, int width, List<Picture> pictures) {
        public static final Pictures NONE = new Pictures(0, 0, 0, List.of());

        public Pictures {
            pictures = List.copyOf(pictures);
            for (Picture picture : pictures) {
                if (picture.values().length != height * width) {
                    throw new IllegalArgumentException("a picture of another size than it says");
                }
            }
        }
    }

    /**
     * @param least what the byte 0 stands for
     * @param greatest what the byte 255 stands for
     * @param values {@code [height][width]}, the top row first
     */
    @SuppressWarnings("ArrayRecordComponent") // a message, read once
    public record Picture(float least, float greatest, byte[] values) {}

    /**
     * The example that feature maps are of.
     *
     * @param number which of {@code of}, from 0
     * @param test whether it is of the test part; of the training part where nothing is held out
     * @param label its class; -1 without classes
     * @param answer the class that the model finds likeliest; -1 without classes
     */
    public record Example(int number, int of, boolean test, int label, int answer) {
        public static final Example NONE = new Example(0, 0, false, -1, -1);
    }
}
