package dev.spirallab.spec.json;

import dev.spirallab.spec.Problem;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Makes records from a tree and notes everything that does not fit. A method that notes a problem
 * gives null.
 */
final class TreeReader {
    static final int MAX_PROBLEMS = 50;

    private final List<Problem> problems;

    TreeReader(List<Problem> problems) {
        this.problems = problems;
    }

    @Nullable Object read(JsonNode json, Schema schema, String path) {
        if (problems.size() >= MAX_PROBLEMS) {
            return null;
        }
        return switch (schema) {
            case Whole whole -> whole(json, whole, path);
            case Real real -> real(json, real, path);
            case Bool _ ->
                    json.isBoolean() ? json.booleanValue() : wrongType("boolean", json, path);
            case Text text -> text(json, text, path);
            case Choice choice -> choice(json, choice, path);
            case Many many -> many(json, many, path);
            case Texts _ -> texts(json, path);
            case Fields fields ->
                    fields.tuple() ? tuple(json, fields, path) : fields(json, fields, path);
            case Family family -> family(json, family, path);
        };
    }

    private @Nullable Object whole(JsonNode json, Whole whole, String path) {
        Double number = number("integer", json, path);
        if (number == null) {
            return null;
        }
        if (number != Math.rint(number)) {
            return problem("json.notWhole", path, Map.of("value", shown(json)));
        }
        if (number < whole.min() || number > whole.max()) {
            return outOfRange(json, String.valueOf(whole.min()), String.valueOf(whole.max()), path);
        }
        return whole.wide() ? (Object) number.longValue() : (Object) number.intValue();
    }

    private @Nullable Object real(JsonNode json, Real real, String path) {
        Double number = number("number", json, path);
        if (number == null || (number >= real.min() && number <= real.max())) {
            return number;
        }
        return outOfRange(json, Problem.number(real.min()), Problem.number(real.max()), path);
    }

    private @Nullable Double number(String expected, JsonNode json, String path) {
        if (!json.isNumber()) {
            wrongType(expected, json, path);
            return null;
        }
        double value = json.numberValue().doubleValue();
        if (!Double.isFinite(value)) {
            problem("json.notFinite", path, Map.of());
            return null;
        }
        return value;
    }

    private @Nullable Object outOfRange(JsonNode json, String min, String max, String path) {
        return problem(
                "json.outOfRange", path, Map.of("value", shown(json), "min", min, "max", max));
    }

    private @Nullable String text(JsonNode json, Text text, String path) {
        if (!json.isString()) {
            wrongType("text", json, path);
            return null;
        }
        return sized(json.stringValue().length(), text.min(), text.max(), "json.textLength", path)
                ? json.stringValue()
                : null;
    }

    private @Nullable Object choice(JsonNode json, Choice choice, String path) {
        if (!json.isString()) {
            return wrongType("text", json, path);
        }
        Optional<? extends Enum<?>> found =
                choice.values().stream()
                        .filter(value -> value.name().equals(json.stringValue()))
                        .findFirst();
        return found.isPresent()
                ? found.get()
                : unknown(
                        "Choice",
                        json.stringValue(),
                        choice.values().stream().map(Enum::name).toList(),
                        path);
    }

    private @Nullable Object many(JsonNode json, Many many, String path) {
        if (!json.isArray()) {
            return wrongType("list", json, path);
        }
        if (!sized(json.size(), many.min(), many.max(), "json.listLength", path)) {
            return null;
        }
        List<Object> values = new ArrayList<>(json.size());
        for (int i = 0; i < json.size() && problems.size() < MAX_PROBLEMS; i++) {
            Object value = read(json.get(i), many.element(), Paths.element(path, i));
            if (value != null) {
                values.add(value);
            }
        }
        return List.copyOf(values);
    }

    private boolean sized(int size, int min, int max, String code, String path) {
        boolean fits = size >= min && size <= max;
        if (!fits) {
            problem(
                    code,
                    path,
                    Map.of(
                            "size", String.valueOf(size),
                            "min", String.valueOf(min),
                            "max", String.valueOf(max)));
        }
        return fits;
    }

