package dev.spirallab.spec.json;

import dev.spirallab.spec.Experiment;
import tools.jackson.databind.JsonNode;

/**
 * The experiment document as JSON text, strictly: unknown, duplicate, missing or ill-typed fields,
 * numbers out of range and documents too large are problems with their path.
 */
public final class ExperimentJson {
    private ExperimentJson() {}

    public static Reading read(String json) {
        throw new UnsupportedOperationException("soon");
    }

    /** @param json UTF-8 */
    public static Reading read(byte[] json) {
        throw new UnsupportedOperationException("soon");
    }

    /** The whole document, indented, fields in the records' order; reads back equal. */
    public static String write(Experiment experiment) {
        return writePart(experiment);
    }

    /** Reads a part of the document, such as {@code ModelGraph.class} or {@code Edit.class}. */
    public static <T> Part<T> readPart(Class<T> type, String json) {
        throw new UnsupportedOperationException("soon");
    }

    /** Reads a part from a tree, such as an event of the page brings. */
    public static <T> Part<T> readPart(Class<T> type, JsonNode json) {
        throw new UnsupportedOperationException("soon");
    }

    /** Any record of the document's packages, a {@code Problem} too, as JSON text. */
    public static String writePart(Object part) {
        return tree(part).toPrettyString();
    }

    /** The same as a tree. */
    public static JsonNode tree(Object part) {
        throw new UnsupportedOperationException("soon");
    }
}
