package dev.spirallab.spec.json;

import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.json.Schema.Bool;
import dev.spirallab.spec.json.Schema.Choice;
import dev.spirallab.spec.json.Schema.Family;
import dev.spirallab.spec.json.Schema.Field;
import dev.spirallab.spec.json.Schema.Fields;
import dev.spirallab.spec.json.Schema.Many;
import dev.spirallab.spec.json.Schema.Real;
import dev.spirallab.spec.json.Schema.Text;
import dev.spirallab.spec.json.Schema.Texts;
import dev.spirallab.spec.json.Schema.Whole;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON Schemas (draft 2020-12), for editors that complete and check while one types; derived from
 * the records.
 */
public final class JsonSchema {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonSchema() {}

    /** That of the experiment document. */
    public static String json() {
        ObjectNode root = NODES.objectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("title", "Spiral Lab experiment");
        root.setAll(of(Experiment.class));
        return Pretty.print(root) + "\n";
    }

    /** That of any type that {@link ExperimentJson#readPart} reads. */
    public static ObjectNode of(Class<?> type) {
        return describe(Schema.of(type));
    }

    private static ObjectNode describe(Schema schema) {
        return switch (schema) {
            case Whole(long min, long max, _) ->
                    type("integer").put("minimum", min).put("maximum", max);
            case Real(double min, double max) -> {
                ObjectNode number = type("number");
                number.set("minimum", TreeWriter.write(min));
                number.set("maximum", TreeWriter.write(max));
                yield number;
            }
            case Bool _ -> type("boolean");
            case Text(int min, int max) ->
                    type("string").put("minLength", min).put("maxLength", max);
            case Choice choice -> {
                ObjectNode names = type("string");
                choice.values().forEach(value -> names.withArray("enum").add(value.name()));
                yield names;
            }
            case Many many -> list(describe(many.element()), many.min(), many.max());
            case Texts _ -> {
                ObjectNode texts = type("object");
                texts.set("additionalProperties", type("string"));
                yield texts;
            }
            case Fields fields -> fields.tuple() ? tuple(fields) : object(fields);
            case Family family -> {
                ObjectNode either = NODES.objectNode();
                family.kinds()
                        .values()
                        .forEach(kind -> either.withArray("oneOf").add(object(kind)));
                yield either;
            }
        };
    }

    private static ObjectNode type(String name) {
        return NODES.objectNode().put("type", name);
    }

    private static ObjectNode list(ObjectNode element, int min, int max) {
        ObjectNode list = type("array").put("minItems", min).put("maxItems", max);
        list.set("items", element);
        return list;
    }

    private static ObjectNode tuple(Fields fields) {
        int size = fields.fields().size();
        return list(describe(fields.fields().getFirst().schema()), size, size);
    }

    private static ObjectNode object(Fields fields) {
        ObjectNode properties = NODES.objectNode();
        ArrayNode required = NODES.arrayNode();
        fields.mark()
                .ifPresent(mark -> {
                    properties.putObject(mark.field()).put("const", mark.value());
                    required.add(mark.field());
                });
        for (Field field : fields.fields()) {
            properties.set(field.name(), property(field));
            if (!field.optional() && field.fallback().isEmpty()) {
                required.add(field.name());
            }
        }
        ObjectNode object = type("object");
        object.set("properties", properties);
        object.set("required", required);
        return object.put("additionalProperties", false);
    }

    /** An optional setting may be null. */
    private static ObjectNode property(Field field) {
        ObjectNode property = describe(field.schema());
        field.fallback().ifPresent(value -> property.set("default", value));
        if (!field.optional()) {
            return property;
        }
        ObjectNode nullable = NODES.objectNode();
        nullable.withArray("anyOf").add(property).add(type("null"));
        return nullable;
    }
}
