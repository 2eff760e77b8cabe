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
     * @param in the shape of its first input
     * @param out of its output
     * @param path in the document
     */
    static DjlLayer of(
            LayerSpec layer, TensorShape in, TensorShape out, String path, Lacking lacking) {
        return switch (layer) {
            case Input _ -> value("%s");
            case Linear linear ->
                    block(
                            "Linear.builder().setUnits(" + linear.units() + ").build()",
                            linear.activation());
            case Activation activation -> value(J.function(activation.function(), "%s"));
            case Conv1d conv -> convolution("Conv1d", conv);
            case Conv2d conv -> convolution("Conv2d", conv);
            case MaxPool2d pool -> {
                if (pool.dilation() != 1) {
                    lacking.setting(path + ".dilation");
                }
                yield value(
                        "Pool.maxPool2d(%%s, %s, %s, %s, false)"
                                .formatted(
                                        square(pool.kernelSize()),
                                        square(pool.stride().orElse(pool.kernelSize())),
                                        square(pool.padding())));
            }
            case AvgPool2d pool ->
                    value(
                            "Pool.avgPool2d(%%s, %s, %s, %s, false, true)"
                                    .formatted(
                                            square(pool.kernelSize()),
                                            square(pool.stride().orElse(pool.kernelSize())),
                                            square(pool.padding())));
            case GlobalAvgPool _ ->
                    value(in.rank() == 2 ? "%s.mean(new int[] {2})" : "%s.mean(new int[] {2, 3})");
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
                            rnn,
                            path,
                            lacking);
            case Gru gru -> recurrent("GRU.builder()", gru, path, lacking);
            case Lstm lstm -> recurrent("LSTM.builder()", lstm, path, lacking);
            case InstanceNorm norm -> {
                if (norm.affine()) {
                    lacking.setting(path + ".affine");
                }
                String axes = axes(in.rank(), in.rank() - 1);
                yield value(
                        "normalized(%%s, %s, %s)"
                                .formatted("new int[] {" + axes + "}", J.single(norm.eps())));
            }
            case AdaptiveAvgPool2d pool when pool.outputSize() == 1 ->
                    value("%s.mean(new int[] {2, 3}, true)");
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
            case ConvTranspose2d _,
                    AdaptiveAvgPool2d _,
                    Maxout _,
                    PRelu _,
                    RRelu _,
                    GroupNorm _,
                    Dropout2d _,
                    Embedding _,
                    PositionalEncoding _,
                    MultiHeadAttention _,
                    Upsample _ ->
                    value(lacking.add(path, layer));
        };
    }

    /** The last dimensions, the batch being dimension 0. */
    private static String axes(int rank, int count) {
        return list(IntStream.rangeClosed(rank - count + 1, rank).boxed().toList());
    }

    /** DJL gives the states at all places; from both ends the last ones lie apart. */
    private static DjlLayer recurrent(
            String builder, Recurrent layer, String path, Lacking lacking) {
        boolean last = !layer.returnSequences();
        if (last && layer.bidirectional()) {
            lacking.setting(path + ".bidirectional");
        }
        String made =
                "%s.setStateSize(%d).setNumLayers(%d)%s%s.build()"
                        .formatted(
                                builder,
                                layer.hiddenSize(),
                                layer.numLayers(),
                                layer.bidirectional() ? ".optBidirectional(true)" : "",
                                layer.bias() ? "" : ".optHasBiases(false)");
        return new DjlLayer(
                Optional.of(made),
                inputs ->
                        "run($, %s, store, training)".formatted(inputs.getFirst())
                                + (last ? ".get(\":, -1\")" : ""));
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
