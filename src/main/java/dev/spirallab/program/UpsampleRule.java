package dev.spirallab.program;

import dev.spirallab.spec.graph.Upsample;
import dev.spirallab.spec.graph.UpsampleMode;
import java.util.List;

/** Numbers between the old ones; each gradient goes back to those that a number came from. */
record UpsampleRule(Upsample layer) implements LayerRule {
    @Override
    public void forward(Cell cell, Pass pass, Code code) {
        code.let(
                cell.name(),
                "torch.%s(%s, %s)".formatted(kind(cell), cell.input(), size(cell) + ending(cell)));
    }

    private String kind(Cell cell) {
        return "upsample_" + layer.mode().name() + (cell.shape().rank() - 1) + "d";
    }

    private static String size(Cell cell) {
        List<Integer> dimensions = cell.shape().dimensions();
        return dimensions.subList(1, dimensions.size()).toString();
    }

    /** How corners are aligned, and a scale for each dimension, which follows from the sizes. */
    private String ending(Cell cell) {
        String corners = layer.mode() == UpsampleMode.bilinear ? ", False" : "";
        return corners + ", None".repeat(cell.shape().rank() - 1);
    }

    @Override
    public List<String> backward(Cell cell, String gradient, Code code) {
        return List.of(
                "torch.%s_backward(%s, %s, torch.size(%s)%s)"
                        .formatted(kind(cell), gradient, size(cell), cell.input(), ending(cell)));
    }
}
