package dev.spirallab.validation;

import dev.spirallab.spec.graph.LayerSpec;
import dev.spirallab.spec.graph.Reshape;
import dev.spirallab.spec.json.Records;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How many dimensions the layers take, written with their letters. */
enum Ranks {
    NUMBERS("[N, L]", 1, 1),
    PLACES("[N, L, D]", 2, 2),
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

    private boolean have(TensorShape shape) {
        return shape.rank() >= min && shape.rank() <= max;
    }

    /** Empty where the layer can take that shape. */
    List<Flaw> flaws(LayerSpec layer, TensorShape in) {
        if (have(in)) {
            return List.of();
        }
        Map<String, String> arguments =
                Map.of("kind", Records.kind(layer), "want", text, "shape", in.text());
        Flaw flaw = Flaw.of("shape.rank", arguments);
        return List.of(reshaped(in).map(flaw::with).orElse(flaw));
    }

    /** What would most likely bring the numbers into such a shape. */
    private Optional<Flaw.Remedy> reshaped(TensorShape in) {
        return shape(in)
                .map(shape ->
                        new Flaw.Before(
                                "insertReshape",
                                new Reshape(shape),
                                Map.of("shape", new TensorShape(shape).text())));
    }

    private Optional<List<Integer>> shape(TensorShape in) {
        return switch (this) {
            case NUMBERS -> Optional.empty();
            case PLACES -> Optional.of(places(in));
            case SEQUENCE, CHANNELS ->
                    in.rank() == 1 ? Optional.of(List.of(1, in.width())) : Optional.empty();
            case IMAGE -> image(in);
        };
    }

    /** Each number a place, or each row of an image. */
    private static List<Integer> places(TensorShape in) {
        int width = in.rank() == 1 ? 1 : in.dimensions().getLast();
        return List.of(Math.toIntExact(in.size() / width), width);
    }

    /** A square of one channel or of three, or a sequence as an image of one channel. */
    private static Optional<List<Integer>> image(TensorShape in) {
        if (in.rank() == 2) {
            return Optional.of(List.of(1, in.width(), in.dimensions().getLast()));
        }
        return square(in.width(), 1).or(() -> square(in.width(), 3));
    }

    private static Optional<List<Integer>> square(int size, int channels) {
        int side = (int) Math.round(Math.sqrt((double) size / channels));
        return side * side * channels == size && side > 1
                ? Optional.of(List.of(channels, side, side))
                : Optional.empty();
    }
}
