package dev.spirallab.spec.json;

import dev.spirallab.spec.Experiment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Experiments that come with the program. */
public final class Resources {
    private Resources() {}

    /**
     * @param resource such as {@code /templates/residual.json}
     * @throws IllegalStateException if it is no experiment
     */
    public static Experiment read(String resource) {
        return switch (ExperimentJson.read(bytes(resource))) {
            case Reading.Read(var experiment) -> experiment;
            case Reading.Unreadable(var problems) ->
                    throw new IllegalStateException(resource + ": " + problems);
        };
    }

    private static byte[] bytes(String resource) {
        try (InputStream stream = Resources.class.getResourceAsStream(resource)) {
            return Objects.requireNonNull(stream, resource).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
