package dev.spirallab.program;

import dev.spirallab.spec.graph.Maxout;
import java.util.List;
import java.util.Optional;

/**
 * {@code y_i = max_j (x W_ij + b_ij)}; the gradient goes to the map that won.
 *
 * @param width of the last dimension of its input
 */
record MaxoutRule(Maxout layer, int width) implements LayerRule {

    private int maps() {
        return layer.units() * layer.pieces();
    }

    @Override
    public List<Slot> parameters() {
        List<Integer> shape = List.of(maps(), width);
        return List.of(
                Slot.weight(shape, Starts.weight(Optional.empty(), Optional.empty(), shape)),
                Slot.plain(
                        "bias",
                        maps(),
                        Starts.bias(Optional.empty(), Optional.empty(), maps(), shape)));
    }

    @Override
    public void forward(Cell cell, Pass pass, Code code) {
        code.let(cell.own("rows"), "torch.reshape(%s, [-1, %d])".formatted(cell.input(), width));
        String product =
                "torch.linear(%s, %s, %s)"
                        .formatted(cell.own("rows"), cell.own("weight"), cell.own("bias"));
        code.let(
                cell.own("maps"),
                "torch.reshape(%s, [-1, %d, %d])"
                        .formatted(product, layer.units(), layer.pieces()));
        code.let(
                cell.own("greatest") + ", " + cell.own("places"),
                "torch.max(" + cell.own("maps") + ", 2, True)");
        code.let(
                cell.name(),
                "torch.reshape(%s, %s)".formatted(cell.own("greatest"), cell.shape().batch()));
    }

    @Override
    public List<String> backward(Cell cell, String gradient, Code code) {
        String each = "torch.reshape(%s, [-1, %d, 1])".formatted(gradient, layer.units());
        String won =
                "torch.scatter_(torch.zeros_like(%s), 2, %s, %s)"
                        .formatted(cell.own("maps"), cell.own("places"), each);
        code.let(cell.own("maps_grad"), "torch.reshape(%s, [-1, %d])".formatted(won, maps()));
        code.run(
                "torch.mm(torch.t(%s), %s, out=%s)"
                        .formatted(
                                cell.own("maps_grad"),
                                cell.own("rows"),
                                cell.gradientOf("weight")));
        code.run(
                "torch.sum(%s, [0], False, out=%s)"
                        .formatted(cell.own("maps_grad"), cell.gradientOf("bias")));
        return List.of(
                "torch.reshape(torch.mm(%s, %s), %s)"
                        .formatted(
                                cell.own("maps_grad"),
                                cell.own("weight"),
                                cell.inputs().getFirst().shape().batch()));
    }
}
