package dev.spirallab.export.onnx;

import dev.spirallab.engine.NodeTensor;
import dev.spirallab.export.onnx.OnnxGraph.Setting;
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
import dev.spirallab.spec.graph.Reshape;
import dev.spirallab.spec.graph.Rnn;
import dev.spirallab.spec.graph.Softmax;
import dev.spirallab.spec.graph.Transpose;
import dev.spirallab.spec.graph.Upsample;
import dev.spirallab.spec.graph.UpsampleMode;
import dev.spirallab.validation.TensorShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Layers as ONNX operations, as they are in evaluation. */
final class OnnxLayers {
    /** ONNX's code for whole numbers of 64 bits. */
    private static final int INT64 = 7;

    private OnnxLayers() {}

    /**
     * @return the name of the layer's output
     */
    static String add(LayerSpec layer, OnnxCell cell) {
        OnnxGraph graph = cell.graph();
        return switch (layer) {
            case Input _ -> graph.input(cell.shape().dimensions());
            case Linear linear ->
                    OnnxFunctions.add(linear.activation(), linear(cell, cell.x()), graph);
            case Maxout maxout -> maxout(maxout, cell);
            case Conv1d conv -> convolution(conv, cell);
            case Conv2d conv -> convolution(conv, cell);
            case ConvTranspose2d conv -> convolution(conv, cell);
            case MaxPool2d pool ->
                    graph.add(
                            "MaxPool",
                            cell.inputs(),
                            twice("kernel_shape", pool.kernelSize()),
                            twice("strides", pool.stride().orElse(pool.kernelSize())),
                            pads(pool.padding(), 2),
                            twice("dilations", pool.dilation()));
            case AvgPool2d pool ->
                    graph.add(
                            "AveragePool",
                            cell.inputs(),
                            twice("kernel_shape", pool.kernelSize()),
                            twice("strides", pool.stride().orElse(pool.kernelSize())),
                            pads(pool.padding(), 2),
                            Setting.whole("count_include_pad", 1));
            case AdaptiveAvgPool2d _ -> adaptive(cell);
            case GlobalAvgPool _ ->
                    graph.add(
                            "ReduceMean",
                            List.of(cell.x(), graph.wholes(places(cell.in()))),
                            Setting.whole("keepdims", 0));
            case Activation activation -> OnnxFunctions.add(activation.function(), cell.x(), graph);
            case PRelu prelu ->
                    graph.add(
                            "PRelu",
                            List.of(cell.x(), channels(cell, "weight", prelu.numParameters())));
            case RRelu rrelu ->
                    graph.add(
                            "LeakyRelu",
                            cell.inputs(),
                            Setting.real("alpha", (rrelu.lower() + rrelu.upper()) / 2));
            case Glu glu -> {
                List<String> halves =
                        graph.add(
                                "Split",
                                cell.inputs(),
                                2,
                                Setting.whole("axis", glu.dim()),
                                Setting.whole("num_outputs", 2));
                yield graph.add(
                        "Mul",
                        List.of(
                                halves.getFirst(),
                                graph.add("Sigmoid", List.of(halves.getLast()))));
            }
            case Softmax softmax ->
                    graph.add("Softmax", cell.inputs(), Setting.whole("axis", softmax.dim()));
            case LogSoftmax softmax ->
                    graph.add("LogSoftmax", cell.inputs(), Setting.whole("axis", softmax.dim()));
            case BatchNorm norm -> batchNorm(norm, cell);
            case LayerNorm norm -> layerNorm(norm, cell);
            case GroupNorm norm -> groupNorm(norm.numGroups(), norm.eps(), cell);
            case InstanceNorm norm -> groupNorm(cell.in().width(), norm.eps(), cell);
            case Dropout _, Dropout2d _ -> cell.x();
            case Rnn rnn -> OnnxRecurrent.add(rnn, cell);
            case Gru gru -> OnnxRecurrent.add(gru, cell);
            case Lstm lstm -> OnnxRecurrent.add(lstm, cell);
            case Embedding _ ->
                    graph.add(
                            "Gather",
                            List.of(
                                    cell.put("weight"),
                                    graph.add("Cast", cell.inputs(), Setting.whole("to", INT64))));
            case PositionalEncoding _ ->
                    graph.add("Add", List.of(cell.x(), OnnxAttention.positions(cell)));
            case MultiHeadAttention attention -> OnnxAttention.add(attention, cell);
            case Add _ -> graph.add("Sum", cell.inputs());
            case Multiply _ ->
                    cell.inputs().stream()
                            .reduce((a, b) -> graph.add("Mul", List.of(a, b)))
                            .orElseThrow();
            case Concat concat ->
                    graph.add("Concat", cell.inputs(), Setting.whole("axis", concat.dim()));
            case Flatten _ -> graph.add("Flatten", cell.inputs(), Setting.whole("axis", 1));
            case Reshape _ -> cell.reshape(cell.x(), cell.shape().dimensions());
            case Transpose transpose -> transpose(transpose, cell);
            case Upsample upsample -> upsample(upsample, cell);
        };
    }

