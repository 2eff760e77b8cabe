package dev.spirallab.experiment;

import java.util.List;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.CollectionType;

/** JSON as it is stored: on one line, in ASCII, so that every database takes every character. */
final class Json {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final CollectionType LINEAGE =
            MAPPER.getTypeFactory().constructCollectionType(List.class, Origin.class);

    private Json() {}

    static JsonNode tree(String text) {
        return MAPPER.readTree(text);
    }

    static String text(JsonNode tree) {
        return MAPPER.writeValueAsString(tree);
    }

    static List<Origin> lineage(String text) {
        return MAPPER.readValue(text, LINEAGE);
    }

    static String text(List<Origin> lineage) {
        return MAPPER.writeValueAsString(lineage);
    }
}
