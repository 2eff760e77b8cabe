package dev.spirallab.export.djl;

import dev.spirallab.spec.graph.Activation;
import dev.spirallab.spec.graph.AdaptiveAvgPool2d;
import dev.spirallab.spec.graph.Add;
import dev.spirallab.spec.graph.AvgPool2d;
import dev.spirallab.spec.graph.BatchNorm;
import dev.spirallab.spec.graph.Concat;
import dev.spirallab.spec.graph.Conv1d;
import dev.spirallab.spec.graph.Conv2d;
import dev.spirallab.spec.graph.ConvTranspose2d;
import dev.spirallab.spec.graph.Convolution;
import dev.spirallab.spec.graph.Dropout;
import dev.spirallab.spec.graph.Dropout2d;
import dev.spirallab.spec.graph.Embedding;
import dev.spirallab.spec.graph.Flatten;
import dev.spirallab.spec.graph.Function;
import dev.spirallab.spec.graph.GlobalAvgPool;
import dev.spirallab.spec.graph.Glu;
import dev.spirallab.spec.graph.GroupNorm;
import dev.spirallab.spec.graph.Gru;
import dev.spirallab.spec.graph.Input;
import dev.spirallab.spec.graph.InstanceNorm;
import dev.spirallab.spec.graph.LayerNorm;
import dev.spirallab.spec.graph.LayerSpec;
import dev.spirallab.spec.graph.Linear;
import dev.spirallab.spec.graph.LogSoftmax;
import dev.spirallab.spec.graph.Lstm;
import dev.spirallab.spec.graph.MaxPool2d;
import dev.spirallab.spec.graph.Maxout;
import dev.spirallab.spec.graph.MultiHeadAttention;
import dev.spirallab.spec.graph.Multiply;
import dev.spirallab.spec.graph.PRelu;
import dev.spirallab.spec.graph.PositionalEncoding;
import dev.spirallab.spec.graph.RRelu;
import dev.spirallab.spec.graph.Recurrent;
import dev.spirallab.spec.graph.Reshape;
import dev.spirallab.spec.graph.Rnn;
import dev.spirallab.spec.graph.Softmax;
import dev.spirallab.spec.graph.Transpose;
import dev.spirallab.spec.graph.Upsample;
import dev.spirallab.spec.graph.UpsampleMode;
import dev.spirallab.validation.TensorShape;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A layer in DJL.
 *
 * @param block what the model makes, if anything
 * @param call from the values that the layer takes to the one that it gives; {@code $} stands for
 *     the block
 */
record DjlLayer(Optional<String> block, java.util.function.Function<List<String>, String> call) {

