package dev.spirallab.program;

import java.util.Collections;
import java.util.List;

/** {@code y = a + b + ...}; each input's gradient is the output's. */
record AddRule() implements LayerRule {
    @Override
    public boolean together() {
        return true;
    }

    @Override
    public void forward(Cell cell, Pass pass, Code code) {
        String sum = cell.input();
        for (Cell more : cell.inputs().subList(1, cell.inputs().size())) {
            code.let(cell.name(), "torch.add(" + sum + ", " + more.name() + ")");
            sum = cell.name();
        }
        if (cell.inputs().size() == 1) {
            code.let(cell.name(), sum);
        }
    }

    @Override
    public List<String> backward(Cell cell, String gradient, Code code) {
        return Collections.nCopies(cell.inputs().size(), gradient);
    }
}
