package dev.spirallab.api;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SweepApiTest extends ApiTest {
    private static final String WISH = "{\"experiment\": %s, \"vary\": [%s]}";

    @Test
    void aSweepIsBegunReadKeptAndDeleted() {
        Program program = program();
        String wish = WISH.formatted(SPIRAL, "\"learningRate=0.01,0.1,0.3\", \"seed=1,2\"");
        JsonNode begun = program.post("/sweeps", wish).with(201).json();
        String path = "/sweeps/" + begun.get("id").asString();
        assertThat(begun.get("count").asInt()).isEqualTo(6);
        await().atMost(Duration.ofMinutes(2)).until(() -> state(program, path).equals("done"));
        JsonNode done = program.get(path).with(200).json();
        assertThat(done.at("/variants/5/settings").toString())
                .isEqualTo("{\"learningRate\":\"0.3\",\"seed\":\"2\"}");
        assertThat(done.get("variants"))
                .allSatisfy(variant -> {
                    JsonNode points = variant.get("points");
                    assertThat(points.get(points.size() - 1).get("step").asInt()).isEqualTo(12);
                    assertThat(points.at("/0/trainLoss").asDouble()).isPositive();
                });
        Program another = program();
        another.get(path).with(404);
        another.delete(path).with(404);
        assertThat(another.get("/sweeps").with(200).json()).isEmpty();
        assertThat(program.post("/sweeps", wish).with(201).json().get("id"))
                .isNotEqualTo(begun.get("id"));
        await().atMost(Duration.ofMinutes(2))
                .until(() -> program.get("/sweeps").with(200).json().size() == 2);
        assertThat(program.get(path).with(200).json().get("variants"))
                .isEqualTo(done.get("variants"));
        assertThat(program.get("/me").with(200).json().get("sweeps").asInt()).isEqualTo(2);
        program.delete(path).with(204);
        program.get(path).with(404);
        program.delete(path).with(404);
    }

    private static String state(Program program, String path) {
        return program.get(path).with(200).json().get("state").asString();
    }

    @Test
    void whatIsTooLargeIsRefusedInTheReadersLanguage() {
        Program program = program();
        String large = " ".repeat(9 << 20);
        Program.Answer english = program.post("/sweeps", large, "Accept-Language", "en").with(413);
        assertThat(english.code()).isEqualTo("account.tooLarge");
        assertThat(detail(english)).startsWith("The request is larger than 8 MB.");
        Program.Answer chinese =
                program.post("/sweeps", large, "Accept-Language", "zh-CN").with(413);
        assertThat(detail(chinese)).startsWith("请求超过 8 MB。");
    }

    @Test
    void sweepsAreBegunOnlySoOften() {
        Program program = program();
        Program.Answer english = begunTooOften(program, "en");
        assertThat(english.with(429).code()).isEqualTo("account.tooOften");
        assertThat(detail(english)).startsWith("That was too often.");
        assertThat(Integer.parseInt(english.header("Retry-After"))).isPositive();
        Program.Answer chinese = begunTooOften(program, "zh-CN");
        assertThat(detail(chinese.with(429))).startsWith("操作过于频繁。");
        assertThat(program.get("/sweeps").with(200).json()).isEmpty();
        begin(program(), "en").with(422);
    }

    private static Program.Answer begunTooOften(Program program, String language) {
        Program.Answer answer = begin(program, language);
        for (int left = 1000; answer.status() == 422 && left > 0; left--) {
            answer = begin(program, language);
        }
        return answer;
    }

    /** Of too many variants: that is refused too, but only after it was counted. */
    private static Program.Answer begin(Program program, String language) {
        String seeds = IntStream.range(0, 200).mapToObj(String::valueOf).collect(joining(","));
        String wish = WISH.formatted(SPIRAL, "\"seed=" + seeds + "\"");
        return program.post("/sweeps", wish, "Accept-Language", language);
    }

    private static String detail(Program.Answer answer) {
        return answer.json().get("detail").asString();
    }

    @Test
    void whatCannotBeVariedIsRefused() {
        Program program = program();
        for (String vary : new String[] {"\"learningRate=fast\"", "\"units=3,4\"", "\"speed=1\""}) {
            assertThat(program.post("/sweeps", WISH.formatted(SPIRAL, vary)).with(422).code())
                    .startsWith("sweep.");
        }
    }
}
