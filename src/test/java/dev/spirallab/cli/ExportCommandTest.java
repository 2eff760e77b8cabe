package dev.spirallab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Templates;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();

    private int export(String json, String... options) throws IOException {
        Path file = folder.resolve("experiment.json");
        Files.writeString(file, json);
        String[] arguments = new String[options.length + 2];
        arguments[0] = "export";
        arguments[1] = file.toString();
        System.arraycopy(options, 0, arguments, 2, options.length);
        return Main.commandLine(new PrintWriter(out), new PrintWriter(errors)).execute(arguments);
    }

    private static String template() {
        return ExperimentJson.write(Templates.get(Templates.FIRST));
    }

    @Test
    void codeIsPrintedOrWritten() throws IOException {
        Path script = folder.resolve("spiral.py");
        assertThat(export(template(), "--as", "pytorch")).isZero();
        assertThat(export(template(), "--as", "pytorch", "-o", script.toString())).isZero();
        assertThat(out.toString()).contains("class Model(nn.Module):");
        assertThat(Files.readString(script)).isEqualTo(out.toString());
    }

    @Test
    void aNotebookAndTheDocumentAreJson() throws IOException {
        assertThat(export(template(), "--as", "notebook")).isZero();
        assertThat(out.toString()).contains("\"nbformat\" : 4");
        out.getBuffer().setLength(0);
        assertThat(export(template(), "--as", "json")).isZero();
        assertThat(out.toString()).isEqualTo(template());
    }

    @Test
    void whatCannotRunIsNotExported() throws IOException {
        assertThat(export(template().replace("\"units\": 3", "\"units\": 4"), "--as", "pytorch"))
                .isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(errors.toString()).isNotEmpty();
    }

    @Test
    void aFormThatIsNotKnownIsRefused() throws IOException {
        assertThat(export(template(), "--as", "keras")).isEqualTo(2);
        assertThat(errors.toString()).contains("pytorch");
    }
}