    /** {@code x W^T + b}, at each place where there are several. */
    private static String linear(OnnxCell cell, String x) {
        OnnxGraph graph = cell.graph();
        if (cell.in().rank() == 1) {
            return graph.add(
                    "Gemm",
                    List.of(x, cell.put("weight"), cell.put("bias")),
                    Setting.whole("transB", 1));
        }
        String turned = cell.transpose(cell.put("weight"), 1, 0);
        return graph.add("Add", List.of(graph.add("MatMul", List.of(x, turned)), cell.put("bias")));
    }

    private static String maxout(Maxout maxout, OnnxCell cell) {
        OnnxGraph graph = cell.graph();
        List<Integer> parted = new ArrayList<>(cell.shape().dimensions());
        parted.add(maxout.pieces());
        return graph.add(
                "ReduceMax",
                List.of(cell.reshape(linear(cell, cell.x()), parted), graph.wholes(List.of(-1))),
                Setting.whole("keepdims", 0));
    }

    private static String convolution(Convolution layer, OnnxCell cell) {
        int dimensions = layer.dimensions();
        List<String> inputs = new ArrayList<>(List.of(cell.x(), cell.put("weight")));
        if (layer.bias()) {
            inputs.add(cell.put("bias"));
        }
        List<Setting> settings =
                new ArrayList<>(
                        List.of(
                                each("kernel_shape", layer.kernelSize(), dimensions),
                                each("strides", layer.stride(), dimensions),
                                pads(layer.padding(), dimensions),
                                each("dilations", layer.dilation(), dimensions),
                                Setting.whole("group", layer.groups())));
        if (layer.transposed()) {
            settings.add(each("output_padding", layer.outputPadding(), dimensions));
        }
        String sum =
                cell.graph()
                        .add(
                                layer.transposed() ? "ConvTranspose" : "Conv",
                                inputs,
                                settings.toArray(Setting[]::new));
        return OnnxFunctions.add(layer.activation(), sum, cell.graph());
    }

    private static Setting each(String name, int value, int times) {
        return Setting.wholes(name, Collections.nCopies(times, value));
    }

    private static Setting twice(String name, int value) {
        return each(name, value, 2);
    }

    /** On both ends of each dimension. */
    private static Setting pads(int padding, int dimensions) {
        return each("pads", padding, 2 * dimensions);
    }

    /** Windows of uneven size: two matrices of weights do what no ONNX operation does. */
    private static String adaptive(OnnxCell cell) {
        List<Integer> from = cell.in().dimensions();
        List<Integer> to = cell.shape().dimensions();
        String rows = means(from.get(1), to.get(1), cell.graph());
        String columns = cell.transpose(means(from.get(2), to.get(2), cell.graph()), 1, 0);
        String narrowed = cell.graph().add("MatMul", List.of(cell.x(), columns));
        return cell.graph().add("MatMul", List.of(rows, narrowed));
    }

    /** {@code [to, from]}: row i takes the mean of its window. */
    private static String means(int from, int to, OnnxGraph graph) {
        float[] weights = new float[to * from];
        for (int i = 0; i < to; i++) {
            int start = i * from / to;
            int end = Math.ceilDiv((i + 1) * from, to);
            Arrays.fill(weights, i * from + start, i * from + end, 1f / (end - start));
        }
        return graph.constant(List.of(to, from), weights);
    }

