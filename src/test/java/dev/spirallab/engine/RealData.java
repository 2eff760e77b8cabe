package dev.spirallab.engine;

import dev.spirallab.spec.Sha256;
import dev.spirallab.spec.data.DatasetSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files that lessons on real data read, where they are. */
public final class RealData {
    private static final Path DATA = Path.of("../shared/data");
    private static final List<String> FILES =
            List.of(
                    "mobile_price.csv",
                    "mnist/t10k-images-idx3-ubyte.gz",
                    "mnist/t10k-labels-idx1-ubyte.gz");
    private static final Map<String, byte[]> CONTENTS = read();

    private RealData() {}

    private static Map<String, byte[]> read() {
        Map<String, byte[]> contents = new HashMap<>();
        for (String file : FILES) {
            if (Files.isRegularFile(DATA.resolve(file))) {
                byte[] bytes = bytes(DATA.resolve(file));
                contents.put(Sha256.of(bytes), bytes);
            }
        }
        return contents;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By its hash. */
    public static Optional<byte[]> file(String hash) {
        return Optional.ofNullable(CONTENTS.get(hash));
    }

    /** Whether all files are there that a data set reads. */
    public static boolean has(DatasetSpec dataset) {
        return dataset.contents().stream()
                .allMatch(content -> CONTENTS.containsKey(content.sha256()));
    }
}
