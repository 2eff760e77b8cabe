package dev.spirallab.program;

import dev.spirallab.spec.graph.AvgPool2d;
import java.util.List;

/** The mean of each window; the gradient is spread over it evenly. */
record AvgPool2dRule(AvgPool2d layer) implements LayerRule {
    @Override
    public void forward(Cell cell, Pass pass, Code code) {
        code.let(cell.name(), "torch.avg_pool2d(" + cell.input() + ", " + settings() + ")");
    }

    private String settings() {
        return "%s, %s, %s, False, True, None"
                .formatted(
                        Code.pair(layer.kernelSize()),
                        Code.pair(layer.stride().orElse(layer.kernelSize())),
                        Code.pair(layer.padding()));
    }

    @Override
    public List<String> backward(Cell cell, String gradient, Code code) {
        return List.of(
                "torch.avg_pool2d_backward(%s, %s, %s)"
                        .formatted(gradient, cell.input(), settings()));
    }
}
