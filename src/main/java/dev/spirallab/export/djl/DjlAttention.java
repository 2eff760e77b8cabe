package dev.spirallab.export.djl;

import dev.spirallab.spec.graph.MultiHeadAttention;
import dev.spirallab.validation.TensorShape;
import java.util.ArrayList;
import java.util.List;

/** Attention in Java, with parameters as PyTorch has them. */
final class DjlAttention {
    private DjlAttention() {}

    static DjlLayer of(MultiHeadAttention layer, List<TensorShape> inputs) {
        int size = inputs.getFirst().along(2);
        int key = Math.min(1, inputs.size() - 1);
        int value = inputs.size() - 1;
        boolean joined = inputs.get(key).along(2) == size && inputs.get(value).along(2) == size;
        List<String> parameters = new ArrayList<>();
        if (joined) {
            parameters.add(DjlLayer.parameter("in_proj_weight", 3 * size, size));
        } else {
            parameters.add(DjlLayer.parameter("q_proj_weight", size, size));
            parameters.add(DjlLayer.parameter("k_proj_weight", size, inputs.get(key).along(2)));
            parameters.add(DjlLayer.parameter("v_proj_weight", size, inputs.get(value).along(2)));
        }
        if (layer.bias()) {
            parameters.add(DjlLayer.parameter("in_proj_bias", 3 * size));
        }
        parameters.add(DjlLayer.parameter("out_proj_weight", size, size));
        if (layer.bias()) {
            parameters.add(DjlLayer.parameter("out_proj_bias", size));
        }
        int maps = joined ? 1 : 3;
        List<String> parts = new ArrayList<>();
        for (int part = 0; part < 3; part++) {
            int from = part == 0 ? 0 : part == 1 ? key : value;
            String weight = joined ? piece("own.get(0)", part, size) : "own.get(" + part + ")";
            String bias = layer.bias() ? piece("own.get(" + maps + ")", part, size) : "null";
            parts.add("Linear.linear(inputs.get(%d), %s, %s).head()".formatted(from, weight, bias));
        }
        int out = layer.bias() ? maps + 1 : maps;
        return DjlLayer.own(
                "Linear.linear(attended(%s, %d, %b), own.get(%d), %s).head()"
                        .formatted(
                                String.join(", ", parts),
                                layer.numHeads(),
                                layer.causal(),
                                out,
                                layer.bias() ? "own.get(" + (out + 1) + ")" : "null"),
                parameters.toArray(String[]::new));
    }

    private static String piece(String tensor, int part, int size) {
        return "%s.get(\"%d:%d\")".formatted(tensor, part * size, (part + 1) * size);
    }
}
