package dev.spirallab.spec.json;

import dev.spirallab.spec.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BigIntegerNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns JSON text into a tree and notes what a tree no longer tells: broken syntax, duplicate
 * fields, too much nesting.
 */
final class Trees {
    static final int MAX_DEPTH = 32;
    static final int MAX_LENGTH = 4 << 20;

    /** NaN and infinity are let through so that the reader can name the field. */
    private static final JsonFactory FACTORY =
            JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonParser parser;
    private final List<Problem> problems;

    private Trees(JsonParser parser, List<Problem> problems) {
        this.parser = parser;
        this.problems = problems;
    }

    /** The tree of a text known to be sound. */
    static JsonNode parse(String json) {
        List<Problem> problems = new ArrayList<>();
        JsonNode tree = parse(json, problems);
        if (tree == null || !problems.isEmpty()) {
            throw new IllegalArgumentException("Not JSON: " + json + ": " + problems);
        }
        return tree;
    }

    /** The tree, or null where there is none; {@code problems} grows by what is wrong. */
    static @Nullable JsonNode parse(String json, List<Problem> problems) {
        if (json.length() > MAX_LENGTH) {
            problems.add(Problem.of("json.tooLarge", "", Map.of("megabytes", "4")));
            return null;
        }
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            return new Trees(parser, problems).document();
        }
    }

    private @Nullable JsonNode document() {
        try {
            JsonToken first = parser.nextToken();
            JsonNode tree = first == null ? null : value(first, "", 0);
            if (tree == null || parser.nextToken() != null) {
                problems.add(syntax());
            }
            return tree;
        } catch (TooDeepException e) {
            problems.add(
                    Problem.of("json.tooDeep", e.path, Map.of("max", String.valueOf(MAX_DEPTH))));
        } catch (JacksonException e) {
            problems.add(syntax());
        }
        return null;
    }

    private Problem syntax() {
        TokenStreamLocation at = parser.currentLocation();
        return Problem.of(
                "json.syntax",
                "",
                Map.of(
                        "line", String.valueOf(at.getLineNr()),
                        "column", String.valueOf(at.getColumnNr())));
    }

    private JsonNode value(JsonToken token, String path, int depth) {
        if (depth > MAX_DEPTH) {
            throw new TooDeepException(path);
        }
        return switch (token) {
            case START_OBJECT -> object(path, depth);
            case START_ARRAY -> array(path, depth);
            case VALUE_STRING -> NODES.stringNode(parser.getString());
            case VALUE_NUMBER_INT -> whole();
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            case END_ARRAY, END_OBJECT, NOT_AVAILABLE, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                    throw new IllegalStateException("No value begins with " + token);
        };
    }

    private JsonNode whole() {
        return switch (parser.getNumberType()) {
            case INT, LONG -> NODES.numberNode(parser.getLongValue());
            case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL ->
                    BigIntegerNode.valueOf(parser.getBigIntegerValue());
        };
    }

    private ObjectNode object(String path, int depth) {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            String inner = Paths.field(path, name);
            JsonNode value = value(parser.nextToken(), inner, depth + 1);
            if (object.has(name)) {
                problems.add(
                        Problem.of("json.duplicateField", inner, Map.of("field", Paths.cut(name))));
            }
            object.set(name, value);
        }
        return object;
    }

    private ArrayNode array(String path, int depth) {
        ArrayNode array = NODES.arrayNode();
        for (JsonToken token = parser.nextToken();
                token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            array.add(value(token, Paths.element(path, array.size()), depth + 1));
        }
        return array;
    }

    private static final class TooDeepException extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String path;

        TooDeepException(String path) {
            super(null, null, false, false);
            this.path = path;
        }
    }
}
