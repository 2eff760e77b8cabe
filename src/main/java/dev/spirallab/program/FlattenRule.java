package dev.spirallab.program;

import java.util.List;

/** {@code [N, a, b] -> [N, a * b]}; the gradient goes back to the old shape. */
record FlattenRule() implements LayerRule {
    @Override
    public boolean together() {
        return true;
    }

    @Override
    public void forward(Cell cell, Pass pass, Code code) {
        code.let(
                cell.name(),
                "torch.flatten(%s, -%d, -1)"
                        .formatted(cell.input(), cell.inputs().getFirst().shape().rank()));
    }

    @Override
    public List<String> backward(Cell cell, String gradient, Code code) {
        return List.of("torch.reshape(%s, torch.size(%s))".formatted(gradient, cell.input()));
    }
}
