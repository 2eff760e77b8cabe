package dev.spirallab.program;

import java.util.List;

/**
 * The batch itself: the variable is set before the layers begin, one row an example; examples of
 * more than one dimension take their shape here.
 */
record InputRule() implements LayerRule {
    @Override
    public boolean together() {
        return true;
    }

    @Override
    public void forward(Cell cell, Pass pass, Code code) {
        if (cell.shape().rank() > 1) {
            code.let(
                    cell.name(),
                    "torch.reshape(" + cell.name() + ", " + cell.shape().batch() + ")");
        }
    }

    @Override
    public List<String> backward(Cell cell, String gradient, Code code) {
        return List.of();
    }
}
