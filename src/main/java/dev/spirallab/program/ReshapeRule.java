package dev.spirallab.program;

import java.util.List;

/** The same numbers in another shape; the gradient goes back to the old one. */
record ReshapeRule() implements LayerRule {
    @Override
    public void forward(Cell cell, Pass pass, Code code) {
        code.let(cell.name(), "torch.reshape(" + cell.input() + ", " + cell.shape().batch() + ")");
    }

    @Override
    public List<String> backward(Cell cell, String gradient, Code code) {
        String shape = cell.inputs().getFirst().shape().batch();
        return List.of("torch.reshape(" + gradient + ", " + shape + ")");
    }
}