    /**
     * @param inputs the shapes of its inputs
     * @param out of its output
     */
    static DjlLayer of(LayerSpec layer, List<TensorShape> inputs, TensorShape out) {
        TensorShape in = inputs.isEmpty() ? out : inputs.getFirst();
        return switch (layer) {
            case Input _ -> value("%s");
            case Linear linear ->
                    block(
                            "Linear.builder().setUnits(" + linear.units() + ").build()",
                            linear.activation());
            case Activation activation -> value(J.function(activation.function(), "%s"));
            case Conv1d conv -> convolution("Conv1d", conv);
            case Conv2d conv -> convolution("Conv2d", conv);
            case MaxPool2d pool when pool.dilation() != 1 ->
                    value(
                            "greatest(%%s, %d, %d, %d, %d, %d, %d)"
                                    .formatted(
                                            pool.kernelSize(),
                                            pool.stride().orElse(pool.kernelSize()),
                                            pool.padding(),
                                            pool.dilation(),
                                            out.along(2),
                                            out.along(3)));
            case MaxPool2d pool ->
                    value(
                            "Pool.maxPool2d(%%s, %s, %s, %s, false)"
                                    .formatted(
                                            square(pool.kernelSize()),
                                            square(pool.stride().orElse(pool.kernelSize())),
                                            square(pool.padding())));
            case AvgPool2d pool ->
                    value(
                            "Pool.avgPool2d(%%s, %s, %s, %s, false, true)"
                                    .formatted(
                                            square(pool.kernelSize()),
                                            square(pool.stride().orElse(pool.kernelSize())),
                                            square(pool.padding())));
            case GlobalAvgPool _ -> value("%s" + ".mean(new int[] {2})".repeat(in.rank() - 1));
            case BatchNorm norm ->
                    block(
                            "BatchNorm.builder().optEpsilon(%s).optMomentum(%s)%s.build()"
                                    .formatted(
                                            J.single(norm.eps()),
                                            J.single(1 - norm.momentum()),
                                            norm.affine()
                                                    ? ""
                                                    : ".optScale(false).optCenter(false)"),
                            Function.identity);
            case LayerNorm norm ->
                    block(
                            "LayerNorm.builder().axis(%s).optEpsilon(%s)%s.build()"
                                    .formatted(
                                            axes(in.rank(), norm.normalizedDims()),
                                            J.single(norm.eps()),
                                            norm.elementwiseAffine()
                                                    ? ""
                                                    : ".optScale(false).optCenter(false)"),
                            Function.identity);
            case Rnn rnn ->
                    recurrent(
                            "RNN.builder().setActivation(RNN.Activation.%s)"
                                    .formatted(rnn.nonlinearity().name().toUpperCase(Locale.ROOT)),
                            rnn);
            case Gru gru -> recurrent("GRU.builder()", gru);
            case Lstm lstm -> recurrent("LSTM.builder()", lstm);
            case InstanceNorm norm -> normalised(in, in.width(), norm.eps(), norm.affine());
            case GroupNorm norm -> normalised(in, norm.numGroups(), norm.eps(), norm.affine());
            case AdaptiveAvgPool2d pool when pool.outputSize() == 1 ->
                    value("%s.mean(new int[] {2}, true).mean(new int[] {3}, true)");
            case Glu glu -> {
                String halves = "%s.split(2, " + (glu.dim() < 0 ? in.rank() : glu.dim()) + ")";
                yield value(halves + ".get(0).mul(Activation.sigmoid(" + halves + ".get(1)))");
            }
            case Upsample upsample when upsample.mode() == UpsampleMode.nearest ->
                    value(
                            IntStream.rangeClosed(2, in.rank())
                                    .mapToObj(axis ->
                                            ".repeat(%d, %d)"
                                                    .formatted(axis, upsample.scaleFactor()))
                                    .collect(Collectors.joining("", "%s", "")));
            case Dropout dropout ->
                    block(
                            "Dropout.builder().optRate(" + J.single(dropout.p()) + ").build()",
                            Function.identity);
            case Softmax softmax -> value("%s.softmax(" + softmax.dim() + ")");
            case LogSoftmax softmax -> value("%s.logSoftmax(" + softmax.dim() + ")");
            case Add _ -> merge("add");
            case Multiply _ -> merge("mul");
            case Concat concat ->
                    new DjlLayer(
                            Optional.empty(),
                            all ->
                                    "NDArrays.concat(new NDList(%s), %d)"
                                            .formatted(String.join(", ", all), concat.dim()));
            case Flatten _ -> value("%s.reshape(-1, " + in.size() + ")");
            case Reshape _ -> value("%s.reshape(-1, " + list(out.dimensions()) + ")");
            case Transpose transpose ->
                    value("%s.swapAxes(" + transpose.dim0() + ", " + transpose.dim1() + ")");
            case AdaptiveAvgPool2d pool ->
                    value(
                            "averaged(averaged(%%s, 2, %d), 3, %d)"
                                    .formatted(pool.outputSize(), pool.outputSize()));
            case Upsample upsample ->
                    value(
                            "interpolated(%%s, %d, %d, %d)"
                                    .formatted(in.along(2), in.along(3), upsample.scaleFactor()));
            case ConvTranspose2d conv -> transposed(conv, in);
            case Maxout maxout ->
                    own(
                            "Linear.linear(inputs.head(), own.get(0), own.get(1)).head().reshape(-1, "
                                    + list(out.dimensions())
                                    + ", "
                                    + maxout.pieces()
                                    + ").max(new int[] {"
                                    + (in.rank() + 1)
                                    + "})",
                            parameter("weight", maxout.units() * maxout.pieces(), in.along(-1)),
                            parameter("bias", maxout.units() * maxout.pieces()));
            case PRelu prelu ->
                    own(
                            "leaky(inputs.head(), own.get(0).reshape(1, "
                                    + prelu.numParameters()
                                    + ", 1".repeat(in.rank() - 1)
                                    + "))",
                            parameter("weight", "OTHER", prelu.numParameters()));
            case RRelu rrelu ->
                    value(
                            "leaky(%%s, slopes(%%s, %s, %s, training))"
                                    .formatted(J.single(rrelu.lower()), J.single(rrelu.upper())));
            case Dropout2d dropout ->
                    value(
                            "dropped(%%s, %s, %d, training)"
                                    .formatted(J.single(dropout.p()), in.rank() - 1));
            case Embedding embedding ->
                    own(
                            "Embedding.embedding(inputs.head().toType(DataType.INT64, false),"
                                    + " own.get(0), SparseFormat.DENSE).head()",
                            parameter(
                                    "weight", embedding.numEmbeddings(), embedding.embeddingDim()));
            case PositionalEncoding _ ->
                    value("%%s.add(positions(%%s, %d, %d))".formatted(in.along(1), in.along(2)));
            case MultiHeadAttention attention -> DjlAttention.of(attention, inputs);
        };
    }

    /** A layer with parameters of its own; what it gives is made of {@code inputs} and them. */
    static DjlLayer own(String rule, String... parameters) {
        return new DjlLayer(
                Optional.of(
                        "new Layer((inputs, own, training) -> "
                                + rule
                                + ")"
                                + String.join("", parameters)),
                all -> "run($, new NDList(" + String.join(", ", all) + "), store, training)");
    }

    static String parameter(String name, int... shape) {
        return parameter(name, name.contains("bias") ? "BIAS" : "WEIGHT", shape);
    }

