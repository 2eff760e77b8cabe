package dev.spirallab.validation;

import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.graph.Edge;
import dev.spirallab.spec.graph.ModelGraph;
import dev.spirallab.spec.graph.Node;
import dev.spirallab.validation.ProblemsTest.Bad;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** One bad experiment for each way in which a layer of sequences or images does not fit. */
final class LayerProblems {
    private static final String FLATTEN = "{'kind': 'flatten'}";
    private static final String OUT = "{'kind': 'linear', 'units': 2}";

    private LayerProblems() {}

    static Stream<Bad> all() {
        return Stream.of(
                        shapes(),
                        convolutions(),
                        pools(),
                        norms(),
                        activations(),
                        layouts(),
                        merges(),
                        sequences(),
                        embeddings())
                .flatMap(each -> each);
    }

    private static Stream<Bad> shapes() {
        return Stream.of(
                bad("shape.flattenNeeded", "", "insertFlatten", OUT),
                bad("output.notFlat", "", "appendFlatten", "{'kind': 'conv2d', 'outChannels': 2}"),
                bad("output.notFlat", "", "appendFlatten", "{'kind': 'adaptiveAvgPool2d'}"),
                bad("shape.rank", "", "", "{'kind': 'conv1d', 'outChannels': 2}", FLATTEN, OUT),
                flat("shape.rank", "", "{'kind': 'conv2d', 'outChannels': 2}"),
                flat("shape.rank", "", "{'kind': 'convTranspose2d', 'outChannels': 2}"),
                flat("shape.rank", "", "{'kind': 'maxPool2d'}"),
                flat("shape.rank", "", "{'kind': 'avgPool2d'}"),
                flat("shape.rank", "", "{'kind': 'adaptiveAvgPool2d'}"),
                flat("shape.rank", "insertReshape", "{'kind': 'globalAvgPool'}"),
                flat("shape.rank", "insertReshape", "{'kind': 'instanceNorm'}"),
                flat("shape.rank", "insertReshape", "{'kind': 'dropout2d'}"),
                flat("shape.rank", "insertReshape", "{'kind': 'upsample'}"),
                flat("shape.rank", "insertReshape", "{'kind': 'conv1d', 'outChannels': 2}"),
                flat("shape.rank", "insertReshape", "{'kind': 'gru', 'hiddenSize': 2}"),
                flat("shape.rank", "insertReshape", "{'kind': 'positionalEncoding'}"),
                bad("shape.rank", "", "insertReshape", "{'kind': 'lstm', 'hiddenSize': 2}", OUT),
                bad("shape.rank", "", "insertReshape", "{'kind': 'multiHeadAttention'}", OUT),
                new Bad(
                        "shape.rank",
                        "graph.nodes[1]",
                        "insertReshape",
                        Draft.of(
                                Draft.dataset(
                                        "{'kind': 'inline', 'inputs': [[%s0]], 'labels': [1]}"
                                                .formatted("0, ".repeat(48))),
                                Draft.chain("{'kind': 'maxPool2d'}", FLATTEN, OUT),
                                Draft.training(""))),
                bad(
                        "shape.rank",
                        "",
                        "",
                        "{'kind': 'embedding', 'numEmbeddings': 3, 'embeddingDim': 2}",
                        FLATTEN,
                        OUT),
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

    private static Stream<Bad> norms() {
        return Stream.of(
                flatSetting(
                        "norm.dims",
                        "normalizedDims",
                        "{'kind': 'layerNorm', 'normalizedDims': 2}"),
                setting("norm.groups", "numGroups", "{'kind': 'groupNorm', 'numGroups': 4}"),
                new Bad(
                        "norm.single",
                        "graph.nodes[2]",
                        "setSetting",
                        Draft.of(
                                Draft.spiral(),
                                Draft.chain(
                                        "{'kind': 'dropout'}",
                                        "{'kind': 'groupNorm', 'numGroups': 2}",
                                        "{'kind': 'linear', 'units': 3}"),
                                Draft.training(""))),
                new Bad(
                        "norm.single",
                        "graph.nodes[2]",
                        "",
                        Draft.of(
                                images(),
                                Draft.chain(
                                        "{'kind': 'adaptiveAvgPool2d'}",
                                        "{'kind': 'instanceNorm'}",
                                        FLATTEN,
                                        OUT),
                                Draft.training(""))));
    }

    private static Stream<Bad> activations() {
        return Stream.of(
                setting("prelu.count", "numParameters", "{'kind': 'prelu', 'numParameters': 3}"),
                setting("rrelu.bounds", "lower", "{'kind': 'rrelu', 'lower': 0.5}"),
                bad("glu.odd", "", "", "{'kind': 'glu', 'dim': 2}", FLATTEN, OUT),
                flatSetting("shape.noDim", "dim", "{'kind': 'glu', 'dim': 2}"),
                flatSetting("shape.noDim", "dim", "{'kind': 'softmax', 'dim': 3}"),
                setting("shape.noDim", "dim", "{'kind': 'softmax', 'dim': 0}"),
                flatSetting("shape.noDim", "dim", "{'kind': 'logSoftmax', 'dim': 3}"),
                new Bad(
                        "hint.noLogSoftmax",
                        "graph.nodes[1]",
                        "appendLogSoftmax",
                        Draft.of(
                                Draft.spiral(),
                                Draft.chain("{'kind': 'linear', 'units': 3}"),
                                Draft.training("'loss': {'kind': 'nll'}"))),
                new Bad(
                        "hint.noLogSoftmax",
                        "graph.nodes[2]",
                        "useLogSoftmax",
                        Draft.of(
                                Draft.spiral(),
                                Draft.chain(
                                        "{'kind': 'linear', 'units': 3}", "{'kind': 'softmax'}"),
                                Draft.training("'loss': {'kind': 'klDivergence'}"))),
                new Bad(
                        "hint.lastSoftmax",
                        "graph.nodes[2]",
                        "removeNode",
                        Draft.of(
                                Draft.spiral(),
                                Draft.chain(
                                        "{'kind': 'linear', 'units': 3}", "{'kind': 'softmax'}"),
                                Draft.training(""))));
    }

    private static Stream<Bad> layouts() {
        return Stream.of(
                bad("reshape.size", ".layer.shape", "", reshape("[2, 7]"), OUT),
                bad("reshape.size", ".layer.shape", "", reshape("[7, -1]"), OUT),
                bad("reshape.size", ".layer.shape", "", reshape("[0, -1]"), OUT),
                bad("reshape.size", ".layer.shape", "", reshape("[65536, 65536, 65536]"), OUT),
                bad("reshape.unknowns", ".layer.shape", "", reshape("[-1, 2, -1]"), OUT),
                flatSetting("shape.noDim", "dim1", "{'kind': 'transpose'}"),
                new Bad(
                        "upsample.bilinear",
                        "graph.nodes[2].layer.mode",
                        "setSetting",
                        Draft.of(
                                images(),
                                Draft.chain(
                                        reshape("[2, 30]"),
                                        "{'kind': 'upsample', 'mode': 'bilinear'}",
                                        FLATTEN,
                                        OUT),
                                Draft.training(""))),
                bad(
                                "shape.tooWide",
                                "",
                                "",
                                "{'kind': 'upsample', 'scaleFactor': 64}",
                                "{'kind': 'upsample', 'scaleFactor': 64}",
                                FLATTEN,
                                OUT)
                        .at(2));
    }

    private static Stream<Bad> merges() {
        String multiply = "{'kind': 'multiply'}";
        return Stream.of(
                branches(
                        "shape.unlike",
                        "projectImages",
                        multiply,
                        conv("'outChannels': 4, 'padding': 1"),
                        conv("'outChannels': 3, 'padding': 1")),
                branches(
                        "shape.unlike",
                        "projectImages",
                        "{'kind': 'add'}",
                        "{'kind': 'adaptiveAvgPool2d', 'outputSize': 6}",
                        "{'kind': 'adaptiveAvgPool2d', 'outputSize': 3}"),
                branches("shape.unlike", "", multiply, conv("'outChannels': 4"), FLATTEN),
                branches(
                        "shape.unlike",
                        "",
                        multiply,
                        "{'kind': 'adaptiveAvgPool2d', 'outputSize': 5}",
                        "{'kind': 'adaptiveAvgPool2d', 'outputSize': 3}"),
                branches(
                        "shape.concatMismatch",
                        "",
                        "{'kind': 'concat'}",
                        FLATTEN,
                        conv("'outChannels': 4")),
                branches(
                        "shape.concatMismatch",
                        "",
                        "{'kind': 'concat', 'dim': -1}",
                        conv("'outChannels': 4"),
                        conv("'outChannels': 5")),
                branches(
                                "shape.noDim",
                                "setSetting",
                                "{'kind': 'concat', 'dim': 3}",
                                FLATTEN,
                                FLATTEN)
                        .inside(".layer.dim"));
    }

    private static Stream<Bad> sequences() {
        return Stream.of(
                new Bad(
                        "attention.heads",
                        "graph.nodes[2].layer.numHeads",
                        "setSetting",
                        Draft.of(
                                images(),
                                Draft.chain(
                                        reshape("[10, 6]"),
                                        "{'kind': 'multiHeadAttention', 'numHeads': 4}",
                                        FLATTEN,
                                        OUT),
                                Draft.training(""))),
                branches(
                        "attention.lengths",
                        "",
                        "{'kind': 'multiHeadAttention'}",
                        reshape("[10, 6]"),
                        reshape("[10, 6]"),
                        reshape("[12, 5]")),
                new Bad(
                        "shape.tooWide",
                        "graph.nodes[2]",
                        "",
                        Draft.of(
                                images(),
                                Draft.chain(
                                        reshape("[60, 1]"),
                                        """
                                        {'kind': 'rnn', 'hiddenSize': 65536,
                                         'bidirectional': true, 'returnSequences': true}
                                        """,
                                        FLATTEN,
                                        OUT),
                                Draft.training(""))));
    }

    private static Stream<Bad> embeddings() {
        String embedding = "{'kind': 'embedding', 'numEmbeddings': 3, 'embeddingDim': 2}";
        ModelGraph first = Draft.chain(embedding, FLATTEN, OUT);
        ModelGraph late = Draft.chain("{'kind': 'linear', 'units': 4}", embedding, FLATTEN, OUT);
        return Stream.of(
                new Bad("embedding.source", "graph.nodes[2]", "", words("0, 1", late)),
                new Bad("embedding.value", "graph.nodes[1]", "", words("0, 3", first)),
                new Bad("embedding.value", "graph.nodes[1]", "", words("0, 0.5", first)),
                new Bad("embedding.value", "graph.nodes[1]", "", words("0, -1", first)),
                new Bad("embedding.data", "graph.nodes[1]", "", Draft.of(first)));
    }

    private static Experiment words(String row, ModelGraph graph) {
        return Draft.of(
                Draft.dataset("{'kind': 'inline', 'inputs': [[%s]], 'labels': [1]}".formatted(row)),
                graph,
                Draft.training(""));
    }

    private static String reshape(String shape) {
        return "{'kind': 'reshape', 'shape': " + shape + "}";
    }

    /** Branches from the images, each of one layer, that meet in a layer that is bad. */
    private static Bad branches(String code, String fix, String joining, String... layers) {
        List<Node> nodes = new ArrayList<>(Draft.chain().nodes());
        List<Edge> edges = new ArrayList<>();
        for (String layer : layers) {
            String id = "branch" + nodes.size();
            nodes.add(Draft.node(id, layer));
            edges.add(new Edge("in", id));
            edges.add(new Edge(id, "joined"));
        }
        nodes.add(Draft.node("joined", joining));
        nodes.add(Draft.node("flat", FLATTEN));
        nodes.add(Draft.node("out", OUT));
        edges.add(new Edge("joined", "flat"));
        edges.add(new Edge("flat", "out"));
        return new Bad(
                code,
                "graph.nodes[" + (layers.length + 1) + "]",
                fix,
                Draft.of(images(), new ModelGraph(nodes, edges), Draft.training("")));
    }

    /** Behind a row of numbers, mended by setting {@code setting}. */
    private static Bad flatSetting(String code, String setting, String layer) {
        return flat(code, "setSetting", layer).inside(".layer." + setting);
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
    private static Bad flat(String code, String fix, String layer) {
        Bad images = bad(code, "", "", "{'kind': 'dropout'}", layer, OUT);
        return new Bad(code, "graph.nodes[2]", fix, images.experiment()).with(Draft.spiral());
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
