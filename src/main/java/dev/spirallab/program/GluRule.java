package dev.spirallab.program;

import java.util.List;

/** {@code y = a sigmoid(b)}, a and b being the halves of the input along a dimension. */
record GluRule(int dim) implements LayerRule {
    @Override
    public void forward(Cell cell, Pass pass, Code code) {
        code.let(cell.name(), "torch.glu(" + cell.input() + ", " + dim + ")");
    }

    @Override
    public List<String> backward(Cell cell, String gradient, Code code) {
        return List.of("torch.glu_backward(%s, %s, %d)".formatted(gradient, cell.input(), dim));
    }
}
