package dev.spirallab.program;

import dev.spirallab.spec.graph.Transpose;
import java.util.List;

/** Two dimensions change places; those of the gradient change back. */
record TransposeRule(Transpose layer) implements LayerRule {
    @Override
    public void forward(Cell cell, Pass pass, Code code) {
        code.let(cell.name(), swapped(cell.input()));
    }

    private String swapped(String tensor) {
        return "torch.transpose(%s, %d, %d)".formatted(tensor, layer.dim0(), layer.dim1());
    }

    @Override
    public List<String> backward(Cell cell, String gradient, Code code) {
        return List.of(swapped(gradient));
    }
}
