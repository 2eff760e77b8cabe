package dev.spirallab.spec.json;

import dev.spirallab.spec.Experiment;
import java.util.List;

/** Experiments to start from, made ready in {@code resources/templates}. */
public final class Templates {
    /** Names in the order shown; {@code template.<name>} and {@code .help} are their texts. */
    public static final List<String> NAMES =
            List.of(
                    "spiral-relu",
                    "spiral-linear",
                    "xor-hidden",
                    "deep-sigmoid",
                    "residual",
                    "regression");

    /** The one that the page opens with. */
    public static final String FIRST = NAMES.getFirst();

    private Templates() {}

    /**
     * @throws IllegalArgumentException where there is no template of that name
     */
    public static Experiment get(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("No template " + name);
        }
        return Resources.read("/templates/" + name + ".json");
    }
}
