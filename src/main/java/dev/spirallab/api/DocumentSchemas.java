package dev.spirallab.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.type.TypeFactory;
import dev.spirallab.engine.Weights;
import dev.spirallab.spec.Edit;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.json.JsonSchema;
import dev.spirallab.spec.json.Reading;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Describes documents, edits and bodies by the schemas that belong to the records, not by what
 * reflection would guess; of other records all components are required that are not optional.
 */
@Component
class DocumentSchemas implements ModelConverter {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String COMPONENTS = "#/components/schemas/";

    /** What is read and written by the records' own table. */
    private static final List<Class<?>> OF_RECORDS =
            List.of(
                    Experiment.class,
                    Edit.class,
                    RunBody.class,
                    MarkBody.class,
                    SweepBody.class,
                    LinkBody.class,
                    VersionBody.class,
                    Order.class);

    private final ObjectNode experiment = JsonSchema.of(Experiment.class);

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Class<?> raw = TypeFactory.defaultInstance().constructType(type.getType()).getRawClass();
        Class<?> meant = raw == Reading.class ? Experiment.class : raw;
        if (OF_RECORDS.contains(meant)) {
            return define(meant.getSimpleName(), ofRecords(meant), context);
        }
        if (meant == Weights.class) {
            return define("Weights", weights(), context);
        }
        Schema<?> guessed = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        if (raw.isRecord()) {
            require(raw, context.getDefinedModels().get(raw.getSimpleName()));
        }
        return guessed;
    }

    private static Schema<?> define(String name, ObjectNode schema, ModelConverterContext context) {
        try {
            context.defineModel(name, Json31.mapper().readValue(schema.toString(), Schema.class));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
        return new Schema<>().$ref(COMPONENTS + name);
    }

    private ObjectNode ofRecords(Class<?> type) {
        ObjectNode schema = JsonSchema.of(type);
        if (type != Experiment.class) {
            refer(schema);
        }
        return schema;
    }

    /** Names the experiment's schema where it would be repeated. */
    private void refer(JsonNode json) {
        switch (json) {
            case ObjectNode object -> object.properties().forEach(this::refer);
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, referred(array.get(i)));
                }
            }
            default -> {}
        }
    }

    private void refer(Map.Entry<String, JsonNode> property) {
        property.setValue(referred(property.getValue()));
    }

    private JsonNode referred(JsonNode json) {
        if (json.equals(experiment)) {
            return NODES.objectNode().put("$ref", COMPONENTS + Experiment.class.getSimpleName());
        }
        refer(json);
        return json;
    }

    /** Lists as deep as the weight has dimensions. */
    private static ObjectNode weights() {
        ObjectNode schema = NODES.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("weight").put("type", "array").putObject("items");
        properties
                .putObject("bias")
                .put("type", "array")
                .putObject("items")
                .putArray("type")
                .add("number")
                .add("null");
        schema.putArray("required").add("weight").add("bias");
        return schema;
    }

    private static void require(Class<?> type, @Nullable Schema<?> schema) {
        if (schema != null && schema.getProperties() != null) {
            schema.setRequired(required(type).filter(schema.getProperties()::containsKey).toList());
        }
    }

    private static Stream<String> required(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getType() != Optional.class)
                .flatMap(DocumentSchemas::required);
    }

    private static Stream<String> required(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                ? required(component.getType())
                : Stream.of(component.getName());
    }
}
