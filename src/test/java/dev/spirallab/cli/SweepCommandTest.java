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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SweepCommandTest {
    private static final String XOR =
            ExperimentJson.write(Templates.get("xor-hidden"))
                    .replaceFirst("\"epochs\" *: *\\d+", "\"epochs\": 3");

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();

    private int sweep(String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("experiment.json"), XOR);
        String[] arguments =
                Stream.concat(Stream.of("sweep", file.toString()), Stream.of(options))
                        .toArray(String[]::new);
        return Main.commandLine(new PrintWriter(out, true), new PrintWriter(errors, true))
                .execute(arguments);
    }

    @Test
    void everyVariantIsToldWithItsSettingsAndFigures() throws IOException {
        int code =
                sweep(
                        "--json",
                        "--vary",
                        "learningRate=0.1,0",
                        "--vary",
                        "units=3,5",
                        "--device=cpu");
        assertThat(code).as(errors.toString()).isZero();
        List<JsonNode> variants =
                out.toString()
                        .lines()
                        .map(JsonMapper.shared()::readTree)
                        .filter(line -> line.get("type").asString().equals("variant"))
                        .toList();
        assertThat(variants)
                .extracting(line -> line.get("settings").toString())
                .containsExactly(
                        "{\"learningRate\":\"0.1\",\"units\":\"3\"}",
                        "{\"learningRate\":\"0.1\",\"units\":\"5\"}",
                        "{\"learningRate\":\"0.0\",\"units\":\"3\"}",
                        "{\"learningRate\":\"0.0\",\"units\":\"5\"}");
        assertThat(variants)
                .allSatisfy(line -> {
                    assertThat(line.at("/train/loss").asDouble()).isPositive();
                    assertThat(line.get("steps").asLong()).isPositive();
                });
    }

    @Test
    void whatIsNoSettingIsRefusedWithThoseThatThereAre() throws IOException {
        assertThat(sweep("--vary", "learningRate=fast")).isEqualTo(Main.INVALID);
        assertThat(errors.toString()).contains("learningRate=fast", "units", "seed");
    }
}
