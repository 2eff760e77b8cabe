package dev.spirallab.program;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The file format in which PyTorch keeps a TorchScript module (a zip of stored entries), written
 * without Python: the class {@code __torch__.Model} with methods and, if it is to stand by itself,
 * tensors.
 */
final class Archive {
    static final String MODULE = "__torch__.Model";

    /** Format of the TorchScript archive, that of PyTorch 2. */
    private static final String VERSION = "10\n";

    private static final byte[] EMPTY_TUPLE = {(byte) 0x80, 2, ')', '.'};

    private Archive() {}

    /**
     * A tensor that the module keeps.
     *
     * @param values row-major
     */
    @SuppressWarnings("ArrayRecordComponent") // on its way into the file
    record Attribute(String name, List<Integer> shape, float[] values, boolean learnt) {}

    /** A module that is told all of its numbers. */
    static byte[] of(String methods) {
        return of(methods, List.of(), true);
    }

    /**
     * @param methods the text of the methods, each indented by two spaces
     */
    static byte[] of(String methods, List<Attribute> attributes, boolean training) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            store(zip, "model/data.pkl", new Pickle().instance(attributes, training));
            store(zip, "model/code/__torch__.py", (head(attributes) + methods).getBytes(UTF_8));
            for (int number = 0; number < attributes.size(); number++) {
                store(zip, "model/data/" + number, bytes(attributes.get(number).values()));
            }
            store(zip, "model/constants.pkl", EMPTY_TUPLE);
            store(zip, "model/version", VERSION.getBytes(US_ASCII));
            store(zip, "model/byteorder", "little".getBytes(US_ASCII));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static String head(List<Attribute> attributes) {
        StringBuilder head = new StringBuilder("class Model(Module):\n");
        head.append("  __parameters__ = ").append(names(attributes, true)).append('\n');
        head.append("  __buffers__ = ").append(names(attributes, false)).append('\n');
        attributes.forEach(each -> head.append("  ").append(each.name()).append(" : Tensor\n"));
        return head.append("  training : bool\n").toString();
    }

    private static String names(List<Attribute> attributes, boolean learnt) {
        return attributes.stream()
                .filter(each -> each.learnt() == learnt)
                .map(each -> '"' + each.name() + "\", ")
                .collect(Collectors.joining("", "[", "]"));
    }

    private static byte[] bytes(float... values) {
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.multiplyExact(Float.BYTES, values.length))
                        .order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(checksum(content));
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static long checksum(byte[] content) {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        return checksum.getValue();
    }
}
