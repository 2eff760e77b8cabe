package dev.spirallab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Templates;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ValidateCommandTest {
    private static final String SOUND = ExperimentJson.write(Templates.get("spiral-relu"));

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @Test
    void aSoundExperimentIsToldWithItsSizeAndShapes() throws IOException {
        assertThat(validate(SOUND, "--json")).isZero();
        JsonNode line = lines().getFirst();
        assertThat(line.get("type").asString()).isEqualTo("sound");
        assertThat(line.get("parameters").asLong()).isEqualTo(603);
        assertThat(line.at("/shapes/hidden").toString()).isEqualTo("[100]");
        assertThat(line.get("flopsPerStep").asLong()).isPositive();
        assertThat(line.get("bytes").asLong()).isPositive();
    }

    @Test
    void peopleReadText() throws IOException {
        assertThat(validate(SOUND)).isZero();
        assertThat(out.toString()).contains("603", "[N, 100]").doesNotContain("{", "[cli");
    }

    @Test
    void everyProblemIsToldWithItsPlace() throws IOException {
        String bad = SOUND.replace("\"noise\"", "\"nose\"").replace("\"batchSize\"", "\"size\"");
        assertThat(validate(bad)).isEqualTo(2);
        assertThat(errors.toString())
                .contains("dataset.nose: ", "“noise”")
                .contains("training.size: ");
    }

    @Test
    void whatCannotBeTrainedIsAProblemToo() throws IOException {
        assertThat(validate(SOUND.replace("\"units\": 3", "\"units\": 4"), "--json")).isEqualTo(2);
        assertThat(lines().getFirst().get("code").asString()).isEqualTo("output.classes");
    }

    private int validate(String json, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("experiment.json"), json);
        String[] arguments = new String[options.length + 2];
        arguments[0] = "validate";
        arguments[1] = file.toString();
        System.arraycopy(options, 0, arguments, 2, options.length);
        return Main.commandLine(new PrintWriter(out), new PrintWriter(errors)).execute(arguments);
    }

    private List<JsonNode> lines() {
        return out.toString().lines().map(JsonMapper.shared()::readTree).toList();
    }
}