    private static String parameter(String name, String type, int... shape) {
        return ".with(\"%s\", Parameter.Type.%s, %s)"
                .formatted(name, type, list(IntStream.of(shape).boxed().toList()));
    }

    /** Over each group of channels. */
    private static DjlLayer normalised(TensorShape in, int groups, double eps, boolean affine) {
        String text =
                "normalized(%s, %d, %d, %s).reshape(-1, %s)"
                        .formatted(
                                affine ? "inputs.head()" : "$x",
                                groups,
                                in.size() / groups,
                                J.single(eps),
                                list(in.dimensions()));
        if (!affine) {
            return value(text.replace("$x", "%s"));
        }
        String each = ".reshape(1, " + in.width() + ", 1".repeat(in.rank() - 1) + ")";
        return own(
                text + ".mul(own.get(0)" + each + ").add(own.get(1)" + each + ")",
                parameter("weight", "GAMMA", in.width()),
                parameter("bias", "BETA", in.width()));
    }

    private static DjlLayer transposed(ConvTranspose2d conv, TensorShape in) {
        int around = conv.dilation() * (conv.kernelSize() - 1) - conv.padding();
        String rule =
                "transposed(inputs.head(), own.get(0), %s, %d, %d, %d, %d, %d)"
                        .formatted(
                                conv.bias() ? "own.get(1)" : "null",
                                conv.stride(),
                                around,
                                conv.outputPadding(),
                                conv.dilation(),
                                conv.groups());
        int filters = conv.outChannels() / conv.groups();
        DjlLayer plain =
                own(
                        rule,
                        parameter(
                                "weight",
                                in.width(),
                                filters,
                                conv.kernelSize(),
                                conv.kernelSize()),
                        conv.bias() ? parameter("bias", conv.outChannels()) : "");
        return new DjlLayer(
                plain.block(), all -> J.function(conv.activation(), plain.call().apply(all)));
    }

    /** The last dimensions, the batch being dimension 0. */
    private static String axes(int rank, int count) {
        return list(IntStream.rangeClosed(rank - count + 1, rank).boxed().toList());
    }

    /**
     * DJL gives the states at all places; those of the way back end at the first. It hands PyTorch
     * the biases of two directions in another order than they are read in, so each is a block.
     */
    private static DjlLayer recurrent(String builder, Recurrent layer) {
        String one =
                "%s.setStateSize(%d).setNumLayers(%d)%s.build()"
                        .formatted(
                                builder,
                                layer.hiddenSize(),
                                layer.bidirectional() ? 1 : layer.numLayers(),
                                layer.bias() ? "" : ".optHasBiases(false)");
        String made =
                layer.bidirectional()
                        ? "new Both(%d, %d, () -> %s)"
                                .formatted(layer.hiddenSize(), layer.numLayers(), one)
                        : one;
        return new DjlLayer(
                Optional.of(made),
                inputs -> {
                    String in = inputs.getFirst();
                    String states = "run($, " + in + ", store, training)";
                    return layer.returnSequences()
                            ? states
                            : layer.bidirectional()
                                    ? "ends(" + states + ", " + layer.hiddenSize() + ")"
                                    : states + ".get(\":, -1\")";
                });
    }

    private static DjlLayer convolution(String kind, Convolution layer) {
        StringBuilder made = new StringBuilder(kind + ".builder()");
        setting(made, "setKernelShape", layer.kernelSize(), 0, layer);
        made.append(".setFilters(").append(layer.outChannels()).append(')');
        setting(made, "optStride", layer.stride(), 1, layer);
        setting(made, "optPadding", layer.padding(), 0, layer);
        setting(made, "optDilation", layer.dilation(), 1, layer);
        setting(made, "optOutPadding", layer.outputPadding(), 0, layer);
        if (layer.groups() != 1) {
            made.append(".optGroups(").append(layer.groups()).append(')');
        }
        if (!layer.bias()) {
            made.append(".optBias(false)");
        }
        return block(made + ".build()", layer.activation());
    }

    private static void setting(
            StringBuilder made, String name, int value, int usual, Convolution layer) {
        if (value != usual) {
            String sizes = list(Collections.nCopies(layer.dimensions(), value));
            made.append('.').append(name).append("(new Shape(").append(sizes).append("))");
        }
    }

    private static String list(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String square(int size) {
        return "new Shape(" + size + ", " + size + ")";
    }

    private static DjlLayer block(String made, Function activation) {
        return new DjlLayer(
                Optional.of(made),
                all -> J.function(activation, "run($, " + all.getFirst() + ", store, training)"));
    }

    private static DjlLayer value(String text) {
        return new DjlLayer(Optional.empty(), all -> text.replace("%s", all.getFirst()));
    }

    private static DjlLayer merge(String method) {
        return new DjlLayer(
                Optional.empty(),
                all ->
                        all.stream()
                                .reduce((a, b) -> a + "." + method + "(" + b + ")")
                                .orElseThrow());
    }
}
