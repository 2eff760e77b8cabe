package dev.spirallab.cli;

import dev.spirallab.dataset.Contents;
import dev.spirallab.dataset.UnreadableException;
import dev.spirallab.spec.Sha256;
import dev.spirallab.spec.data.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files that were named on the command line, and those that lie beside the document under the
 * name that it gives them; known by their hash.
 */
final class GivenFiles implements Contents {
    private final Map<String, byte[]> contents = new HashMap<>();

    /**
     * @param named on the command line
     * @param folder of the document
     * @param wanted what the document names
     * @throws UnreadableException if one that was named on the command line cannot be read
     */
    GivenFiles(List<Path> named, Path folder, List<Content> wanted) {
        wanted.forEach(content -> takeBeside(folder, content.name()));
        named.stream().map(GivenFiles::read).forEach(this::take);
    }

    /** A document names files of its own folder only. */
    private void takeBeside(Path folder, String name) {
        boolean plain = name.chars().noneMatch(c -> c == '/' || c == '\\' || c == ':' || c < ' ');
        if (plain && Files.isRegularFile(folder.resolve(name))) {
            take(read(folder.resolve(name)));
        }
    }

    private void take(byte... file) {
        contents.put(Sha256.of(file), file);
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
