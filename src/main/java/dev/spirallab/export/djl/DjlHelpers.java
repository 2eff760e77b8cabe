package dev.spirallab.export.djl;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.spirallab.export.Lines;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Functions that a model calls, where DJL's PyTorch engine has no such layer. They are written out
 * in {@code export/helpers.java}, each behind a line that says how it is called.
 */
final class DjlHelpers {
    private static final String RESOURCE = "/export/helpers.java";
    private static final String CALLED = "/// ";

    /** By how they are called. */
    private static final Map<String, String> ALL = read();

    private DjlHelpers() {}

    private static Map<String, String> read() {
        try (InputStream stream = DjlHelpers.class.getResourceAsStream(RESOURCE)) {
            return parts(new String(Objects.requireNonNull(stream).readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> parts(String text) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : text.substring(CALLED.length()).split("\n" + CALLED, -1)) {
            int end = part.indexOf('\n');
            parts.put(part.substring(0, end), part.substring(end + 1).stripTrailing() + "\n");
        }
        return parts;
    }

    /** Those that a text calls, and those that they call. */
    static void write(String text, Lines code) {
        Set<String> used = new LinkedHashSet<>();
        String all = text;
        for (int before = -1; before < used.size(); ) {
            before = used.size();
            for (Map.Entry<String, String> helper : ALL.entrySet()) {
                if (all.contains(helper.getKey()) && used.add(helper.getKey())) {
                    all += helper.getValue();
                }
            }
        }
        ALL.forEach((call, helper) -> {
            if (used.contains(call)) {
                code.blank().add(helper);
            }
        });
    }
}
