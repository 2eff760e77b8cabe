package dev.spirallab.validation;

import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.graph.ModelGraph;
import dev.spirallab.validation.ProblemsTest.Bad;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Stream;

/** One bad experiment for each way in which a layer of sequences or images does not fit. */
final class LayerProblems {
    private static final String FLATTEN = "{'kind': 'flatten'}";
    private static final String OUT = "{'kind': 'linear', 'units': 2}";

    private LayerProblems() {}

    static Stream<Bad> all() {
        return Stream.of(shapes(), convolutions(), pools()).flatMap(each -> each);
    }

    private static Stream<Bad> shapes() {
        return Stream.of(
                bad("shape.flattenNeeded", "", "insertFlatten", OUT),
                bad("output.notFlat", "", "appendFlatten", "{'kind': 'conv2d', 'outChannels': 2}"),
                bad("output.notFlat", "", "appendFlatten", "{'kind': 'adaptiveAvgPool2d'}"),
                bad("shape.rank", "", "", "{'kind': 'conv1d', 'outChannels': 2}", FLATTEN, OUT),
                flat("shape.rank", "{'kind': 'conv2d', 'outChannels': 2}"),
                flat("shape.rank", "{'kind': 'convTranspose2d', 'outChannels': 2}"),
                flat("shape.rank", "{'kind': 'maxPool2d'}"),
                flat("shape.rank", "{'kind': 'avgPool2d'}"),
                flat("shape.rank", "{'kind': 'adaptiveAvgPool2d'}"),
                flat("shape.rank", "{'kind': 'globalAvgPool'}"),
                bad(
                        "shape.tooWide",
                        "",
                        "",
                        "{'kind': 'conv2d', 'outChannels': 65536, 'padding': 255}",
                        FLATTEN,
                        OUT),
                bad(
                        "shape.tooWide",
                        "",
                        "",
                        "{'kind': 'convTranspose2d', 'outChannels': 65536, 'stride': 255}",
                        FLATTEN,
                        OUT));
    }

    private static Stream<Bad> convolutions() {
        return Stream.of(
                setting("conv.groups", "groups", conv("'outChannels': 4, 'groups': 3")),
                setting("conv.groups", "groups", conv("'outChannels': 3, 'groups': 2")),
                setting(
                        "shape.kernelTooLarge",
                        "kernelSize",
                        conv("'outChannels': 3, 'kernelSize': 9")),
                setting(
                        "shape.kernelTooLarge",
                        "kernelSize",
                        conv("'outChannels': 3, 'kernelSize': 255, 'dilation': 255")),
                setting(
                        "conv.outputPadding",
                        "outputPadding",
                        transposed("'stride': 2, 'dilation': 3, 'outputPadding': 3")),
                setting("conv.nothingLeft", "padding", transposed("'padding': 255")),
                bad(
                        "initial.weightSize",
                        ".layer.initial.weight",
                        "dropInitial",
                        conv("'outChannels': 1, 'initial': {'weight': [[1, 2]]}"),
                        FLATTEN,
                        OUT),
                bad(
                        "initial.biasSize",
                        ".layer.initial.bias",
                        "dropInitial",
                        conv("'outChannels': 1, 'bias': false, 'initial': {'bias': [1]}"),
                        FLATTEN,
                        OUT));
    }

    private static Stream<Bad> pools() {
        return Stream.of(
                setting(
                        "shape.kernelTooLarge",
                        "kernelSize",
                        "{'kind': 'maxPool2d', 'kernelSize': 9}"),
                setting(
                        "shape.kernelTooLarge",
                        "kernelSize",
                        "{'kind': 'avgPool2d', 'kernelSize': 7}"),
                setting(
                        "pool.padding",
                        "padding",
                        "{'kind': 'maxPool2d', 'kernelSize': 3, 'padding': 2}"),
                setting(
                        "pool.padding",
                        "padding",
                        "{'kind': 'avgPool2d', 'kernelSize': 1, 'padding': 127}"));
    }

    private static String conv(String settings) {
        return "{'kind': 'conv2d', " + settings + "}";
    }

    private static String transposed(String settings) {
        return "{'kind': 'convTranspose2d', 'outChannels': 2, " + settings + "}";
    }

    /** On images, mended by setting {@code setting}. */
    private static Bad setting(String code, String setting, String layer) {
        return bad(code, ".layer." + setting, "setSetting", layer, FLATTEN, OUT);
    }

    /** Behind a row of numbers. */
    private static Bad flat(String code, String layer) {
        Bad images = bad(code, "", "", "{'kind': 'dropout'}", layer, OUT);
        return new Bad(code, "graph.nodes[2]", "", images.experiment()).with(Draft.spiral());
    }

    /** On images of two channels, 5 high and 6 wide; the first layer is bad. */
    private static Bad bad(String code, String inner, String fix, String... layers) {
        ModelGraph graph = Draft.chain(layers);
        return new Bad(
                code, "graph.nodes[1]" + inner, fix, Draft.of(images(), graph, Draft.training("")));
    }

    static DatasetSpec images() {
        String row = Collections.nCopies(60, "0.5").toString();
        return Draft.dataset(
                "{'kind': 'inline', 'shape': [2, 5, 6], 'labels': [0, 1, 1], 'inputs': %s}"
                        .formatted(Arrays.asList(row, row, row)));
    }
}
