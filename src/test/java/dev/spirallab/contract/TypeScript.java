package dev.spirallab.contract;

import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Tuple;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes Java's records, sealed families and enums as TypeScript types, the way their JSON looks:
 * families are told apart by {@code kind}, tuples are arrays, empty optionals are left out, or null
 * in lists.
 */
final class TypeScript {
    private static final Map<Class<?>, String> SCALARS =
            Map.of(
                    int.class, "number",
                    Integer.class, "number",
                    long.class, "number",
                    Long.class, "number",
                    float.class, "number",
                    double.class, "number",
                    Double.class, "number",
                    boolean.class, "boolean",
                    String.class, "string");

    private final Map<Class<?>, String> names = new HashMap<>();
    private final Map<Class<?>, String> declarations = new LinkedHashMap<>();

    /** The declarations of {@code roots} and of all that they are made of. */
    static String of(Class<?>... roots) {
        var types = new TypeScript();
        Arrays.stream(roots).forEach(types::declare);
        return String.join("\n", types.declarations.values());
    }

    /** The values of an enum in the order of their bytes, and their type. */
    static String ordered(Class<? extends Enum<?>> type, String constant) {
        return "export const %s = [%s] as const;%nexport type %s = (typeof %1$s)[number];%n"
                .formatted(constant, joined(choices(type), ", "), type.getSimpleName());
    }

    private String declare(Class<?> type) {
        if (!names.containsKey(type)) {
            names.put(type, freshName(type));
            declarations.put(type, ""); // its place, before those that it mentions
            declarations.put(type, declaration(type));
        }
        return name(type);
    }

    private String name(Class<?> type) {
        return names.getOrDefault(type, type.getSimpleName());
    }

    /** Its simple name, or where that is taken, {@code WarmupLinear} for {@code Warmup.Linear}. */
    private String freshName(Class<?> type) {
        return names.containsValue(type.getSimpleName())
                ? type.getEnclosingClass().getSimpleName() + type.getSimpleName()
                : type.getSimpleName();
    }

    private String declaration(Class<?> type) {
        if (type.isRecord() && !type.isAnnotationPresent(Tuple.class)) {
            return "export interface %s {%n%s}%n".formatted(name(type), fields(type));
        }
        return "export type %s = %s;%n".formatted(name(type), alias(type));
    }

    private String alias(Class<?> type) {
        if (type.isEnum()) {
            return joined(choices(type), " | ");
        }
        if (type.isSealed()) {
            return joined(Arrays.stream(type.getPermittedSubclasses()).map(this::declare), " | ");
        }
        if (type.isRecord()) {
            var elements = components(type).map(it -> named(it.getGenericType()));
            return "readonly [" + joined(elements, ", ") + "]";
        }
        throw new IllegalArgumentException("no part of the contract: " + type);
    }

    private String fields(Class<?> type) {
        var kind =
                Optional.ofNullable(type.getAnnotation(Kind.class))
                        .map(it -> "  readonly kind: '" + it.value() + "';\n");
        return Stream.concat(kind.stream(), components(type).map(this::field))
                .collect(Collectors.joining());
    }

    private String field(RecordComponent component) {
        boolean optional = component.getType() == Optional.class;
        var type = optional ? argument(component.getGenericType(), 0) : component.getGenericType();
        return "  readonly %s%s: %s;%n"
                .formatted(component.getName(), optional ? "?" : "", named(type));
    }

    private String named(Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == Optional.class) {
            return named(argument(generic, 0)) + " | null";
        }
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == Map.class
                    ? "Readonly<Record<string, " + named(argument(generic, 1)) + ">>"
                    : "ReadonlyArray<" + named(argument(generic, 0)) + ">";
        }
        var plain = (Class<?>) type;
        return SCALARS.containsKey(plain) ? SCALARS.get(plain) : declare(plain);
    }

    private static Stream<RecordComponent> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents());
    }

    private static Stream<String> choices(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(it -> "'" + camelCase(((Enum<?>) it).name()) + "'");
    }

    /** {@code EARLY_STOPPING} is {@code earlyStopping}; what is no constant's name stays. */
    private static String camelCase(String name) {
        if (!name.equals(name.toUpperCase(Locale.ROOT))) {
            return name;
        }
        var words = List.of(name.toLowerCase(Locale.ROOT).split("_", -1));
        return words.getFirst()
                + words.stream().skip(1).map(TypeScript::capitalised).collect(Collectors.joining());
    }

    private static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static Type argument(Type generic, int index) {
        return ((ParameterizedType) generic).getActualTypeArguments()[index];
    }

    private static String joined(Stream<String> parts, String separator) {
        return parts.collect(Collectors.joining(separator));
    }
}
