package dev.spirallab.program;

import dev.spirallab.spec.graph.MultiHeadAttention;
import dev.spirallab.validation.TensorShape;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code softmax(Q K^T / sqrt(d)) V} for each head; parameters are named and begin as in PyTorch.
 * Autograd finds the gradients.
 *
 * @param inputs query, key and value; or one for all; or one for the query and one for the others
 */
record AttentionRule(MultiHeadAttention layer, List<TensorShape> inputs) implements LayerRule {

    private int size() {
        return inputs.getFirst().along(2);
    }

    private int key() {
        return Math.min(1, inputs.size() - 1);
    }

    private int value() {
        return inputs.size() - 1;
    }

    /** Whether one matrix makes query, key and value, as it does where all are of one width. */
    private boolean joined() {
        return inputs.stream().allMatch(input -> input.along(2) == size());
    }

    @Override
    public List<Slot> parameters() {
        int size = size();
        List<Slot> slots = new ArrayList<>();
        if (joined()) {
            slots.add(xavier("in_proj_weight", 3 * size, size));
        } else {
            slots.add(xavier("q_proj_weight", size, size));
            slots.add(xavier("k_proj_weight", size, inputs.get(key()).along(2)));
            slots.add(xavier("v_proj_weight", size, inputs.get(value()).along(2)));
        }
        if (layer.bias()) {
            slots.add(Slot.plain("in_proj_bias", 3 * size, new Start.Constant(0)));
        }
        Start start = Start.Uniform.within(1 / Math.sqrt(size));
        slots.add(new Slot("out_proj_weight", List.of(size, size), start, true));
        if (layer.bias()) {
            slots.add(Slot.plain("out_proj_bias", size, new Start.Constant(0)));
        }
        return slots;
    }

    private static Slot xavier(String name, int rows, int columns) {
        Start start = Start.Uniform.within(Math.sqrt(6.0 / (rows + columns)));
        return new Slot(name, List.of(rows, columns), start, true);
    }

    @Override
    public boolean hasBackward() {
        return false;
    }

    @Override
    public void forward(Cell cell, Pass pass, Code code) {
        code.let(cell.own("q"), heads(cell, 0, "q", 0));
        code.let(cell.own("k"), heads(cell, 1, "k", key()));
        code.let(cell.own("v"), heads(cell, 2, "v", value()));
        code.let(
                cell.own("heads"),
                "torch.scaled_dot_product_attention(%s, %s, %s, None, 0., %s)"
                        .formatted(
                                cell.own("q"),
                                cell.own("k"),
                                cell.own("v"),
                                Code.truth(layer.causal())));
        code.let(
                cell.name(),
                "torch.linear(torch.reshape(torch.transpose(%s, 1, 2), %s), %s, %s)"
                        .formatted(
                                cell.own("heads"),
                                cell.shape().batch(),
                                cell.own("out_proj_weight"),
                                layer.bias() ? cell.own("out_proj_bias") : "None"));
    }

    /** {@code [N, L, E] -> [N, heads, L, E / heads]} */
    private String heads(Cell cell, int place, String letter, int input) {
        String weight =
                joined()
                        ? part(cell.own("in_proj_weight"), place)
                        : cell.own(letter + "_proj_weight");
        String bias = layer.bias() ? part(cell.own("in_proj_bias"), place) : "None";
        String mapped =
                "torch.linear(%s, %s, %s)".formatted(cell.inputs().get(input).name(), weight, bias);
        return "torch.transpose(torch.reshape(%s, [-1, %d, %d, %d]), 1, 2)"
                .formatted(
                        mapped,
                        inputs.get(input).along(1),
                        layer.numHeads(),
                        size() / layer.numHeads());
    }

    private String part(String tensor, int place) {
        return "torch.narrow(%s, 0, %d, %d)".formatted(tensor, place * size(), size());
    }

    @Override
    public List<String> backward(Cell cell, String gradient, Code code) {
        throw new UnsupportedOperationException("left to autograd");
    }
}
