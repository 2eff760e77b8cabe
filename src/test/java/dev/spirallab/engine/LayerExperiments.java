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
public final class LayerExperiments {
    private static final String SGD = "'optimizer': {'kind': 'sgd'}";
    private static final String FLATTEN = "{'kind': 'flatten'}";
    private static final String AVERAGE = "{'kind': 'globalAvgPool'}";
    private static final int EXAMPLES = 4;

    /** Sequences of four words out of six. */
    private static final String WORDS =
            """
            {'kind': 'inline', 'labels': [0, 2, 1, 2],
             'inputs': [[0, 1, 5, 1], [2, 2, 3, 0], [5, 4, 1, 0], [3, 1, 1, 2]]}
            """;

    private LayerExperiments() {}

    public static Stream<Named<Valid>> all() {
        return Stream.of(
                        convolutions(),
                        pools(),
                        activations(),
                        norms(),
                        dropouts(),
                        shapes(),
                        merges(),
                        sequences(),
                        recurrent(),
                        attention())
                .flatMap(each -> each);
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

    private static Stream<Named<Valid>> activations() {
        return Stream.of(
                image("prelu", "{'kind': 'prelu'}"),
                image("prelu a channel", "{'kind': 'prelu', 'numParameters': 4}"),
                flat("prelu of features", "{'kind': 'prelu', 'numParameters': 6}"),
                image("rrelu", "{'kind': 'rrelu'}"),
                image("glu of channels", "{'kind': 'glu', 'dim': 1}"),
                flat("glu", "{'kind': 'glu'}"),
                image("softmax of channels", "{'kind': 'softmax'}"),
                sequence("softmax of places", "{'kind': 'softmax', 'dim': -1}"),
                image("logSoftmax of channels", "{'kind': 'logSoftmax'}"),
                sequence("logSoftmax of places", "{'kind': 'logSoftmax', 'dim': -1}"),
                flat("maxout", "{'kind': 'maxout', 'units': 5, 'pieces': 3}"),
                sequence("maxout at each place", "{'kind': 'maxout', 'units': 4}"));
    }

    private static Stream<Named<Valid>> norms() {
        return Stream.of(
                image("batchNorm of images", "{'kind': 'batchNorm'}"),
                image("batchNorm without parameters", "{'kind': 'batchNorm', 'affine': false}"),
                sequence("batchNorm of sequences", "{'kind': 'batchNorm', 'momentum': 0.5}"),
                image("layerNorm of images", "{'kind': 'layerNorm', 'normalizedDims': 3}"),
                sequence("layerNorm at each place", "{'kind': 'layerNorm', 'eps': 0.1}"),
                flat(
                        "layerNorm without parameters",
                        "{'kind': 'layerNorm', 'elementwiseAffine': false}"),
                image("groupNorm", "{'kind': 'groupNorm', 'numGroups': 2}"),
                sequence(
                        "groupNorm without parameters",
                        "{'kind': 'groupNorm', 'numGroups': 4, 'affine': false}"),
                flat("groupNorm of features", "{'kind': 'groupNorm', 'numGroups': 2}"),
                image("instanceNorm", "{'kind': 'instanceNorm'}"),
                sequence("instanceNorm of sequences", "{'kind': 'instanceNorm', 'affine': true}"));
    }

    private static Stream<Named<Valid>> dropouts() {
        return Stream.of(
                image("dropout2d", "{'kind': 'dropout2d', 'p': 0.4}"),
                sequence("dropout2d of sequences", "{'kind': 'dropout2d'}"),
                image("no dropout2d", "{'kind': 'dropout2d', 'p': 0}"));
    }

    private static Stream<Named<Valid>> shapes() {
        return Stream.of(
                image("reshape", "{'kind': 'reshape', 'shape': [8, -1]}"),
                flat("reshape to an image", "{'kind': 'reshape', 'shape': [1, 2, 3]}"),
                image("transpose", "{'kind': 'transpose', 'dim0': 1, 'dim1': 3}"),
                sequence("transpose of sequences", "{'kind': 'transpose'}"),
                image("upsample", "{'kind': 'upsample'}"),
                image("upsample bilinearly", "{'kind': 'upsample', 'mode': 'bilinear'}"),
                sequence("upsample of sequences", "{'kind': 'upsample', 'scaleFactor': 3}"));
    }

    private static Stream<Named<Valid>> merges() {
        return Stream.of(
                named("multiply", joined("{'kind': 'multiply'}")),
                named("concat of channels", joined("{'kind': 'concat'}")),
                named("concat of columns", joined("{'kind': 'concat', 'dim': -1}")));
    }

    /** Three convolutions of an image, joined. */
    private static Valid joined(String layer) {
        return valid(
                examples(2, 3, 4),
                """
                {'nodes': [
                  {'id': 'in', 'layer': {'kind': 'input'}},
                  {'id': 'a', 'layer': %s}, {'id': 'b', 'layer': %s}, {'id': 'c', 'layer': %s},
                  {'id': 'joined', 'layer': %s},
                  {'id': 'flat', 'layer': {'kind': 'flatten'}},
                  {'id': 'out', 'layer': {'kind': 'linear', 'units': 3}}],
                 'edges': [
                  {'from': 'in', 'to': 'a'}, {'from': 'in', 'to': 'b'}, {'from': 'in', 'to': 'c'},
                  {'from': 'a', 'to': 'joined'}, {'from': 'b', 'to': 'joined'},
                  {'from': 'c', 'to': 'joined'}, {'from': 'joined', 'to': 'flat'},
                  {'from': 'flat', 'to': 'out'}]}
                """
                        .formatted(conv2d(), conv2d(), conv2d(), layer),
                CROSS_ENTROPY,
                SGD,
                FULL_BATCH);
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
                                linear(3))),
                places("positionalEncoding", "{'kind': 'positionalEncoding'}"),
                named(
                        "embedding",
                        classes(
                                WORDS,
                                "{'kind': 'embedding', 'numEmbeddings': 6, 'embeddingDim': 3}",
                                "{'kind': 'positionalEncoding'}",
                                FLATTEN,
                                linear(3))));
    }

    private static Stream<Named<Valid>> recurrent() {
        return Stream.of("rnn", "gru", "lstm")
                .flatMap(kind ->
                        Stream.of(
                                places(kind, "{'kind': '%s', 'hiddenSize': 3}".formatted(kind)),
                                places(
                                        kind + " with all settings",
                                        """
                                        {'kind': '%s', 'hiddenSize': 2, 'numLayers': 2,
                                         'bidirectional': true, 'returnSequences': true,
                                         'bias': false}
                                        """
                                                .formatted(kind)),
                                places(
                                        kind + " from both ends",
                                        """
                                        {'kind': '%s', 'hiddenSize': 2, 'bidirectional': true}
                                        """
                                                .formatted(kind))));
    }

    private static Stream<Named<Valid>> attention() {
        return Stream.of(
                places("attention", "{'kind': 'multiHeadAttention'}"),
                places(
                        "attention with all settings",
                        "{'kind': 'multiHeadAttention', 'numHeads': 2, 'causal': true,"
                                + " 'bias': false}"),
                named("attention to something else", looking(2)),
                named("attention by query, key and value", looking(3)));
    }

    /** Sequences of several lengths and widths, of which one looks at the others. */
    private static Valid looking(int inputs) {
        String value = inputs == 3 ? ", {'from': 'v', 'to': 'attention'}" : "";
        return valid(
                examples(4, 3),
                """
                {'nodes': [
                  {'id': 'in', 'layer': {'kind': 'input'}},
                  {'id': 'q', 'layer': {'kind': 'linear', 'units': 4}},
                  {'id': 'turned', 'layer': {'kind': 'transpose'}},
                  {'id': 'k', 'layer': {'kind': 'linear', 'units': 5}},
                  {'id': 'v', 'layer': {'kind': 'linear', 'units': 2}},
                  {'id': 'attention', 'layer': {'kind': 'multiHeadAttention', 'numHeads': 2}},
                  {'id': 'flat', 'layer': {'kind': 'flatten'}},
                  {'id': 'rest', 'layer': {'kind': 'flatten'}},
                  {'id': 'all', 'layer': {'kind': 'concat'}},
                  {'id': 'out', 'layer': {'kind': 'linear', 'units': 3}}],
                 'edges': [
                  {'from': 'in', 'to': 'q'}, {'from': 'in', 'to': 'turned'},
                  {'from': 'turned', 'to': 'k'}, {'from': 'turned', 'to': 'v'},
                  {'from': 'q', 'to': 'attention'}, {'from': 'k', 'to': 'attention'}%s,
                  {'from': 'v', 'to': 'rest'}, {'from': 'attention', 'to': 'flat'},
                  {'from': 'flat', 'to': 'all'}, {'from': 'rest', 'to': 'all'},
                  {'from': 'all', 'to': 'out'}]}
                """
                        .formatted(value),
                CROSS_ENTROPY,
                SGD,
                FULL_BATCH);
    }

    /** The layer behind a linear layer of six units. */
    private static Named<Valid> flat(String name, String layer) {
        return named(name, classes(examples(5), linear(6), layer, FLATTEN, linear(3)));
    }

    /** The layer behind one that gives four features for each of five places. */
    private static Named<Valid> places(String name, String layer) {
        return named(name, classes(examples(5, 3), linear(4), layer, FLATTEN, linear(3)));
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
    public static String examples(Integer... shape) {
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
