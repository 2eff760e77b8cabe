package dev.spirallab.program;

import java.util.List;

/** The means of windows that cover the image; each gradient is spread over its window evenly. */
record AdaptiveAvgPool2dRule(int size) implements LayerRule {
    @Override
    public void forward(Cell cell, Pass pass, Code code) {
        code.let(
                cell.name(),
                "torch.adaptive_avg_pool2d(%s, %s)".formatted(cell.input(), Code.pair(size)));
    }

    @Override
    public List<String> backward(Cell cell, String gradient, Code code) {
        return List.of(
                "torch._adaptive_avg_pool2d_backward(%s, %s)".formatted(gradient, cell.input()));
    }
}
