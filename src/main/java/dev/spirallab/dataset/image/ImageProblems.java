package dev.spirallab.dataset.image;

import dev.spirallab.spec.Problem;
import dev.spirallab.spec.data.Content;
import java.util.Map;

/** What may be wrong with files of images, with the entry. */
final class ImageProblems {
    private static final int SHOWN = 80;

    private ImageProblems() {}

    /** The file that the document names is not here. */
    static Problem noFile(Content content) {
        return problem(
                "images.noFile",
                Map.of("file", content.name(), "hash", content.sha256().substring(0, 12)));
    }

    // IDX

    static Problem notIdx(String file) {
        return problem("idx.format", Map.of("file", cut(file)));
    }

    static Problem packing(String file) {
        return problem("idx.packing", Map.of("file", cut(file)));
    }

    static Problem dimensions(String file, String have, String want) {
        return problem("idx.dimensions", Map.of("file", cut(file), "have", have, "want", want));
    }

    static Problem length(String file, boolean tooLong) {
        return problem(tooLong ? "idx.tooLong" : "idx.tooShort", Map.of("file", cut(file)));
    }

    static Problem label(String file, int entry, int label, int classes) {
        return problem(
                "idx.label",
                Map.of(
                        "file", cut(file),
                        "entry", number(entry),
                        "label", number(label),
                        "classes", number(classes)));
    }

    static Problem noPair(int files) {
        return problem("idx.noPair", Map.of("have", number(files)));
    }

    // ZIP

    static Problem notZip(String file) {
        return problem("archive.format", Map.of("file", cut(file)));
    }

    static Problem tooManyEntries(int limit) {
        return problem("archive.tooManyEntries", Map.of("limit", number(limit)));
    }

    static Problem tooLargeEntry(String entry, long limit) {
        return problem(
                "archive.entryTooLarge", Map.of("entry", cut(entry), "limit", number(limit >> 20)));
    }

    static Problem tooLargeArchive(String entry, long limit) {
        return problem(
                "archive.tooLarge", Map.of("entry", cut(entry), "limit", number(limit >> 20)));
    }

    static Problem unreadableEntry(String entry) {
        return problem("archive.entry", Map.of("entry", cut(entry)));
    }

    static Problem count(int have, int want) {
        return problem("archive.count", Map.of("have", number(have), "want", number(want)));
    }

    static Problem noImages() {
        return problem("archive.noImages", Map.of());
    }

    static Problem undecodable(String entry) {
        return problem("image.undecodable", Map.of("entry", cut(entry)));
    }

    static Problem tooManyPixels(String entry, long width, long height, long limit) {
        return problem(
                "image.tooManyPixels",
                Map.of(
                        "entry", cut(entry),
                        "width", number(width),
                        "height", number(height),
                        "limit", number(limit)));
    }

    static Problem tooManyPixelsInAll(String entry, long limit) {
        return problem(
                "image.tooManyPixelsInAll", Map.of("entry", cut(entry), "limit", number(limit)));
    }

    private static String cut(String name) {
        return name.length() > SHOWN ? "…" + name.substring(name.length() - SHOWN) : name;
    }

    private static String number(long value) {
        return Long.toString(value);
    }

    private static Problem problem(String code, Map<String, String> arguments) {
        return Problem.of(code, "dataset.content", arguments);
    }
}
