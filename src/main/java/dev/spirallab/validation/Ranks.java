package dev.spirallab.validation;

import dev.spirallab.spec.graph.LayerSpec;
import dev.spirallab.spec.json.Records;
import java.util.List;
import java.util.Map;

/** How many dimensions the layers take, written with their letters. */
enum Ranks {
    SEQUENCE("[N, C, L]", 2, 2),
    IMAGE("[N, C, H, W]", 3, 3),
    CHANNELS("[N, C, L], [N, C, H, W]", 2, 3);

    private final String text;
    private final int min;
    private final int max;

    Ranks(String text, int min, int max) {
        this.text = text;
        this.min = min;
        this.max = max;
    }

    boolean have(TensorShape shape) {
        return shape.rank() >= min && shape.rank() <= max;
    }

    /** Empty where the layer can take that shape. */
    List<Flaw> flaws(LayerSpec layer, TensorShape in) {
        return have(in)
                ? List.of()
                : List.of(
                        Flaw.of(
                                "shape.rank",
                                Map.of(
                                        "kind", Records.kind(layer),
                                        "want", text,
                                        "shape", in.text())));
    }
}
