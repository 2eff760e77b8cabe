package dev.spirallab.spec.json;

import dev.spirallab.spec.Advanced;
import dev.spirallab.spec.Default;
import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Label;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.Range;
import dev.spirallab.spec.Size;
import dev.spirallab.spec.Tag;
import dev.spirallab.spec.Tuple;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the JSON of a type looks like, read off the annotated records once. */
sealed interface Schema {

    /**
     * @param wide a {@code long} in Java, else an {@code int}
     */
    record Whole(long min, long max, boolean wide) implements Schema {}

    record Real(double min, double max) implements Schema {}

    record Bool() implements Schema {}

    record Text(int min, int max) implements Schema {}

    record Choice(List<? extends Enum<?>> values) implements Schema {}

    record Many(Schema element, int min, int max) implements Schema {}

    /** An object of texts. */
    record Texts() implements Schema {}

    /**
     * What tells a record from the others of its family: {@code "kind": "linear"}.
     *
     * @param field its name, the same in all of a family
     */
    record Mark(String field, String value) {}

    /**
     * @param mark what its JSON says too, if it belongs to a family
     */
    record Fields(
            Class<?> type, boolean tuple, Optional<Mark> mark, String group, List<Field> fields)
            implements Schema {
        Object create(@Nullable Object[] values) {
            try {
                Class<?>[] types =
                        Arrays.stream(type.getRecordComponents())
                                .map(RecordComponent::getType)
                                .toArray(Class<?>[]::new);
                return type.getDeclaredConstructor(types).newInstance(values);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("Cannot make a " + type, e);
            }
        }
    }

    /**
     * Records told apart by what their JSON says under one name.
     *
     * @param tag that name, "kind" mostly
     */
    record Family(Class<?> type, String tag, Map<String, Fields> kinds) implements Schema {}

    /**
     * A setting.
     *
     * @param fallback what a missing one is taken for
     * @param label {@code setting.<label>} is the key of its name in the bundles
     * @param quantity what it measures, if it is a number
     * @param advanced whether forms fold it away
     */
    record Field(
            String name,
            Schema schema,
            boolean optional,
            Optional<JsonNode> fallback,
            String label,
            Optional<Quantity> quantity,
            boolean advanced,
            RecordComponent component) {
        Object valueOf(Object holder) {
            try {
                return component.getAccessor().invoke(holder);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("Cannot read " + name, e);
            }
        }
    }

    Map<Class<?>, Schema> KNOWN = new ConcurrentHashMap<>();

    static Schema of(Class<?> type) {
        Schema known = KNOWN.get(type);
        if (known != null) {
            return known;
        }
        Schema made = make(type);
        KNOWN.put(type, made);
        return made;
    }

    private static Schema make(Class<?> type) {
        if (type.isRecord()) {
            return fields(type);
        }
        if (type.isSealed()) {
            Map<String, Fields> kinds = new LinkedHashMap<>();
            records(type)
                    .map(Schema::fields)
                    .forEach(fields -> kinds.put(fields.mark().orElseThrow().value(), fields));
            return new Family(type, tag(type).orElse("kind"), kinds);
        }
        throw new IllegalArgumentException("Not part of a document: " + type);
    }

    private static Optional<String> tag(Class<?> type) {
        return Optional.ofNullable(type.getAnnotation(Tag.class))
                .map(Tag::value)
                .or(() ->
                        Arrays.stream(type.getInterfaces())
                                .flatMap(family -> tag(family).stream())
                                .findFirst());
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(Schema::records);
    }

    private static Fields fields(Class<?> type) {
        Kind kind = type.getAnnotation(Kind.class);
        return new Fields(
                type,
                type.isAnnotationPresent(Tuple.class),
                Optional.ofNullable(kind)
                        .map(named -> new Mark(tag(type).orElse("kind"), named.value())),
                kind == null ? "" : kind.group(),
                Arrays.stream(type.getRecordComponents()).map(Schema::field).toList());
    }

    private static Field field(RecordComponent component) {
        boolean optional = component.getType() == Optional.class;
        Type type = optional ? argument(component.getGenericType(), 0) : component.getGenericType();
        Label label = component.getAnnotation(Label.class);
        return new Field(
                component.getName(),
                value(type, component),
                optional,
                Optional.ofNullable(component.getAnnotation(Default.class))
                        .map(fallback -> Trees.parse(fallback.value())),
                label == null ? component.getName() : label.value(),
                Optional.ofNullable(component.getAnnotation(Measure.class)).map(Measure::value),
                component.isAnnotationPresent(Advanced.class),
                component);
    }

    private static Schema value(Type type, RecordComponent at) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == Map.class
                    ? new Texts()
                    : many(value(argument(generic, 0), at), at.getAnnotation(Size.class));
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return new Choice(
                    Arrays.stream(plain.getEnumConstants()).map(v -> (Enum<?>) v).toList());
        }
        return scalar(plain, at).orElseGet(() -> of(plain));
    }

    private static Optional<Schema> scalar(Class<?> type, RecordComponent at) {
        Range range = at.getAnnotation(Range.class);
        return Optional.ofNullable(
                switch (type.getSimpleName()) {
                    case "int", "Integer" ->
                            whole(range, Integer.MIN_VALUE, Integer.MAX_VALUE, false);
                    case "long", "Long" ->
                            whole(range, (long) -Range.EXACT, (long) Range.EXACT, true);
                    case "double", "Double" -> real(range);
                    case "boolean", "Boolean" -> new Bool();
                    case "String" -> text(at.getAnnotation(Size.class));
                    default -> null;
                });
    }

    private static Whole whole(@Nullable Range range, long min, long max, boolean wide) {
        return range == null
                ? new Whole(min, max, wide)
                : new Whole((long) range.min(), (long) range.max(), wide);
    }

    private static Real real(@Nullable Range range) {
        return range == null
                ? new Real(-Double.MAX_VALUE, Double.MAX_VALUE)
                : new Real(range.min(), range.max());
    }

    private static Text text(@Nullable Size size) {
        return size == null ? new Text(0, 1_000_000) : new Text(size.min(), size.max());
    }

    /** A size on a list of lists holds for the outer one. */
    private static Many many(Schema element, @Nullable Size size) {
        return size == null || element instanceof Text
                ? new Many(element, 0, 1_000_000)
                : new Many(element, size.min(), size.max());
    }

    private static Type argument(Type generic, int index) {
        return ((ParameterizedType) generic).getActualTypeArguments()[index];
    }
}
