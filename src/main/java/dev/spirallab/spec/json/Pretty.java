package dev.spirallab.spec.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * JSON for people: numbers in a row, and what fits on a line, stand on one; the rest is indented by
 * two spaces.
 */
final class Pretty {
    private static final int LINE = 100;

    private Pretty() {}

    static String print(JsonNode json) {
        return print(json, "");
    }

    private static String print(JsonNode json, String indent) {
        if (json.isObject()) {
            List<String> fields = new ArrayList<>();
            for (Map.Entry<String, JsonNode> entry : json.properties()) {
                fields.add(quoted(entry.getKey()) + ": " + print(entry.getValue(), indent + "  "));
            }
            return join("{", fields, "}", indent);
        }
        if (json.isArray()) {
            List<String> elements = new ArrayList<>();
            json.forEach(element -> elements.add(print(element, indent + "  ")));
            return isRow(json)
                    ? "[" + String.join(", ", elements) + "]"
                    : join("[", elements, "]", indent);
        }
        return json.toString();
    }

    private static boolean isRow(JsonNode array) {
        return array.valueStream().allMatch(JsonNode::isNumber);
    }

    private static String quoted(String name) {
        return TreeWriter.write(name).toString();
    }

    private static String join(String open, List<String> parts, String close, String indent) {
        int length = parts.stream().mapToInt(String::length).sum() + 2 * parts.size();
        boolean fits =
                length + indent.length() <= LINE && parts.stream().noneMatch(p -> p.contains("\n"));
        return fits
                ? open + String.join(", ", parts) + close
                : parts.stream()
                        .map(part -> "\n" + indent + "  " + part)
                        .collect(Collectors.joining(",", open, "\n" + indent + close));
    }
}
