package dev.spirallab.validation;

import dev.spirallab.spec.graph.Convolution;
import dev.spirallab.spec.graph.LayerSpec;
import java.util.List;
import java.util.Map;

/** Something that slides over a row of numbers. */
record Window(int kernelSize, int stride, int padding, int dilation) {
    static Window of(Convolution conv) {
        return new Window(conv.kernelSize(), conv.stride(), conv.padding(), conv.dilation());
    }

    /** How many numbers it spans. */
    long reach() {
        return dilation * (kernelSize - 1L) + 1;
    }

    /** In how many places it stops; 0 or less where it does not fit. */
    long steps(int size) {
        return Math.floorDiv(size + 2L * padding - reach(), stride) + 1;
    }

    /** Whether it fits into each dimension behind the channels; a smaller kernel would. */
    List<Flaw> flaws(LayerSpec layer, TensorShape in) {
        int smallest = in.dimensions().stream().skip(1).min(Integer::compare).orElseThrow();
        long room = smallest + 2L * padding;
        if (reach() <= room) {
            return List.of();
        }
        Map<String, String> sizes =
                Map.of(
                        "reach", String.valueOf(reach()),
                        "room", String.valueOf(room),
                        "shape", in.text());
        return List.of(
                Flaw.of("shape.kernelTooLarge", layer, "kernelSize", sizes)
                        .remedied(layer, "kernelSize", (int) ((room - 1) / dilation) + 1));
    }
}
