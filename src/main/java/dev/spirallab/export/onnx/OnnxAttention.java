package dev.spirallab.export.onnx;

import dev.spirallab.engine.NodeTensor;
import dev.spirallab.export.onnx.OnnxGraph.Setting;
import dev.spirallab.spec.graph.MultiHeadAttention;
import java.util.Arrays;
import java.util.List;

/** Attention out of products of matrices. */
final class OnnxAttention {
    private final MultiHeadAttention layer;
    private final OnnxCell cell;
    private final OnnxGraph graph;
    private final int size;

    private OnnxAttention(MultiHeadAttention layer, OnnxCell cell) {
        this.layer = layer;
        this.cell = cell;
        this.graph = cell.graph();
        this.size = cell.in().along(2);
    }

    static String add(MultiHeadAttention layer, OnnxCell cell) {
        return new OnnxAttention(layer, cell).add();
    }

    private String add() {
        int key = Math.min(1, cell.inputs().size() - 1);
        int value = cell.inputs().size() - 1;
        String q = heads(0, "q", 0, List.of(0, 2, 1, 3));
        String k = heads(1, "k", key, List.of(0, 2, 3, 1));
        String v = heads(2, "v", value, List.of(0, 2, 1, 3));
        double scale = 1 / Math.sqrt((double) size / layer.numHeads());
        String scores =
                graph.add("Mul", List.of(graph.add("MatMul", List.of(q, k)), graph.scalar(scale)));
        if (layer.causal()) {
            scores = graph.add("Add", List.of(scores, mask(cell.shapes().get(key).along(1))));
        }
        String weights = graph.add("Softmax", List.of(scores), Setting.whole("axis", -1));
        String heads = graph.add("MatMul", List.of(weights, v));
        String joined = cell.reshape(cell.transpose(heads, 0, 2, 1, 3), cell.in().dimensions());
        String out =
                graph.add(
                        "MatMul",
                        List.of(joined, cell.transpose(cell.put("out_proj_weight"), 1, 0)));
        return layer.bias() ? graph.add("Add", List.of(out, cell.put("out_proj_bias"))) : out;
    }

    /** {@code [N, L, E] -> [N, L, heads, E / heads]}, in another order of dimensions. */
    private String heads(int place, String letter, int input, List<Integer> order) {
        boolean joined = cell.has("in_proj_weight");
        int width = cell.shapes().get(input).along(2);
        float[] weight =
                joined
                        ? part(cell.own("in_proj_weight"), place, size * width)
                        : cell.own(letter + "_proj_weight").values();
        String turned = cell.transpose(graph.constant(List.of(size, width), weight), 1, 0);
        String mapped = graph.add("MatMul", List.of(cell.inputs().get(input), turned));
        if (layer.bias()) {
            float[] bias = part(cell.own("in_proj_bias"), place, size);
            mapped = graph.add("Add", List.of(mapped, graph.constant(List.of(size), bias)));
        }
        List<Integer> parted =
                List.of(
                        cell.shapes().get(input).along(1),
                        layer.numHeads(),
                        size / layer.numHeads());
        return cell.transpose(cell.reshape(mapped, parted), order.toArray(Integer[]::new));
    }

    private static float[] part(NodeTensor tensor, int place, int count) {
        return Arrays.copyOfRange(tensor.values(), place * count, (place + 1) * count);
    }

    /** What a place must not see counts for nothing. */
    private String mask(int seen) {
        int length = cell.in().along(1);
        float[] mask = new float[length * seen];
        for (int row = 0; row < length; row++) {
            for (int column = row + 1; column < seen; column++) {
                mask[row * seen + column] = Float.NEGATIVE_INFINITY;
            }
        }
        return graph.constant(List.of(length, seen), mask);
    }

    /**
     * {@code sin(l / 10000^(i / D))} for even i, {@code cos(l / 10000^((i - 1) / D))} for odd ones.
     */
    static String positions(OnnxCell cell) {
        int length = cell.in().along(1);
        int width = cell.in().along(2);
        float[] waves = new float[length * width];
        for (int place = 0; place < length; place++) {
            for (int i = 0; i < width; i++) {
                double angle = place * Math.pow(10_000, -(double) (i - i % 2) / width);
                waves[place * width + i] =
                        (float) (i % 2 == 0 ? StrictMath.sin(angle) : StrictMath.cos(angle));
            }
        }
        return cell.graph().constant(List.of(length, width), waves);
    }
}
