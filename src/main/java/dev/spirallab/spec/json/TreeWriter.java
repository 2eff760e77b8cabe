package dev.spirallab.spec.json;

import dev.spirallab.spec.json.Schema.Field;
import dev.spirallab.spec.json.Schema.Fields;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a tree from records: fields in their order, {@code kind} first, empty optionals left out.
 */
final class TreeWriter {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final double EXACT = 1e15;

    private TreeWriter() {}

    static JsonNode write(Object value) {
        return switch (value) {
            case String text -> NODES.stringNode(text);
            case Boolean flag -> NODES.booleanNode(flag);
            case Double real -> real(real);
            case Number whole -> NODES.numberNode(whole.longValue());
            case Enum<?> choice -> NODES.stringNode(choice.name());
            case List<?> list -> array(list);
            case Map<?, ?> map -> object(map);
            default -> fields(value);
        };
    }

    private static ArrayNode array(List<?> list) {
        ArrayNode array = NODES.arrayNode(list.size());
        list.forEach(element -> array.add(write(element)));
        return array;
    }

    private static ObjectNode object(Map<?, ?> map) {
        ObjectNode object = NODES.objectNode();
        map.forEach((key, value) -> object.set((String) key, write(value)));
        return object;
    }

    private static JsonNode fields(Object value) {
        Fields fields = Schema.of(value.getClass()) instanceof Fields found ? found : none(value);
        return fields.tuple() ? tuple(value, fields) : record(value, fields);
    }

    private static Fields none(Object value) {
        throw new IllegalArgumentException("Not part of a document: " + value.getClass());
    }

    private static ArrayNode tuple(Object value, Fields fields) {
        return array(fields.fields().stream().map(field -> field.valueOf(value)).toList());
    }

    private static ObjectNode record(Object value, Fields fields) {
        ObjectNode object = NODES.objectNode();
        fields.mark().ifPresent(mark -> object.put(mark.field(), mark.value()));
        for (Field field : fields.fields()) {
            Object held = field.valueOf(value);
            if (held instanceof Optional<?> optional) {
                optional.ifPresent(inner -> object.set(field.name(), write(inner)));
            } else {
                object.set(field.name(), write(held));
            }
        }
        return object;
    }

    /** 3 instead of 3.0, 0.00001 instead of 1.0E-5; every value reads back as the same double. */
    private static JsonNode real(double value) {
        if (!Double.isFinite(value) || (value == 0 && 1 / value < 0)) {
            return NODES.numberNode(value);
        }
        return value == Math.rint(value) && Math.abs(value) < EXACT
                ? NODES.numberNode((long) value)
                : NODES.numberNode(BigDecimal.valueOf(value).stripTrailingZeros());
    }
}
