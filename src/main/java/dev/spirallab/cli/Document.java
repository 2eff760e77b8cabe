package dev.spirallab.cli;

import dev.spirallab.i18n.Messages;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The experiment that a command is about, and how the command is to report. */
final class Document {
    @Parameters(paramLabel = "FILE.json")
    private Path file;

    @Option(names = "--json")
    private boolean json;

    /** picocli fills in the fields. */
    @SuppressWarnings("NullAway.Init")
    Document() {}

    Reading read() {
        try {
            return ExperimentJson.read(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            return new Reading.Unreadable(List.of(unreadable(file)));
        }
    }

    /** Where it lies. */
    Path folder() {
        return file.toAbsolutePath().resolveSibling("");
    }

    static Problem unreadable(Path file) {
        return Problem.of("file.unreadable", "", Map.of("file", file.toString()));
    }

    Report report(CommandSpec spec) {
        var out = spec.commandLine().getOut();
        var errors = spec.commandLine().getErr();
        var messages = new Messages();
        return json
                ? new JsonReport(out, errors, messages, Locale.getDefault())
                : new TextReport(out, errors, messages, Locale.getDefault());
    }
}
