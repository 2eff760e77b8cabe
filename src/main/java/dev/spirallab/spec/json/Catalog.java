package dev.spirallab.spec.json;

import dev.spirallab.spec.Inputs;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.data.Augmentation;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.data.ImageTransform;
import dev.spirallab.spec.data.Normalization;
import dev.spirallab.spec.graph.Initial;
import dev.spirallab.spec.graph.InitializerSpec;
import dev.spirallab.spec.graph.LayerSpec;
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
import dev.spirallab.spec.training.EarlyStopping;
import dev.spirallab.spec.training.GradientClipping;
import dev.spirallab.spec.training.LossSpec;
import dev.spirallab.spec.training.OptimizerSpec;
import dev.spirallab.spec.training.Regularization;
import dev.spirallab.spec.training.ScheduleSpec;
import dev.spirallab.spec.training.Target;
import dev.spirallab.spec.training.TrainingSpec;
import dev.spirallab.spec.training.Warmup;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the page must know to offer palettes and forms, derived from the records:
 *
 * <pre>{@code
 * { "families": {
 *     "layer": { "kinds": [ { "kind": "linear", "group": "dense", "key": "layer.linear", "inputs": "one", "alike": false, "settings": [
 *        { "name": "units", "key": "setting.units", "type": "integer", "optional": false, "min": 1, "max": 65536,
 *          "unit": "", "step": 1, "factor": 1, "usual": [4, 8, 16, ...] },
 *        { "name": "activation", "key": "setting.activation", "type": "choice", "optional": false, "default": "identity",
 *          "choices": [ {"value": "identity", "key": "function.identity"}, ... ] },
 *        { "name": "initial", "key": "setting.initial", "type": "record", "optional": true, "record": "initial" } ] } ] },
 *     "initializer": ..., "dataset": ..., "imageTransform": ..., "augmentation": ..., "normalization": ..., "loss": ..., "optimizer": ..., "schedule": ..., "warmup": ..., "gradientClipping": ... },
 *   "records": { "training": { "settings": [...] }, "regularization": ..., "earlyStopping": ..., "target": ..., "initial": ... } }
 * }</pre>
 *
 * Types: {@code integer | number | boolean | text | choice | choices} (a list of choices, with
 * {@code choices}) {@code | numbers} (a list of them, {@code whole} or not) {@code | family} (named
 * by {@code family}) {@code | record} (named by {@code record}) {@code | list}. Settings that
 * hardly anybody changes say {@code "advanced": true}. Numbers say what they measure ({@link
 * Quantity}); {@code unit.<unit>} is the unit's name. A layer takes {@code none | one | many}
 * inputs, perhaps all of one shape ({@code alike}). Texts in the bundles: {@code <key>} is the
 * name, {@code <key>.help} a sentence or two on it; {@code group.<group>} names a palette group.
 */
public final class Catalog {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final List<Class<?>> FAMILIES =
            List.of(
                    LayerSpec.class,
                    InitializerSpec.class,
                    DatasetSpec.class,
                    ImageTransform.class,
                    Augmentation.class,
                    Normalization.class,
                    LossSpec.class,
                    OptimizerSpec.class,
                    ScheduleSpec.class,
                    Warmup.class,
                    GradientClipping.class);

    private static final List<Class<?>> RECORDS =
            List.of(
                    TrainingSpec.class,
                    Regularization.class,
                    EarlyStopping.class,
                    Target.class,
                    Initial.class);

    private static final String JSON = make().toString();

    private Catalog() {}

    public static String json() {
        return JSON;
    }

    /**
     * {@code LayerSpec} is family {@code layer}, {@code Function.relu} has key {@code
     * function.relu}.
     */
    static String name(Class<?> type) {
        String simple = type.getSimpleName();
        String bare = simple.endsWith("Spec") ? simple.substring(0, simple.length() - 4) : simple;
        return bare.substring(0, 1).toLowerCase(Locale.ROOT) + bare.substring(1);
    }

