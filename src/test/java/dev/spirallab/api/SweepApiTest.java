package dev.spirallab.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
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
    void whatCannotBeVariedIsRefused() {
        Program program = program();
        for (String vary : new String[] {"\"learningRate=fast\"", "\"units=3,4\"", "\"speed=1\""}) {
            assertThat(program.post("/sweeps", WISH.formatted(SPIRAL, vary)).with(422).code())
                    .startsWith("sweep.");
        }
    }
}