    /** All dimensions behind the channels. */
    private static List<Integer> places(TensorShape shape) {
        return IntStream.rangeClosed(2, shape.rank()).boxed().toList();
    }

    /** A number for each channel, or one for all, to go with {@code x}. */
    private static String channels(OnnxCell cell, String tensor, int count) {
        NodeTensor own = cell.own(tensor);
        List<Integer> shape = new ArrayList<>(List.of(count));
        shape.addAll(Collections.nCopies(cell.in().rank() - 1, 1));
        return cell.graph().tensor(cell.names().of(own), shape, own.values());
    }

    private static String filled(OnnxCell cell, int count, float value) {
        float[] values = new float[count];
        Arrays.fill(values, value);
        return cell.graph().constant(List.of(count), values);
    }

    private static String batchNorm(BatchNorm norm, OnnxCell cell) {
        int channels = cell.in().width();
        return cell.graph()
                .add(
                        "BatchNormalization",
                        List.of(
                                cell.x(),
                                norm.affine() ? cell.put("weight") : filled(cell, channels, 1),
                                norm.affine() ? cell.put("bias") : filled(cell, channels, 0),
                                cell.put("mean"),
                                cell.put("var")),
                        Setting.real("epsilon", norm.eps()));
    }

    private static String layerNorm(LayerNorm norm, OnnxCell cell) {
        List<Integer> shape = cell.in().dimensions();
        List<Integer> last = shape.subList(shape.size() - norm.normalizedDims(), shape.size());
        int size = last.stream().reduce(1, Math::multiplyExact);
        float[] ones = new float[size];
        Arrays.fill(ones, 1);
        List<String> inputs =
                norm.elementwiseAffine()
                        ? List.of(cell.x(), cell.put("weight"), cell.put("bias"))
                        : List.of(cell.x(), cell.graph().constant(last, ones));
        return cell.graph()
                .add(
                        "LayerNormalization",
                        inputs,
                        Setting.whole("axis", -norm.normalizedDims()),
                        Setting.real("epsilon", norm.eps()));
    }

    /** Each group as one channel, normalised by itself. */
    private static String groupNorm(int groups, double eps, OnnxCell cell) {
        OnnxGraph graph = cell.graph();
        int each = Math.toIntExact(cell.in().size() / groups);
        String normal =
                graph.add(
                        "InstanceNormalization",
                        List.of(
                                cell.reshape(cell.x(), List.of(groups, each)),
                                filled(cell, groups, 1),
                                filled(cell, groups, 0)),
                        Setting.real("epsilon", eps));
        String back = cell.reshape(normal, cell.in().dimensions());
        if (!cell.has("weight")) {
            return back;
        }
        int channels = cell.in().width();
        String scaled = graph.add("Mul", List.of(back, channels(cell, "weight", channels)));
        return graph.add("Add", List.of(scaled, channels(cell, "bias", channels)));
    }

    private static String transpose(Transpose transpose, OnnxCell cell) {
        Integer[] order = new Integer[cell.in().rank() + 1];
        Arrays.setAll(order, i -> i);
        Collections.swap(Arrays.asList(order), transpose.dim0(), transpose.dim1());
        return cell.transpose(cell.x(), order);
    }

    private static String upsample(Upsample upsample, OnnxCell cell) {
        float[] scales = new float[cell.in().rank() + 1];
        Arrays.fill(scales, upsample.scaleFactor());
        scales[0] = 1;
        scales[1] = 1;
        boolean nearest = upsample.mode() == UpsampleMode.nearest;
        return cell.graph()
                .add(
                        "Resize",
                        List.of(
                                cell.x(),
                                "",
                                cell.graph().constant(List.of(scales.length), scales)),
                        Setting.word("mode", nearest ? "nearest" : "linear"),
                        Setting.word(
                                "coordinate_transformation_mode",
                                nearest ? "asymmetric" : "half_pixel"),
                        Setting.word("nearest_mode", "floor"));
    }
}
