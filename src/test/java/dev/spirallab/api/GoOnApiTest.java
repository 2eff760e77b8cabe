package dev.spirallab.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Runs that go on from others. */
class GoOnApiTest extends ApiTest {
    /** With an optimiser that remembers: without its state other weights would come out. */
    private static final String ADAM =
            SPIRAL.replace("\"kind\": \"sgd\"", "\"kind\": \"adam\"")
                    .replace("\"epochs\": 3", "\"epochs\": 1000000");

    @Test
    void aRunGoesOnFromAnotherAsThatWouldHaveGoneOnItself() {
        Program program = program();
        String experiment = program.post("/experiments", ADAM).json().get("id").asString();
        String first = begin(program, "{\"experimentId\": \"%s\"}".formatted(experiment));
        steps(program, first, 5);

        JsonNode second = begun(program, "{\"run\": \"%s\", \"pace\": 100}".formatted(first));

        String id = second.get("id").asString();
        assertThat(id).isNotEqualTo(first);
        assertThat(second.get("state").asString()).isEqualTo("paused");
        assertThat(second.get("step").asInt()).isEqualTo(5);
        assertThat(second.get("pace").asInt()).isEqualTo(100);
        assertThat(second.get("experimentId").asString()).isEqualTo(experiment);
        assertThat(weights(program, id)).isEqualTo(weights(program, first));
        steps(program, id, 8);
        assertThat(state(program, first).get("step").asInt()).isEqualTo(5);
        steps(program, first, 8);
        assertThat(weights(program, id)).isEqualTo(weights(program, first));
        assertThat(program.get("/runs/" + id + "/history").json().get("points"))
                .isEqualTo(program.get("/runs/" + first + "/history").json().get("points"));
    }

    @Test
    void aRunGoesOnFromALinkInAnExperimentOfOnesOwn() {
        Program teacher = program();
        String first = begin(teacher, "{\"experiment\": %s}".formatted(ADAM));
        steps(teacher, first, 3);
        String wish = "{\"experiment\": %s, \"run\": \"%s\"}".formatted(ADAM, first);
        String token = teacher.post("/links", wish).with(201).json().get("token").asString();
        teacher.delete("/runs/" + first).with(204);
        Program student = program();
        String fork =
                student.post("/shared/" + token + "/fork", "")
                        .with(201)
                        .json()
                        .get("id")
                        .asString();

        JsonNode second =
                begun(
                        student,
                        "{\"link\": \"%s\", \"experimentId\": \"%s\"}".formatted(token, fork));

        assertThat(second.get("step").asInt()).isEqualTo(3);
        assertThat(second.get("experimentId").asString()).isEqualTo(fork);
        steps(student, second.get("id").asString(), 4);
        assertThat(stranger().get("/shared/" + token + "/run").json().get("step").asInt())
                .isEqualTo(3);
    }

    @Test
    void whatIsNotThereOrSomebodyElsesCannotBeGoneOnFrom() {
        Program owner = program();
        String run = begin(owner, "{\"experiment\": %s}".formatted(ADAM));
        steps(owner, run, 1);
        Program other = program();

        other.post("/runs", "{\"run\": \"%s\"}".formatted(run)).with(404);
        other.post("/runs", "{\"link\": \"AAAAAAAAAAAAAAAAAAAAAA\"}").with(404);
        String without = "{\"experiment\": %s}".formatted(ADAM);
        String token = owner.post("/links", without).with(201).json().get("token").asString();
        other.post("/runs", "{\"link\": \"%s\"}".formatted(token)).with(404);
        String strange =
                "{\"run\": \"%s\", \"experimentId\": \"%s\"}".formatted(run, UUID.randomUUID());
        owner.post("/runs", strange).with(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"run\": \"a\", \"link\": \"b\"}",
                "{\"run\": \"a\", \"seed\": 1}",
                "{\"link\": \"b\", \"experiment\": %s}"
            })
    void whatContradictsItselfIsRefused(String wish) {
        assertThat(program().post("/runs", wish.formatted(SPIRAL)).with(400).code())
                .isEqualTo("api.oneBeginning");
    }

    private static JsonNode begun(Program program, String wish) {
        return program.post("/runs", wish).with(201).json();
    }

    private static String begin(Program program, String wish) {
        return begun(program, wish).get("id").asString();
    }

    private static void steps(Program program, String run, int to) {
        for (int step = state(program, run).get("step").asInt() + 1; step <= to; step++) {
            program.post("/runs/" + run + "/commands", "{\"command\": \"step\"}").with(202);
            int wanted = step;
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> state(program, run).get("step").asInt() == wanted);
        }
    }

    private static JsonNode state(Program program, String run) {
        return program.get("/runs/" + run).with(200).json();
    }

    private static JsonNode weights(Program program, String run) {
        return program.get("/runs/" + run + "/weights").with(200).json();
    }
}
