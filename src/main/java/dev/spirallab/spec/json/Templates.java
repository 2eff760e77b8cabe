package dev.spirallab.spec.json;

import dev.spirallab.spec.Experiment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

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
        return switch (ExperimentJson.read(bytes(name))) {
            case Reading.Read(var experiment) -> experiment;
            case Reading.Unreadable(var problems) ->
                    throw new IllegalStateException("Template " + name + ": " + problems);
        };
    }

    private static byte[] bytes(String name) {
        String resource = "/templates/" + name + ".json";
        try (InputStream stream = Templates.class.getResourceAsStream(resource)) {
            return Objects.requireNonNull(stream, resource).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
