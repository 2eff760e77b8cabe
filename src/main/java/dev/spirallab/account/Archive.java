package dev.spirallab.account;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip archive that is written as it grows. One that breaks off has no end: whoever unpacks it is
 * told, and takes it for no whole one. What it is written to stays open.
 */
final class Archive {
    private final ZipOutputStream zip;

    Archive(OutputStream out) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    /**
     * @param changed what the file's date shall be
     */
    void add(String path, Instant changed, String text) throws IOException {
        add(path, changed, text.getBytes(StandardCharsets.UTF_8));
    }

    void add(String path, Instant changed, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(path);
        entry.setLastModifiedTime(FileTime.from(changed));
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    /** A name that every file system takes: letters, digits and dashes. */
    static String name(String title) {
        String plain = title.replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        return plain.codePoints()
                .limit(40)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Nothing more comes: what was added is all. */
    void finish() throws IOException {
        zip.finish();
        zip.flush();
    }
}
