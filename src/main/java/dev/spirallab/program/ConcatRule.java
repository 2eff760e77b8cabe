package dev.spirallab.program;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Side by side; each input's gradient is its part of the output's. */
record ConcatRule(int dim) implements LayerRule {
    @Override
    public boolean together() {
        return true;
    }

    @Override
    public void forward(Cell cell, Pass pass, Code code) {
        String all = cell.inputs().stream().map(Cell::name).collect(Collectors.joining(", "));
        code.let(cell.name(), "torch.cat([" + all + "], " + fromTheEnd(cell) + ")");
    }

    private int fromTheEnd(Cell cell) {
        return dim < 0 ? dim : dim - 1 - cell.shape().rank();
    }

    @Override
    public List<String> backward(Cell cell, String gradient, Code code) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (Cell input : cell.inputs()) {
            int size = input.shape().along(dim);
            parts.add(
                    "torch.narrow(%s, %d, %d, %d)"
                            .formatted(gradient, fromTheEnd(cell), start, size));
            start += size;
        }
        return parts;
    }
}
