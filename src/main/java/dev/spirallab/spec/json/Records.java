package dev.spirallab.spec.json;

import dev.spirallab.spec.Kind;
import dev.spirallab.spec.json.Schema.Field;
import dev.spirallab.spec.json.Schema.Fields;

/** Handles the document's records by the names of their settings, as forms and fixes do. */
public final class Records {
    private Records() {}

    /** The name of the record's kind, such as {@code linear}. */
    public static String kind(Object record) {
        Kind kind = record.getClass().getAnnotation(Kind.class);
        if (kind == null) {
            throw new IllegalArgumentException("Belongs to no family: " + record.getClass());
        }
        return kind.value();
    }

    /** The value of setting {@code name}. */
    public static Object get(Object record, String name) {
        return fields(record).fields().get(index(record, name)).valueOf(record);
    }

    /** Whether there is a setting {@code name}. */
    public static boolean has(Object record, String name) {
        return fields(record).fields().stream().anyMatch(field -> field.name().equals(name));
    }

    /**
     * A copy with setting {@code name} changed; {@code value} has the component's type. Ranges are
     * not checked here.
     */
    public static <T> T with(T record, String name, Object value) {
        Fields fields = fields(record);
        Object[] values = fields.fields().stream().map(f -> f.valueOf(record)).toArray();
        values[index(record, name)] = value;
        @SuppressWarnings("unchecked") // of the record's own class
        T copy = (T) fields.create(values);
        return copy;
    }

    /** {@code setting.<label>} is the key of the name of setting {@code name}. */
    public static String label(Object record, String name) {
        return fields(record).fields().get(index(record, name)).label();
    }

    private static int index(Object record, String name) {
        int index = fields(record).fields().stream().map(Field::name).toList().indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException(record.getClass() + " has no setting " + name);
        }
        return index;
    }

    private static Fields fields(Object record) {
        return (Fields) Schema.of(record.getClass());
    }
}