    private static ObjectNode make() {
        ObjectNode families = NODES.objectNode();
        FAMILIES.forEach(type -> families.set(name(type), family((Family) Schema.of(type))));
        ObjectNode records = NODES.objectNode();
        RECORDS.forEach(type -> records.set(name(type), record((Fields) Schema.of(type))));
        ObjectNode catalog = NODES.objectNode();
        catalog.set("families", families);
        catalog.set("records", records);
        return catalog;
    }

    private static ObjectNode record(Fields fields) {
        ObjectNode record = NODES.objectNode();
        record.set("settings", settings(fields));
        return record;
    }

    private static ObjectNode family(Family family) {
        ArrayNode kinds = NODES.arrayNode();
        family.kinds()
                .forEach((kind, fields) -> kinds.add(kind(name(family.type()), kind, fields)));
        ObjectNode object = NODES.objectNode();
        object.set("kinds", kinds);
        return object;
    }

    private static ObjectNode kind(String family, String kind, Fields fields) {
        ObjectNode object = NODES.objectNode();
        object.put("kind", kind);
        object.put("group", fields.group());
        object.put("key", family + "." + kind);
        if (LayerSpec.class.isAssignableFrom(fields.type())) {
            inputs(object, fields.type().getAnnotation(Inputs.class));
        }
        object.set("settings", settings(fields));
        return object;
    }

    private static void inputs(ObjectNode layer, @Nullable Inputs inputs) {
        int max = inputs == null ? 1 : inputs.max();
        layer.put("inputs", max == 0 ? "none" : max == 1 ? "one" : "many");
        layer.put("alike", inputs != null && inputs.alike());
    }

    private static ArrayNode settings(Fields fields) {
        ArrayNode settings = NODES.arrayNode();
        fields.fields().forEach(field -> settings.add(setting(field)));
        return settings;
    }

    private static ObjectNode setting(Field field) {
        ObjectNode setting = NODES.objectNode();
        setting.put("name", field.name());
        setting.put("key", "setting." + field.label());
        describe(setting, field.schema());
        if (field.schema() instanceof Many(Schema element, _, _) && field.quantity().isPresent()) {
            describe(setting, element);
            setting.put("whole", element instanceof Whole);
            setting.put("type", "numbers");
        }
        setting.put("optional", field.optional());
        if (field.advanced()) {
            setting.put("advanced", true);
        }
        field.fallback().ifPresent(value -> setting.set("default", value));
        field.quantity().ifPresent(quantity -> measure(setting, quantity));
        return setting;
    }

    private static void measure(ObjectNode setting, Quantity quantity) {
        setting.put("unit", quantity.unit());
        setting.set("step", TreeWriter.write(quantity.step()));
        setting.set("factor", TreeWriter.write(quantity.factor()));
        ArrayNode usual = setting.putArray("usual");
        quantity.usual().forEach(value -> usual.add(TreeWriter.write(value)));
    }

    private static void describe(ObjectNode setting, Schema schema) {
        switch (schema) {
            case Whole(long min, long max, _) ->
                    setting.put("type", "integer").put("min", min).put("max", max);
            case Real(double min, double max) -> {
                setting.put("type", "number");
                setting.set("min", TreeWriter.write(min));
                setting.set("max", TreeWriter.write(max));
            }
            case Bool _ -> setting.put("type", "boolean");
            case Text(int min, int max) ->
                    setting.put("type", "text").put("min", min).put("max", max);
            case Choice choice -> setting.put("type", "choice").set("choices", choices(choice));
            case Many(Choice choice, _, _) ->
                    setting.put("type", "choices").set("choices", choices(choice));
            case Many _, Texts _ -> setting.put("type", "list");
            case Fields fields -> setting.put("type", "record").put("record", name(fields.type()));
            case Family family -> setting.put("type", "family").put("family", name(family.type()));
        }
    }

    private static JsonNode choices(Choice choice) {
        ArrayNode choices = NODES.arrayNode();
        for (Enum<?> value : choice.values()) {
            choices.addObject()
                    .put("value", value.name())
                    .put("key", name(value.getDeclaringClass()) + "." + value.name());
        }
        return choices;
    }
}
