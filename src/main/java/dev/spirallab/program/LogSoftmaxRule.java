package dev.spirallab.program;

import java.util.List;

/** {@code y_i = x_i - log(sum of e^x_j)}; {@code dx_i = g_i - e^y_i sum of g_j}. */
record LogSoftmaxRule(int dim) implements LayerRule {
    @Override
    public void forward(Cell cell, Pass pass, Code code) {
        code.let(cell.name(), "torch.log_softmax(" + cell.input() + ", " + dim + ")");
    }

    @Override
    public List<String> backward(Cell cell, String gradient, Code code) {
        return List.of(
                "torch.sub(%s, torch.mul(torch.exp(%s), torch.sum(%s, [%d], True)))"
                        .formatted(gradient, cell.name(), gradient, dim));
    }
}
