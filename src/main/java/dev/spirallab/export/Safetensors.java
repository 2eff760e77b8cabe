package dev.spirallab.export;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The safetensors format: eight bytes with the length of a header (the lowest byte first), the
 * header in JSON, which says name, type, shape and place of each tensor, and the numbers. See <a
 * href="https://github.com/huggingface/safetensors#format">the format</a>.
 */
final class Safetensors {
    static final int LONGEST_HEADER = 1 << 22;
    private static final int START = Long.BYTES;
    private static final String NOTES = "__metadata__";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private final byte[] file;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /**
     * A tensor of the file.
     *
     * @param type such as {@code F32}
     * @param start of its numbers in the file
     */
    record Entry(String type, List<Integer> shape, int start, int bytes) {
        Optional<Kind> kind() {
            return Kind.of(type);
        }
    }

    /** Types that are read as floats. */
    enum Kind {
        F32(Float.BYTES) {
            @Override
            float next(ByteBuffer in) {
                return in.getFloat();
            }
        },
        F64(Double.BYTES) {
            @Override
            float next(ByteBuffer in) {
                return (float) in.getDouble();
            }
        },
        F16(Short.BYTES) {
            @Override
            float next(ByteBuffer in) {
                return Float.float16ToFloat(in.getShort());
            }
        },
        BF16(Short.BYTES) {
            @Override
            float next(ByteBuffer in) {
                return Float.intBitsToFloat(in.getShort() << Short.SIZE);
            }
        };

        private final int bytes;

        Kind(int bytes) {
            this.bytes = bytes;
        }

        abstract float next(ByteBuffer in);

        static Optional<Kind> of(String type) {
            return switch (type) {
                case "F32" -> Optional.of(F32);
                case "F64" -> Optional.of(F64);
                case "F16" -> Optional.of(F16);
                case "BF16" -> Optional.of(BF16);
                case String _ -> Optional.empty();
            };
        }
    }

    /** The bytes are no such file. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1;

        Broken(String reason) {
            super(reason, null, false, false);
        }
    }

    private Safetensors(byte[] file) {
        this.file = file;
    }

    /** Reads the header alone; numbers are read when they are asked for. */
    static Safetensors read(byte[] file) throws Broken {
        Safetensors found = new Safetensors(file);
        int length = found.headerLength();
        JsonNode header = found.header(length);
        if (!header.isObject()) {
            throw new Broken("the header is no object");
        }
        for (Map.Entry<String, JsonNode> property : header.properties()) {
            if (!property.getKey().equals(NOTES)) {
                found.entries.put(
                        property.getKey(), found.entry(property.getValue(), START + length));
            }
        }
        return found;
    }

    private int headerLength() throws Broken {
        if (file.length < START) {
            throw new Broken("shorter than its first number");
        }
        long length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (length < 0 || length > file.length - START || length > LONGEST_HEADER) {
            throw new Broken("a header of " + Long.toUnsignedString(length) + " bytes");
        }
        return (int) length;
    }

    private JsonNode header(int length) throws Broken {
        try {
            return JSON.readTree(file, START, length);
        } catch (JacksonException notJson) {
            throw new Broken("the header is no JSON");
        }
    }

    private Entry entry(JsonNode told, int start) throws Broken {
        JsonNode type = told.path("dtype");
        JsonNode offsets = told.path("data_offsets");
        if (!type.isString() || !isWhole(offsets.path(0)) || !isWhole(offsets.path(1))) {
            throw new Broken("a tensor without type or place");
        }
        long from = offsets.path(0).longValue();
        long to = offsets.path(1).longValue();
        if (from < 0 || to < from || to > file.length - start) {
            throw new Broken("numbers beyond the end");
        }
        List<Integer> shape = shape(told.path("shape"));
        Entry entry = new Entry(type.stringValue(), shape, (int) (start + from), (int) (to - from));
        Optional<Kind> kind = entry.kind();
        if (kind.isPresent() && size(shape) * kind.get().bytes != entry.bytes()) {
            throw new Broken("a shape that does not fit the numbers");
        }
        return entry;
    }

    private static boolean isWhole(JsonNode number) {
        return number.isIntegralNumber() && number.canConvertToLong();
    }

    private static List<Integer> shape(JsonNode told) throws Broken {
        List<Integer> shape = new ArrayList<>();
        if (!told.isArray() || told.size() > 8) {
            throw new Broken("a tensor without shape");
        }
        for (JsonNode size : told) {
            if (!size.isIntegralNumber() || !size.canConvertToInt() || size.intValue() < 0) {
                throw new Broken("a shape that is none");
            }
            shape.add(size.intValue());
        }
        return shape;
    }

    /** How many numbers; more than any file has where that would be more. */
    private static long size(List<Integer> shape) throws Broken {
        long size = 1;
        for (int dimension : shape) {
            size *= dimension;
            if (size > Integer.MAX_VALUE) {
                throw new Broken("a tensor larger than any file");
            }
        }
        return size;
    }

    Map<String, Entry> entries() {
        return entries;
    }

    /** Of an entry that is read as floats. */
    float[] values(Entry entry) {
        Kind kind = entry.kind().orElseThrow();
        ByteBuffer in =
                ByteBuffer.wrap(file, entry.start(), entry.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[entry.bytes() / kind.bytes];
        for (int i = 0; i < values.length; i++) {
            values[i] = kind.next(in);
        }
        return values;
    }

    /** A tensor on its way into a file: {@code F32}, or {@code I64} for a count. */
    @SuppressWarnings("ArrayRecordComponent") // written at once
    record Tensor(String name, String type, List<Integer> shape, byte[] bytes) {
        static Tensor of(String name, List<Integer> shape, float... values) {
            ByteBuffer bytes =
                    ByteBuffer.allocate(Math.multiplyExact(Float.BYTES, values.length))
                            .order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(values);
            return new Tensor(name, "F32", shape, bytes.array());
        }

        /** A single whole number. */
        static Tensor count(String name, long count) {
            byte[] bytes =
                    ByteBuffer.allocate(Long.BYTES)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putLong(count)
                            .array();
            return new Tensor(name, "I64", List.of(), bytes);
        }
    }

    static byte[] write(List<Tensor> tensors) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put(NOTES, Map.of("format", "pt"));
        int end = 0;
        for (Tensor tensor : tensors) {
            int start = end;
            end = Math.addExact(start, tensor.bytes().length);
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("dtype", tensor.type());
            told.put("shape", tensor.shape());
            told.put("data_offsets", List.of(start, end));
            header.put(tensor.name(), told);
        }
        byte[] text = padded(JSON.writeValueAsString(header));
        ByteBuffer file =
                ByteBuffer.allocate(Math.addExact(START + text.length, end))
                        .order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(text.length).put(text);
        tensors.forEach(tensor -> file.put(tensor.bytes()));
        return file.array();
    }

    /** The numbers begin at a multiple of eight bytes. */
    private static byte[] padded(String header) {
        int length = header.getBytes(StandardCharsets.UTF_8).length;
        String spaces = " ".repeat(Math.floorMod(-length, 8));
        return (header + spaces).getBytes(StandardCharsets.UTF_8);
    }
}
