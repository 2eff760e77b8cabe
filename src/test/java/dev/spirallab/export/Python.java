package dev.spirallab.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Python interpreters for tests. */
final class Python {
    private Python() {}

    /** Any; empty where there is none. */
    static Optional<String> plain() {
        return withTorch()
                .or(() ->
                        runs("python3", "-c", "pass") ? Optional.of("python3") : Optional.empty());
    }

    /** One with PyTorch, which the environment variable SPIRALLAB_PYTHON names. */
    static Optional<String> withTorch() {
        return Optional.ofNullable(System.getenv("SPIRALLAB_PYTHON"))
                .filter(python -> runs(python, "-c", "import torch"));
    }

    static boolean withPillow() {
        return withTorch().filter(python -> runs(python, "-c", "import PIL")).isPresent();
    }

    private static boolean runs(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /**
     * What a script of the test resources prints.
     *
     * @param folder in which files of its own may lie
     */
    static String run(String python, String script, Path folder, List<String> arguments) {
        try {
            Path copy = folder.resolve(script);
            Path errors = folder.resolve("errors.txt");
            try (InputStream text = Python.class.getResourceAsStream("/export/" + script)) {
                Files.write(copy, Objects.requireNonNull(text).readAllBytes());
            }
            List<String> command = new ArrayList<>(List.of(python, copy.toString()));
            command.addAll(arguments);
            Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
            String answer =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(Files.readString(errors));
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
