package dev.spirallab.program;

import dev.spirallab.spec.data.Augmentation;
import dev.spirallab.spec.data.ImageDataset.Frame;
import java.util.List;

/**
 * How images, kept as bytes {@code [N, channels height width]}, become the model's inputs {@code
 * [N, channels, height, width]}: 0 to 1, in training changed by chance, normalised.
 *
 * <p>All that is done by chance is one map from the places of the new image to those of the old,
 * {@code A [N, 3, 3]} in coordinates from -1 to 1, by which each image is looked up once.
 *
 * @param mean one number a channel
 * @param std one number a channel
 */
public record Images(
        Frame frame, List<Double> mean, List<Double> std, List<Augmentation> augmentation) {
    private static final double WHITE = 255;
    private static final int FLOAT32 = 6;

    public Images {
        mean = List.copyOf(mean);
        std = List.copyOf(std);
        augmentation = List.copyOf(augmentation);
    }

    boolean random() {
        return !augmentation.isEmpty();
    }

    /** Numbers that all batches share. */
    void constants(Code code) {
        if (frame.channels() > 1) {
            code.let("mean", perChannel(mean));
            code.let("std", perChannel(std));
        }
    }

    private String perChannel(List<Double> numbers) {
        return "torch.view(%s, [1, %d, 1, 1])"
                .formatted(LossRule.tensor(numbers), frame.channels());
    }

    /** A batch of bytes in {@code x} becomes one of images. */
    void prepare(String x, boolean training, Code code) {
        code.let(x, "torch.to(" + x + ", " + FLOAT32 + ")");
        code.let(x, "torch.reshape(%s, [-1, %s])".formatted(x, shape()));
        code.let(x, "torch.div(" + x + ", " + Code.number(WHITE) + ")");
        if (training && random()) {
            augment(x, code);
        }
        boolean one = frame.channels() == 1;
        code.let(
                x,
                "torch.div(torch.sub(%s, %s), %s)"
                        .formatted(
                                x,
                                one ? Code.number(mean.getFirst()) : "mean",
                                one ? Code.number(std.getFirst()) : "std"));
    }

    private String shape() {
        return "%d, %d, %d".formatted(frame.channels(), frame.height(), frame.width());
    }

    private void augment(String x, Code code) {
        code.comment("augmentation");
        code.let("zeros", "torch.new_zeros(P, [size])");
        code.let("ones", "torch.new_ones(P, [size])");
        code.let("A", matrix("ones", "zeros", "zeros", "zeros", "ones", "zeros"));
        for (Augmentation one : augmentation) {
            switch (one) {
                case Augmentation.RandomCrop(int padding) -> shift(padding, code);
                case Augmentation.RandomHorizontalFlip(double p) -> flip(p, code);
                case Augmentation.RandomRotation(double degrees) -> turn(degrees, code);
            }
        }
        code.let(
                "grid",
                "torch.affine_grid_generator(torch.narrow(A, 1, 0, 2), [size, %s], False)"
                        .formatted(shape()));
        code.let(x, "torch.grid_sampler(" + x + ", grid, 0, 0, False)");
    }

    /** By whole pixels; a pixel is {@code 2 / side} wide. */
    private void shift(int padding, Code code) {
        code.let("right", pixels(padding, frame.width()));
        code.let("down", pixels(padding, frame.height()));
        compose(matrix("ones", "zeros", "right", "zeros", "ones", "down"), code);
    }

    private static String pixels(int padding, int side) {
        return "torch.mul(torch.floor(%s), %s)"
                .formatted(drawn(-padding, padding + 1), Code.number(2.0 / side));
    }

    private static void flip(double p, Code code) {
        code.let(
                "mirror",
                "torch.sub(1., torch.mul(torch.bernoulli_(torch.new_empty(P, [size]), %s,"
                                .formatted(Code.number(p))
                        + " generator=generator), 2.))");
        compose(matrix("mirror", "zeros", "zeros", "zeros", "ones", "zeros"), code);
    }

    /** Sides of different length make a turn a little shear in coordinates from -1 to 1. */
    private void turn(double degrees, Code code) {
        double most = StrictMath.toRadians(degrees);
        double ratio = (double) frame.height() / frame.width();
        code.let("angle", drawn(-most, most));
        code.let("cos", "torch.cos(angle)");
        code.let("sin", "torch.sin(angle)");
        code.let("sin_x", "torch.mul(sin, " + Code.number(-ratio) + ")");
        code.let("sin_y", "torch.mul(sin, " + Code.number(1 / ratio) + ")");
        compose(matrix("cos", "sin_x", "zeros", "sin_y", "cos", "zeros"), code);
    }

    private static String drawn(double from, double to) {
        return "torch.uniform_(torch.new_empty(P, [size]), %s, %s, generator=generator)"
                .formatted(Code.number(from), Code.number(to));
    }

    private static String matrix(String... rows) {
        return "torch.reshape(torch.stack([%s, zeros, zeros, ones], 1), [size, 3, 3])"
                .formatted(String.join(", ", rows));
    }

    private static void compose(String matrix, Code code) {
        code.let("A", "torch.matmul(A, " + matrix + ")");
    }
}
