package dev.spirallab.engine;

import static dev.spirallab.engine.Lab.CROSS_ENTROPY;
import static dev.spirallab.engine.Lab.FULL_BATCH;
import static dev.spirallab.engine.Lab.chain;
import static dev.spirallab.engine.Lab.linear;
import static dev.spirallab.engine.Lab.valid;

import dev.spirallab.validation.ValidationResult.Valid;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** Small experiments in which every layer of sequences and images occurs, in its variants. */
final class LayerExperiments {
    private static final String SGD = "'optimizer': {'kind': 'sgd'}";
    private static final String FLATTEN = "{'kind': 'flatten'}";
    private static final String AVERAGE = "{'kind': 'globalAvgPool'}";
    private static final int EXAMPLES = 4;

    private LayerExperiments() {}

    static Stream<Named<Valid>> all() {
        return Stream.of(convolutions(), pools(), norms(), sequences()).flatMap(each -> each);
    }

    private static Stream<Named<Valid>> convolutions() {
        return Stream.of(
                image("conv2d", "{'kind': 'conv2d', 'outChannels': 3}"),
                image(
                        "conv2d with all settings",
                        """
                        {'kind': 'conv2d', 'outChannels': 4, 'kernelSize': 2, 'activation': 'gelu',
                         'stride': 2, 'padding': 3, 'dilation': 2, 'groups': 2, 'bias': false}
                        """),
                image(
                        "conv2d with an activation in place",
                        "{'kind': 'conv2d', 'outChannels': 3, 'activation': 'tanh'}"),
                named(
                        "conv2d behind conv2d",
                        valid(
                                examples(2, 5, 6),
                                chain(
                                        "{'kind': 'conv2d', 'outChannels': 3, 'activation': 'elu'}",
                                        "{'kind': 'conv2d', 'outChannels': 2, 'kernelSize': 2}",
                                        FLATTEN,
                                        linear(3)),
                                CROSS_ENTROPY,
                                SGD,
                                FULL_BATCH)),
                sequence("conv1d", "{'kind': 'conv1d', 'outChannels': 3, 'kernelSize': 2}"),
                sequence(
                        "conv1d with all settings",
                        """
                        {'kind': 'conv1d', 'outChannels': 2, 'kernelSize': 3, 'activation': 'silu',
                         'stride': 2, 'padding': 2, 'dilation': 2, 'groups': 2}
                        """),
                image("convTranspose2d", "{'kind': 'convTranspose2d', 'outChannels': 3}"),
                image(
                        "convTranspose2d with all settings",
                        """
                        {'kind': 'convTranspose2d', 'outChannels': 4, 'kernelSize': 3, 'stride': 3,
                         'activation': 'sigmoid', 'padding': 2, 'outputPadding': 1, 'dilation': 2,
                         'groups': 2, 'bias': false}
                        """));
    }

    private static Stream<Named<Valid>> pools() {
        return Stream.of(
                image("maxPool2d", "{'kind': 'maxPool2d'}"),
                image(
                        "maxPool2d with all settings",
                        """
                        {'kind': 'maxPool2d', 'kernelSize': 3, 'stride': 1, 'padding': 1,
                         'dilation': 2}
                        """),
                image("avgPool2d", "{'kind': 'avgPool2d'}"),
                image(
                        "avgPool2d with all settings",
                        "{'kind': 'avgPool2d', 'kernelSize': 3, 'stride': 2, 'padding': 1}"),
                image("adaptiveAvgPool2d", "{'kind': 'adaptiveAvgPool2d', 'outputSize': 3}"),
                image("adaptiveAvgPool2d to one", "{'kind': 'adaptiveAvgPool2d'}"),
                named(
                        "globalAvgPool of images",
                        classes(examples(2, 3, 4), conv2d(), AVERAGE, linear(3))),
                named(
                        "globalAvgPool of sequences",
                        classes(
                                examples(2, 5),
                                "{'kind': 'conv1d', 'outChannels': 3}",
                                AVERAGE,
                                linear(3))));
    }

    private static Stream<Named<Valid>> norms() {
        return Stream.of(
                image("batchNorm of images", "{'kind': 'batchNorm'}"),
                image("batchNorm without parameters", "{'kind': 'batchNorm', 'affine': false}"),
                sequence("batchNorm of sequences", "{'kind': 'batchNorm', 'momentum': 0.5}"));
    }

    private static Stream<Named<Valid>> sequences() {
        return Stream.of(
                named(
                        "linear at each place",
                        classes(
                                examples(4, 3),
                                linear(5, "tanh"),
                                linear(2, "silu"),
                                linear(4),
                                FLATTEN,
                                linear(3))));
    }

    /** The layer behind a convolution of an image, so that it must pass gradients on. */
    private static Named<Valid> image(String name, String layer) {
        return named(name, classes(examples(2, 5, 6), conv2d(), layer, FLATTEN, linear(3)));
    }

    private static String conv2d() {
        return "{'kind': 'conv2d', 'outChannels': 4, 'kernelSize': 2}";
    }

    private static Named<Valid> sequence(String name, String layer) {
        return named(
                name,
                classes(
                        examples(2, 7),
                        "{'kind': 'conv1d', 'outChannels': 4, 'kernelSize': 2}",
                        layer,
                        FLATTEN,
                        linear(3)));
    }

    private static Valid classes(String dataset, String... layers) {
        return valid(dataset, chain(layers), CROSS_ENTROPY, SGD, FULL_BATCH);
    }

    /** Examples of three classes and of that shape. */
    static String examples(Integer... shape) {
        int size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        Random random = new Random(size);
        String rows =
                IntStream.range(0, EXAMPLES)
                        .mapToObj(_ -> row(size, random))
                        .collect(Collectors.joining(", "));
        return "{'kind': 'inline', 'shape': %s, 'labels': [0, 2, 1, 2], 'inputs': [%s]}"
                .formatted(Arrays.toString(shape), rows);
    }

    private static String row(int size, Random random) {
        return Arrays.toString(
                IntStream.range(0, size)
                        .mapToDouble(_ -> Math.round(1000 * random.nextGaussian()) / 1000.0)
                        .toArray());
    }

    private static Named<Valid> named(String name, Valid valid) {
        return Named.of(name, valid);
    }
}
