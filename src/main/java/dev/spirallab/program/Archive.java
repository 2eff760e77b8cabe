package dev.spirallab.program;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The file format in which PyTorch keeps a TorchScript module (a zip of stored entries), written
 * without Python: the class {@code __torch__.Model} with the program's methods and no attributes.
 */
final class Archive {
    static final String MODULE = "__torch__.Model";

    private static final String CLASS_HEAD =
            """
            class Model(Module):
              __parameters__ = []
              __buffers__ = []
              training : bool
            """;

    /** Format of the TorchScript archive, that of PyTorch 2. */
    private static final String VERSION = "10\n";

    private static final byte[] EMPTY_TUPLE = {(byte) 0x80, 2, ')', '.'};

    private Archive() {}

    /**
     * @param methods the text of the methods, each indented by two spaces
     */
    static byte[] of(String methods) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            store(zip, "model/data.pkl", instance());
            store(zip, "model/code/__torch__.py", (CLASS_HEAD + methods).getBytes(UTF_8));
            store(zip, "model/constants.pkl", EMPTY_TUPLE);
            store(zip, "model/version", VERSION.getBytes(US_ASCII));
            store(zip, "model/byteorder", "little".getBytes(US_ASCII));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** A pickle (protocol 2) of an instance of the class with {@code training = True}. */
    private static byte[] instance() {
        String pickle =
                "\u0080\u0002" // protocol 2
                        + "c__torch__\nModel\n)\u0081" // the class, called with no arguments
                        + "}(X\b\0\0\0training\u0088u" // its state: {"training": True}
                        + "b."; // set the state, stop
        return pickle.getBytes(ISO_8859_1);
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
