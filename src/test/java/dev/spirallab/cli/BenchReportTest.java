package dev.spirallab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.cli.BenchReport.Note;
import dev.spirallab.i18n.Messages;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BenchReportTest {
    private final StringWriter out = new StringWriter();

    private static Samples samples(double... values) {
        Samples samples = new Samples();
        for (double value : values) {
            samples.add(value);
        }
        return samples;
    }

    @Test
    void medianStandsInTheMiddle() {
        assertThat(samples(5, 1, 3).median()).isEqualTo(3);
        assertThat(samples(4, 1, 3, 100).median()).isEqualTo(3.5);
        assertThat(samples(5, 1, 3).least()).isEqualTo(1);
        assertThat(samples(5, 1, 3).greatest()).isEqualTo(5);
    }

    @Test
    void aRowIsOneJsonObject() {
        new BenchJson(new PrintWriter(out))
                .row("a case", "program", samples(10, 30, 20), new Note("", Map.of("ratio", 4.5)));
        JsonNode row = JsonMapper.shared().readTree(out.toString());
        assertThat(row.get("case").asString()).isEqualTo("a case");
        assertThat(row.get("engine").asString()).isEqualTo("program");
        assertThat(row.get("stepsPerSecond").asDouble()).isEqualTo(20);
        assertThat(row.get("lowest").asDouble()).isEqualTo(10);
        assertThat(row.get("highest").asDouble()).isEqualTo(30);
        assertThat(row.get("ratio").asDouble()).isEqualTo(4.5);
    }

    @Test
    void peopleReadATable() {
        BenchReport table =
                new BenchTable(new PrintWriter(out), new Messages(), Locale.ENGLISH, "a machine");
        table.begin();
        table.row(
                "a case",
                "program",
                samples(10_000, 30_000, 20_000),
                new Note("cli.bench.ratio", Map.of("ratio", 4.5)));
        assertThat(out.toString())
                .contains("a machine", "20,000", "10,000 - 30,000", "4.50 times")
                .doesNotContain("[cli", "{");
    }

    @Test
    void everyCaseCanBeMeasured() {
        assertThat(BenchCase.all()).extracting(BenchCase::name).hasSize(7).doesNotHaveDuplicates();
    }
}
