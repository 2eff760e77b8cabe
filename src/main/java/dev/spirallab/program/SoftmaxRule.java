package dev.spirallab.program;

import java.util.List;

/** {@code y_i = e^x_i / sum of e^x_j}; {@code dx_i = y_i (g_i - sum of g_j y_j)}. */
record SoftmaxRule(int dim) implements LayerRule {
    @Override
    public void forward(Cell cell, Pass pass, Code code) {
        code.let(cell.name(), "torch.softmax(" + cell.input() + ", " + dim + ")");
    }

    @Override
    public List<String> backward(Cell cell, String gradient, Code code) {
        code.let(cell.own("weighed"), "torch.mul(" + gradient + ", " + cell.name() + ")");
        return List.of(
                "torch.sub(%s, torch.mul(%s, torch.sum(%s, [%d], True)))"
                        .formatted(cell.own("weighed"), cell.name(), cell.own("weighed"), dim));
    }
}