    private @Nullable Object texts(JsonNode json, String path) {
        if (!json.isObject()) {
            return wrongType("object", json, path);
        }
        Map<String, String> texts = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            String value =
                    text(entry.getValue(), new Text(0, 10_000), Paths.field(path, entry.getKey()));
            if (value != null) {
                texts.put(entry.getKey(), value);
            }
        }
        return texts;
    }

    private @Nullable Object tuple(JsonNode json, Fields tuple, String path) {
        int size = tuple.fields().size();
        if (!json.isArray()) {
            return wrongType("list", json, path);
        }
        if (!sized(json.size(), size, size, "json.listLength", path)) {
            return null;
        }
        int before = problems.size();
        @Nullable Object[] values = new Object[size];
        for (int i = 0; i < size; i++) {
            values[i] = read(json.get(i), tuple.fields().get(i).schema(), Paths.element(path, i));
        }
        return problems.size() > before ? null : tuple.create(values);
    }

    private @Nullable Object family(JsonNode json, Family family, String path) {
        if (!json.isObject()) {
            return wrongType("object", json, path);
        }
        JsonNode kind = json.get(family.tag());
        String at = Paths.field(path, family.tag());
        if (kind == null) {
            return problem("json.missing", at, Map.of("field", family.tag()));
        }
        if (!kind.isString()) {
            return wrongType("text", kind, at);
        }
        Fields fields = family.kinds().get(kind.stringValue());
        return fields == null
                ? unknown("Kind", kind.stringValue(), family.kinds().keySet(), at)
                : fields(json, fields, path);
    }

    private @Nullable Object fields(JsonNode json, Fields record, String path) {
        if (!json.isObject()) {
            return wrongType("object", json, path);
        }
        int before = problems.size();
        List<Field> fields = record.fields();
        @Nullable Object[] values = new Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = field(json, fields.get(i), path);
        }
        strangers(json, record, path);
        return problems.size() > before || problems.size() >= MAX_PROBLEMS
                ? null
                : record.create(values);
    }

    private @Nullable Object field(JsonNode json, Field field, String path) {
        JsonNode given = json.get(field.name());
        String at = Paths.field(path, field.name());
        if (field.optional()) {
            return given == null || given.isNull()
                    ? Optional.empty()
                    : Optional.ofNullable(read(given, field.schema(), at));
        }
        if (given != null) {
            return read(given, field.schema(), at);
        }
        return field.fallback().isPresent()
                ? read(field.fallback().get(), field.schema(), at)
                : problem("json.missing", at, Map.of("field", field.name()));
    }

    private void strangers(JsonNode json, Fields record, String path) {
        List<String> known = new ArrayList<>(record.fields().stream().map(Field::name).toList());
        record.mark().ifPresent(mark -> known.add(mark.field()));
        for (String name : json.propertyNames()) {
            if (!known.contains(name)) {
                unknown("Field", name, known, Paths.field(path, name));
            }
        }
    }

    private @Nullable Object unknown(
            String what, String name, Collection<String> known, String path) {
        Optional<String> meant = Nearest.to(name, known);
        return meant.isPresent()
                ? problem(
                        "json.misspelt" + what,
                        path,
                        Map.of("name", Paths.cut(name), "suggestion", meant.get()))
                : problem(
                        "json.unknown" + what,
                        path,
                        Map.of("name", Paths.cut(name), "known", String.join(", ", known)));
    }

    private @Nullable Object wrongType(String expected, JsonNode json, String path) {
        return problem("json.wrongType", path, Map.of("expected", expected, "found", type(json)));
    }

    private @Nullable Object problem(String code, String path, Map<String, String> arguments) {
        if (problems.size() < MAX_PROBLEMS) {
            problems.add(Problem.of(code, path, arguments));
        }
        return null;
    }

    private static String type(JsonNode json) {
        return switch (json.getNodeType()) {
            case ARRAY -> "list";
            case BOOLEAN -> "boolean";
            case NULL, MISSING -> "null";
            case NUMBER -> "number";
            case OBJECT, POJO -> "object";
            case BINARY, STRING -> "text";
        };
    }

    private static String shown(JsonNode json) {
        return json.isDouble() ? Problem.number(json.doubleValue()) : Paths.cut(json.asString());
    }
}
