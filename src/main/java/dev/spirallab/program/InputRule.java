package dev.spirallab.program;

import java.util.List;

/** The batch itself: the variable is set before the layers begin. */
record InputRule() implements LayerRule {
    @Override
    public void forward(Cell cell, Pass pass, Code code) {}

    @Override
    public List<String> backward(Cell cell, String gradient, Code code) {
        return List.of();
    }
}
