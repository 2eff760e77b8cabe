package dev.spirallab.api;

import dev.spirallab.engine.Weights;
import dev.spirallab.spec.Edit;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.json.ExperimentJson;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/** Writes what stands in answers as it stands in files: documents, edits, weights. */
final class DocumentJson extends SimpleModule {
    private static final long serialVersionUID = 1;

    DocumentJson() {
        super("documents");
        addSerializer(Experiment.class, new AsDocument<Experiment>());
        addSerializer(Edit.class, new AsDocument<Edit>());
        addSerializer(Weights.class, new AsNestedLists());
    }

    private static final class AsDocument<T> extends ValueSerializer<T> {
        @Override
        public void serialize(T part, JsonGenerator json, SerializationContext context) {
            json.writeTree(ExperimentJson.tree(part));
        }
    }

    /** {@code {"weight": [[...], ...], "bias": [...]}}; what is no finite number is null. */
    private static final class AsNestedLists extends ValueSerializer<Weights> {
        @Override
        public void serialize(Weights weights, JsonGenerator json, SerializationContext context) {
            json.writeStartObject();
            json.writeName("weight");
            write(json, weights, 0, 0, weights.weight().length);
            json.writeArrayPropertyStart("bias");
            for (float value : weights.bias()) {
                write(json, value);
            }
            json.writeEndArray();
            json.writeEndObject();
        }

        private static void write(
                JsonGenerator json, Weights weights, int dimension, int from, int to) {
            if (dimension == weights.shape().size()) {
                write(json, weights.weight()[from]);
                return;
            }
            json.writeStartArray();
            int part = (to - from) / weights.shape().get(dimension);
            for (int at = from; at < to; at += part) {
                write(json, weights, dimension + 1, at, at + part);
            }
            json.writeEndArray();
        }

        private static void write(JsonGenerator json, float value) {
            if (Float.isFinite(value)) {
                json.writeNumber(value);
            } else {
                json.writeNull();
            }
        }
    }
}
