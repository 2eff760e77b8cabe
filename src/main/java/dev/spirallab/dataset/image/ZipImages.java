package dev.spirallab.dataset.image;

import dev.spirallab.dataset.UnreadableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * The PNG and JPEG files in the folders of a ZIP file. Nothing is unpacked but what is read, and no
 * more of it than the limits allow, whatever the file says of its size.
 */
final class ZipImages implements AutoCloseable {
    static final int MOST_ENTRIES = 250_000;
    static final int LARGEST_ENTRY = 16 << 20;
    static final long LARGEST_IN_ALL = 1L << 30;

    private static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg");

    private final ZipFile zip;
    private final Map<String, List<Entry>> folders = new TreeMap<>();
    private long unpacked;

    /**
     * @param name its path in the ZIP file
     */
    record Entry(String name, ZipArchiveEntry entry) {}

    /**
     * Looks at the names of its entries.
     *
     * @throws UnreadableException if it is no ZIP file, or has too many entries
     */
    ZipImages(String file, byte... bytes) {
        requireFew(bytes);
        try {
            zip =
                    ZipFile.builder()
                            .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                            .setCharset(StandardCharsets.ISO_8859_1)
                            .get();
        } catch (IOException | RuntimeException broken) {
            throw new UnreadableException(ImageProblems.notZip(file));
        }
        list();
    }

    /**
     * Counts what begins like an entry of the directory, which takes no memory, before the
     * directory is read, which takes some for each.
     */
    private static void requireFew(byte... bytes) {
        int entries = 0;
        for (int at = 0; at + 3 < bytes.length; at++) {
            if (bytes[at] == 'P'
                    && bytes[at + 1] == 'K'
                    && bytes[at + 2] == 1
                    && bytes[at + 3] == 2) {
                entries++;
            }
        }
        if (entries > MOST_ENTRIES) {
            throw new UnreadableException(ImageProblems.tooManyEntries(MOST_ENTRIES));
        }
    }

    private void list() {
        List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
        Charset charset = charset(entries);
        for (ZipArchiveEntry entry : entries) {
            String name = name(entry, charset);
            if (!entry.isDirectory() && isImage(name)) {
                folders.computeIfAbsent(folder(name), _ -> new ArrayList<>())
                        .add(new Entry(name, entry));
            }
        }
        folders.values().forEach(each -> each.sort(Comparator.comparing(Entry::name)));
    }

    /**
     * Of names that do not say that they are UTF-8: that all the same where all of them may be,
     * else what Chinese PCs write.
     */
    private static Charset charset(List<ZipArchiveEntry> entries) {
        try {
            for (ZipArchiveEntry entry : entries) {
                if (isUnnamed(entry)) {
                    ByteBuffer raw = ByteBuffer.wrap(entry.getRawName());
                    StandardCharsets.UTF_8.newDecoder().decode(raw);
                }
            }
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException elsewhere) {
            return Charset.forName("GB18030");
        }
    }

    private static boolean isUnnamed(ZipArchiveEntry entry) {
        return !entry.getGeneralPurposeBit().usesUTF8ForNames() && entry.getRawName() != null;
    }

    private static String name(ZipArchiveEntry entry, Charset charset) {
        return isUnnamed(entry) ? new String(entry.getRawName(), charset) : entry.getName();
    }

    /** What a Mac adds beside files, and hidden ones, are left out. */
    private static boolean isImage(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return name.contains("/")
                && !name.contains("__MACOSX/")
                && !name.substring(name.lastIndexOf('/') + 1).startsWith(".")
                && ENDINGS.stream().anyMatch(small::endsWith);
    }

    private static String folder(String name) {
        return name.substring(0, name.lastIndexOf('/'));
    }

    /** By the paths of their folders, both in the order of their names. */
    Map<String, List<Entry>> folders() {
        return folders;
    }

    /**
     * @throws UnreadableException if it is broken or too large
     */
    byte[] read(Entry entry) {
        try (InputStream in = zip.getInputStream(entry.entry())) {
            byte[] bytes = in.readNBytes(LARGEST_ENTRY + 1);
            if (bytes.length > LARGEST_ENTRY) {
                throw new UnreadableException(
                        ImageProblems.tooLargeEntry(entry.name(), LARGEST_ENTRY));
            }
            unpacked += bytes.length;
            if (unpacked > LARGEST_IN_ALL) {
                throw new UnreadableException(
                        ImageProblems.tooLargeArchive(entry.name(), LARGEST_IN_ALL));
            }
            return bytes;
        } catch (IOException | IllegalArgumentException broken) {
            throw new UnreadableException(ImageProblems.unreadableEntry(entry.name()));
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
