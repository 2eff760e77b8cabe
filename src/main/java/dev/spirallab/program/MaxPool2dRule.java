package dev.spirallab.program;

import dev.spirallab.spec.graph.MaxPool2d;
import java.util.List;

/** The greatest of each window; the gradient goes to where that was. */
record MaxPool2dRule(MaxPool2d layer) implements LayerRule {
    @Override
    public void forward(Cell cell, Pass pass, Code code) {
        String arguments = "(" + cell.input() + ", " + settings() + ")";
        if (pass == Pass.TRAINING) {
            code.let(
                    cell.name() + ", " + cell.own("places"),
                    "torch.max_pool2d_with_indices" + arguments);
        } else {
            code.let(cell.name(), "torch.max_pool2d" + arguments);
        }
    }

    private String settings() {
        return "%s, %s, %s, %s, False"
                .formatted(
                        Code.pair(layer.kernelSize()),
                        Code.pair(layer.stride().orElse(layer.kernelSize())),
                        Code.pair(layer.padding()),
                        Code.pair(layer.dilation()));
    }

    @Override
    public List<String> backward(Cell cell, String gradient, Code code) {
        return List.of(
                "torch.max_pool2d_with_indices_backward(%s, %s, %s, %s)"
                        .formatted(gradient, cell.input(), settings(), cell.own("places")));
    }
}
