package dev.spirallab.ui;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Settings of a document by their path, such as {@code training.optimizer.momentum}. */
final class JsonPath {
    private JsonPath() {}

    /** Puts the value in its place; null takes the field away. */
    static void set(ObjectNode document, String path, JsonNode value) {
        List<String> names = List.of(path.split("\\."));
        ObjectNode parent = document;
        for (String name : names.subList(0, names.size() - 1)) {
            parent = (ObjectNode) parent.get(name);
        }
        if (value.isNull()) {
            parent.remove(names.getLast());
        } else {
            parent.set(names.getLast(), value);
        }
    }

    /** The value at the path, a missing node where there is none. */
    static JsonNode at(JsonNode document, String path) {
        return document.at("/" + path.replace('.', '/'));
    }
}
