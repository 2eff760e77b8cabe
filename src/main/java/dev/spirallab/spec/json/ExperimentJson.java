package dev.spirallab.spec.json;

import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The experiment document as JSON text, strictly: unknown, duplicate, missing or ill-typed fields,
 * numbers out of range and documents too large are problems with their path.
 */
public final class ExperimentJson {
    private ExperimentJson() {}

    public static Reading read(String json) {
        return reading(readPart(Experiment.class, json));
    }

    /**
     * @param json UTF-8
     */
    public static Reading read(byte[] json) {
        return reading(readPart(Experiment.class, json));
    }

    /** The whole document, indented, fields in the records' order; reads back equal. */
    public static String write(Experiment experiment) {
        return writePart(experiment);
    }

    /** What a file with it is called: after its title, in any language. */
    public static String fileName(Experiment experiment) {
        return fileName(experiment, ".json");
    }

    /** The same for a file of another kind, made of it. */
    public static String fileName(Experiment experiment, String suffix) {
        String bare =
                experiment.title().replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        return (bare.isEmpty() ? "experiment" : bare) + suffix;
    }

    /** Reads a part of the document, such as {@code ModelGraph.class} or {@code Edit.class}. */
    public static <T> Part<T> readPart(Class<T> type, String json) {
        List<Problem> problems = new ArrayList<>();
        return read(type, Trees.parse(json, problems), problems);
    }

    /**
     * @param json UTF-8
     */
    public static <T> Part<T> readPart(Class<T> type, byte[] json) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(json);
            return readPart(type, StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException e) {
            return new Part.Unreadable<>(List.of(Problem.of("json.notUtf8", "", Map.of())));
        }
    }

    /** Reads a part from a tree, such as an event of the page brings. */
    public static <T> Part<T> readPart(Class<T> type, JsonNode json) {
        return read(type, json, new ArrayList<>());
    }

    /** Any record of the document's packages, a {@code Problem} too, as JSON text. */
    public static String writePart(Object part) {
        return Pretty.print(tree(part));
    }

    /** The same as a tree. */
    public static JsonNode tree(Object part) {
        return TreeWriter.write(part);
    }

    private static <T> Part<T> read(
            Class<T> type, @Nullable JsonNode json, List<Problem> problems) {
        if (json == null) {
            return new Part.Unreadable<>(problems);
        }
        Object value = new TreeReader(problems).read(json, Schema.of(type), "");
        return value == null || !problems.isEmpty()
                ? new Part.Unreadable<>(problems)
                : new Part.Read<>(type.cast(value));
    }

    private static Reading reading(Part<Experiment> part) {
        return switch (part) {
            case Part.Read<Experiment>(var experiment) -> new Reading.Read(experiment);
            case Part.Unreadable<Experiment>(var problems) -> new Reading.Unreadable(problems);
        };
    }
}
