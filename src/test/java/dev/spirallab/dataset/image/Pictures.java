package dev.spirallab.dataset.image;

import dev.spirallab.dataset.Contents;
import dev.spirallab.spec.Sha256;
import dev.spirallab.spec.data.Content;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files of images for tests, and a place where they are found. */
public final class Pictures implements Contents {
    private final Map<String, byte[]> files = new HashMap<>();

    public Content keep(String name, byte... file) {
        files.put(Sha256.of(file), file);
        return new Content(Sha256.of(file), name);
    }

    @Override
    public Optional<byte[]> find(String hash) {
        return Optional.ofNullable(files.get(hash));
    }

    public static byte[] idx(int[] dimensions, byte... bytes) {
        ByteBuffer file = ByteBuffer.allocate(4 + 4 * dimensions.length + bytes.length);
        file.putShort((short) 0).put((byte) 8).put((byte) dimensions.length);
        for (int dimension : dimensions) {
            file.putInt(dimension);
        }
        return file.put(bytes).array();
    }

    public static byte[] gzip(byte... bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    public static byte[] zip(Charset names, Map<String, byte[]> entries) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(packed, names)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    /** All of one colour. */
    public static byte[] picture(String format, int type, int width, int height, int rgb) {
        BufferedImage image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (type == BufferedImage.TYPE_BYTE_GRAY) {
                    image.getRaster().setSample(x, y, 0, rgb & 0xFF);
                } else {
                    image.setRGB(x, y, rgb);
                }
            }
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, file);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }
}
