package dev.spirallab.program;

import dev.spirallab.spec.graph.Function;
import java.util.List;

/** {@code y = f(x)} for each element. */
record ActivationRule(Function function) implements LayerRule {
    @Override
    public boolean together() {
        return true;
    }

    @Override
    public void forward(Cell cell, Pass pass, Code code) {
        code.let(cell.name(), FunctionText.of(function).value(cell.input()));
    }

    @Override
    public List<String> backward(Cell cell, String gradient, Code code) {
        return List.of(FunctionText.of(function).derivative(gradient, cell.input(), cell.name()));
    }
}
