package dev.spirallab.cli;

import dev.spirallab.dataset.Contents;
import dev.spirallab.dataset.UnreadableException;
import dev.spirallab.spec.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files that were named on the command line, by their hash. */
final class GivenFiles implements Contents {
    private final Map<String, byte[]> contents = new HashMap<>();

    /**
     * @throws UnreadableException if one cannot be read
     */
    GivenFiles(List<Path> files) {
        files.stream().map(GivenFiles::read).forEach(file -> contents.put(Sha256.of(file), file));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException _) {
            throw new UnreadableException(Document.unreadable(file));
        }
    }

    @Override
    public Optional<byte[]> find(String hash) {
        return Optional.ofNullable(contents.get(hash));
    }
}
