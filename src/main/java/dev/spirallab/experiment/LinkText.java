package dev.spirallab.experiment;

import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Reading;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * An experiment as a text that an address can carry: its document, deflated (RFC 1951), in
 * base64url without padding. Any server can read it, none keeps it.
 */
public final class LinkText {
    /** Longer ones get lost on their way through mails and chats. */
    public static final int LONGEST = 8_000;

    private static final int LONGEST_READ = 64 * 1024;
    private static final int MOST_BYTES = 1 << 20;
    private static final int BUFFER = 8 * 1024;

    private LinkText() {}

    /** The text; it may be longer than {@link #LONGEST}. */
    public static String write(Experiment experiment) {
        byte[] document =
                ExperimentJson.tree(experiment).toString().getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(deflate(document));
    }

    /** Reads a text from anywhere: what is too long, damaged or no experiment is told. */
    public static Reading read(String text) {
        if (text.length() > LONGEST_READ) {
            return unreadable("link.tooLong");
        }
        return bytes(text)
                .flatMap(LinkText::inflate)
                .map(document -> ExperimentJson.read(new String(document, StandardCharsets.UTF_8)))
                .orElseGet(() -> unreadable("link.damaged"));
    }

    private static Reading unreadable(String code) {
        return new Reading.Unreadable(List.of(Problem.of(code, "", Map.of())));
    }

    private static Optional<byte[]> bytes(String text) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private static byte[] deflate(byte[] plain) {
        try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
            deflater.setInput(plain);
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            byte[] buffer = new byte[BUFFER];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            return packed.toByteArray();
        }
    }

    /** Nothing if it is damaged, or becomes too large: it stops there. */
    private static Optional<byte[]> inflate(byte[] packed) {
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(packed);
            ByteArrayOutputStream plain = new ByteArrayOutputStream();
            byte[] buffer = new byte[BUFFER];
            while (!inflater.finished()) {
                int count = inflater.inflate(buffer);
                if (count == 0 || plain.size() + count > MOST_BYTES) {
                    return Optional.empty();
                }
                plain.write(buffer, 0, count);
            }
            return Optional.of(plain.toByteArray());
        } catch (DataFormatException damaged) {
            return Optional.empty();
        }
    }
}
