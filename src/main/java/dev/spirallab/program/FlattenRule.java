package dev.spirallab.program;

import java.util.List;

/** {@code [N, a, b] -> [N, a * b]}; the gradient goes back to the old shape. */
record FlattenRule() implements LayerRule {
    @Override
    public void forward(Cell cell, Pass pass, Code code) {
        code.let(cell.name(), "torch.flatten(" + cell.input() + ", 1, -1)");
    }

    @Override
    public List<String> backward(Cell cell, String gradient, Code code) {
        String shape = cell.inputs().getFirst().shape().batch();
        return List.of("torch.reshape(" + gradient + ", " + shape + ")");
    }
}
