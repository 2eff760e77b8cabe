package dev.spirallab.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class RunApiTest extends ApiTest {
    private static final String ENDLESS = SPIRAL.replace("\"epochs\": 3", "\"epochs\": 10000000");
    private static final String TOKEN = "AAAAAAAAAAAAAAAAAAAAAA";

    /** From a document to a link that somebody else forks. */
    @Test
    void aWholeStory() throws IOException {
        Program teacher = program();
        String experiment = teacher.post("/experiments", SPIRAL).json().get("id").asString();
        String run =
                start(teacher, "{\"experimentId\": \"%s\", \"seed\": 7}".formatted(experiment));
        command(teacher, run, "{\"command\": \"play\"}");
        JsonNode ended = awaitState(teacher, run, "ended");
        assertThat(ended.get("reason").asString()).isEqualTo("epochs");
        assertThat(ended.get("step").asInt()).isEqualTo(12);
        assertThat(ended.get("experimentId").asString()).isEqualTo(experiment);
        assertThat(ended.at("/experiment/training/seed").asInt()).isEqualTo(7);
        assertThat(ended.at("/latest/trainLoss").asDouble()).isPositive();

        JsonNode curve = teacher.get("/runs/" + run + "/history").with(200).json();
        assertThat(curve.get("points"))
                .extracting(point -> point.get("step").asLong())
                .startsWith(0L)
                .endsWith(12L);
        assertThat(table(teacher, run)).hasSize(1 + curve.get("points").size());
        JsonNode weights = teacher.get("/runs/" + run + "/weights").with(200).json();
        assertThat(weights.at("/out/weight")).hasSize(3).allMatch(row -> row.size() == 2);
        assertThat(weights.at("/out/bias")).hasSize(3);
        assertThat(picture(teacher, "/runs/" + run + "/boundary?grid=25").getWidth())
                .isEqualTo(100);
        teacher.post("/experiments/" + experiment + "/versions", "{\"name\": \"trained\"}")
                .with(201);
        teacher.get("/experiments/" + experiment + "/export").with(200);

        String wish = "{\"experimentId\": \"%s\"}".formatted(experiment);
        JsonNode link = teacher.post("/links", wish).with(201).json();
        String shared = "/shared/" + link.get("token").asString();
        assertThat(link.get("url").asString()).endsWith("/x/" + link.get("token").asString());
        assertThat(teacher.get("/links").json())
                .extracting(line -> line.get("id").asString())
                .containsExactly(link.get("id").asString());

        Program reader = stranger();
        assertThat(reader.get(shared).with(200).json().at("/experiment/title").asString())
                .isEqualTo("A small spiral");
        reader.get(shared + "/run").with(404);
        assertThat(reader.post(shared + "/fork", "").with(401).code())
                .isEqualTo("account.unauthorized");
        JsonNode fork = program().post(shared + "/fork", "").with(201).json();
        assertThat(fork.at("/lineage/0/title").asString()).isEqualTo("A small spiral");

        teacher.delete("/links/" + link.get("id").asString()).with(204);
        reader.get(shared).with(404);
        teacher.delete("/experiments/" + experiment).with(204);
        teacher.get("/runs/" + run).with(404);
    }

    @Test
    void whatIsNotedOfARunStandsInTheList() {
        Program program = program();
        String run = start(program, "{\"experiment\": %s}".formatted(SPIRAL));
        String mark = "{\"starred\": true, \"note\": \"<b>best</b>\"}";
        program.send("PUT", "/runs/" + run + "/mark", BodyPublishers.ofString(mark)).with(404);
        command(program, run, "{\"command\": \"play\"}");
        awaitState(program, run, "ended");
        await().until(() -> !program.get("/runs").with(200).json().isEmpty());
        program.send("PUT", "/runs/" + run + "/mark", BodyPublishers.ofString(mark)).with(204);
        assertThat(state(program, run).get("starred").asBoolean()).isTrue();
        assertThat(program.get("/runs").with(200).json().get(0).get("note").asString())
                .isEqualTo("<b>best</b>");
    }

    @Test
    void aModelIsSavedAndAnotherRunBeginsFromIt() {
        Program program = program();
        String run = start(program, "{\"experiment\": %s}".formatted(SPIRAL));
        command(program, run, "{\"command\": \"play\"}");
        awaitState(program, run, "ended");
        for (String form : List.of("torchScript", "onnx")) {
            Program.Answer file = program.get("/runs/" + run + "/model?as=" + form).with(200);
            assertThat(file.header("Content-Type")).isEqualTo("application/octet-stream");
            assertThat(file.bytes()).isNotEmpty();
        }
        byte[] weights = program.get("/runs/" + run + "/model?as=safetensors").with(200).bytes();
        String hash =
                program.send("POST", "/files", BodyPublishers.ofByteArray(weights))
                        .with(201)
                        .json()
                        .get("sha256")
                        .asString();
        String wish = "{\"experiment\": %s, \"weights\": \"%s\"}";
        String second = start(program, wish.formatted(SPIRAL, hash));
        assertThat(program.get("/runs/" + second + "/weights").with(200).json())
                .isEqualTo(program.get("/runs/" + run + "/weights").with(200).json());
        String other = SPIRAL.replace("\"out\"", "\"other\"");
        assertThat(program.post("/runs", wish.formatted(other, hash)).with(422).code())
                .startsWith("weights.");
    }

    private static List<String[]> table(Program program, String run) {
        Program.Answer answer =
                program.get("/runs/" + run + "/history", "Accept", "text/csv").with(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        List<String[]> rows =
                Arrays.stream(answer.text().split("\r\n")).map(row -> row.split(",", -1)).toList();
        assertThat(rows.getFirst())
                .containsExactly(
                        "step",
                        "epoch",
                        "trainLoss",
                        "testLoss",
                        "trainAccuracy",
                        "testAccuracy",
                        "learningRate");
        assertThat(rows.subList(1, rows.size()))
                .allSatisfy(row -> {
                    assertThat(row).hasSize(7);
                    assertThat(row).allMatch(cell -> Double.isFinite(Double.parseDouble(cell)));
                });
        return rows;
    }

    private static BufferedImage picture(Program program, String path) throws IOException {
        byte[] png = program.get(path, "Accept", "image/png").with(200).bytes();
        return Optional.ofNullable(ImageIO.read(new ByteArrayInputStream(png))).orElseThrow();
    }

    @Test
    void aRunObeysWhileItGoesOn() {
        Program program = program();
        String run = start(program, "{\"experiment\": %s, \"pace\": 500}".formatted(ENDLESS));
        assertThat(state(program, run).get("state").asString()).isEqualTo("ready");
        command(program, run, "{\"command\": \"step\"}");
        await().until(() -> state(program, run).get("step").asInt() == 1);
        command(program, run, "{\"command\": \"stepEpoch\"}");
        await().until(() -> state(program, run).get("step").asInt() == 4);
        command(program, run, "{\"command\": \"tune\", \"learningRate\": 0.25, \"batchSize\": 30}");
        await().until(() -> state(program, run).get("stepsPerEpoch").asInt() == 8);
        JsonNode tuned = state(program, run);
        assertThat(tuned.get("learningRate").asDouble()).isEqualTo(0.25);
        assertThat(tuned.at("/experiment/training/batchSize").asInt()).isEqualTo(30);
        command(program, run, "{\"command\": \"pace\", \"stepsPerSecond\": 0}");
        command(program, run, "{\"command\": \"play\"}");
        await().until(() -> state(program, run).get("step").asInt() > 1000);
        assertThat(state(program, run).get("pace").asInt()).isZero();
        command(program, run, "{\"command\": \"pause\"}");
        awaitState(program, run, "paused");
        command(program, run, "{\"command\": \"reseed\", \"seed\": 5}");
        await().until(() -> state(program, run).get("attempt").asInt() == 1);
        assertThat(state(program, run).at("/experiment/training/seed").asInt()).isEqualTo(5);
        command(program, run, "{\"command\": \"play\"}");
        command(program, run, "{\"command\": \"stop\"}");
        assertThat(awaitState(program, run, "ended").get("reason").asString()).isEqualTo("stopped");
        command(program, run, "{\"command\": \"reset\"}");
        awaitState(program, run, "ready");
        program.delete("/runs/" + run).with(204);
        program.get("/runs/" + run).with(404);
    }

    @Test
    void theCurveCanBeReadPieceByPiece() {
        Program program = program();
        String run = start(program, "{\"experiment\": %s}".formatted(SPIRAL));
        command(program, run, "{\"command\": \"play\"}");
        awaitState(program, run, "ended");
        JsonNode all = program.get("/runs/" + run + "/history").json();
        JsonNode rest = program.get("/runs/" + run + "/history?from=2").json();
        assertThat(rest.get("from").asInt()).isEqualTo(2);
        assertThat(rest.at("/points/0")).isEqualTo(all.at("/points/2"));
        program.delete("/runs/" + run).with(204);
    }

    @Test
    void aRunThatHasBegunIsFoundInTheList() {
        Program program = program();
        String run = start(program, "{\"experiment\": %s}".formatted(SPIRAL));
        command(program, run, "{\"command\": \"play\"}");
        awaitState(program, run, "ended");
        await().until(() -> program.get("/runs").json().size() == 1);
        JsonNode line = program.get("/runs").json().get(0);
        assertThat(line.get("id").asString()).isEqualTo(run);
        assertThat(line.get("title").asString()).isEqualTo("A small spiral");
        assertThat(program.get("/me").json().get("runs").asInt()).isEqualTo(1);
        program.delete("/runs/" + run).with(204);
        assertThat(program.get("/runs").json()).isEmpty();
    }

    @Test
    void whatGoesWithALinkCanBeReadByAnybody() throws IOException {
        Program owner = program();
        String run = start(owner, "{\"experiment\": %s}".formatted(SPIRAL));
        command(owner, run, "{\"command\": \"play\"}");
        awaitState(owner, run, "ended");
        JsonNode curve = owner.get("/runs/" + run + "/history").with(200).json();
        JsonNode weights = owner.get("/runs/" + run + "/weights").with(200).json();
        String wish = "{\"experiment\": %s, \"run\": \"%s\"}".formatted(SPIRAL, run);
        JsonNode link = owner.post("/links", wish).with(201).json();
        assertThat(link.get("withRun").asBoolean()).isTrue();
        owner.delete("/runs/" + run).with(204);
        Program reader = stranger();
        String shared = "/shared/" + link.get("token").asString() + "/run";
        assertThat(reader.get(shared).with(200).json().get("step").asInt()).isEqualTo(12);
        assertThat(reader.get(shared + "/history").with(200).json().get("points"))
                .isEqualTo(curve.get("points"));
        assertThat(reader.get(shared + "/weights").with(200).json()).isEqualTo(weights);
        assertThat(picture(reader, shared + "/boundary").getWidth()).isEqualTo(400);
        owner.delete("/links/" + link.get("id").asString()).with(204);
        reader.get(shared).with(404);
    }

    @Test
    void theBoundaryIsGivenAsNumbersToo() {
        Program program = program();
        String run = start(program, "{\"experiment\": %s}".formatted(SPIRAL));
        JsonNode boundary = program.get("/runs/" + run + "/boundary?grid=25").with(200).json();
        assertThat(boundary.get("meaning").asString()).isEqualTo("probability");
        assertThat(boundary.get("values")).hasSize(3).allMatch(plane -> plane.size() == 25);
        double sum = 0;
        for (JsonNode plane : boundary.get("values")) {
            sum += plane.at("/3/4").asDouble();
        }
        assertThat(sum).isBetween(0.98, 1.02);
        assertThat(boundary.at("/extent/xMin").asDouble()).isNegative();
        program.delete("/runs/" + run).with(204);
    }

    @Test
    void theAnswersToTheTestPartAreJudged() {
        Program program = program();
        String run = start(program, "{\"experiment\": %s}".formatted(SPIRAL));

        JsonNode judged = program.get("/runs/" + run + "/figures").with(200).json();

        assertThat(judged.get("test").asBoolean()).isTrue();
        assertThat(judged.get("rows").asInt()).isEqualTo(60);
        JsonNode classes = judged.get("classes");
        assertThat(classes.get("each")).hasSize(3);
        assertThat(classes.at("/macro/auc").asDouble()).isBetween(0.0, 1.0);
        int right = 0;
        for (int label = 0; label < 3; label++) {
            right += classes.get("confusion").get(label).get(label).asInt();
        }
        assertThat(classes.get("accuracy").asDouble()).isEqualTo(right / 60.0);
        program.delete("/runs/" + run).with(204);
    }

    @Test
    void dataThatAreNoPlaneHaveNoBoundary() {
        Program program = program();
        String rows =
                SPIRAL.replace(
                        "{\"kind\": \"spiral\", \"samples\": 300}",
                        "{\"kind\": \"inline\", \"inputs\": [[0], [1], [2]], \"labels\": [0, 1, 2]}");
        String run = start(program, "{\"experiment\": %s}".formatted(rows));
        assertThat(program.get("/runs/" + run + "/boundary").with(409).code())
                .isEqualTo("api.noBoundary");
        program.delete("/runs/" + run).with(204);
    }

    @Test
    void somebodyElsesRunIsAnsweredForLikeNone() {
        Program owner = program();
        String run = start(owner, "{\"experiment\": %s}".formatted(SPIRAL));
        Program other = program();
        for (String sort : List.of("", "/history", "/weights", "/boundary")) {
            byte[] others = other.get("/runs/" + run + sort).with(404).bytes();
            assertThat(others).isEqualTo(other.get("/runs/" + TOKEN + sort).with(404).bytes());
        }
        other.post("/runs/" + run + "/commands", "{\"command\": \"play\"}").with(404);
        other.delete("/runs/" + run).with(404);
        String wish = "{\"experiment\": %s, \"run\": \"%s\"}".formatted(SPIRAL, run);
        assertThat(other.post("/links", wish).status()).isBetween(400, 499);
        assertThat(state(owner, run).get("state").asString()).isEqualTo("ready");
        owner.delete("/runs/" + run).with(204);
    }

    @Test
    void whatIsNotSoundIsNotTrained() {
        String bad = SPIRAL.replace("\"units\": 3", "\"units\": 4");
        Program.Answer answer =
                program().post("/runs", "{\"experiment\": %s}".formatted(bad)).with(422);
        assertThat(answer.code()).isEqualTo("output.classes");
        assertThat(answer.json().at("/problems/0/path").asString())
                .isEqualTo("graph.nodes[1].layer.units");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"experiment\": null}",
                "{\"experiment\": %1$s, \"experimentId\": \"%2$s\"}"
            })
    void aRunIsOfOneExperiment(String wish) {
        String body = wish.formatted(SPIRAL, UUID.randomUUID());
        assertThat(program().post("/runs", body).with(400).code()).isEqualTo("api.oneExperiment");
        assertThat(program().post("/links", body).with(400).code()).isEqualTo("api.oneExperiment");
    }

    @Test
    void mistakesInsideADocumentThatIsSentAlongHaveTheirPathToo() {
        String bad = SPIRAL.replace("\"samples\"", "\"sample\"");
        Program.Answer answer =
                program().post("/runs", "{\"experiment\": %s}".formatted(bad)).with(400);
        assertThat(answer.json().at("/problems/0/path").asString())
                .isEqualTo("experiment.dataset.sample");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"command\": \"dance\"}",
                "{\"command\": \"pace\"}",
                "{\"command\": \"pace\", \"stepsPerSecond\": -1}",
                "{\"command\": \"play\", \"fast\": true}",
                "{\"command\": \"tune\", \"learningRate\": 1e400}",
                "[]"
            })
    void whatIsNoCommandIsRefused(String order) {
        Program program = program();
        String run = start(program, "{\"experiment\": %s}".formatted(SPIRAL));
        assertThat(program.post("/runs/" + run + "/commands", order).with(400).code())
                .startsWith("json.");
        program.delete("/runs/" + run).with(204);
    }

    private static String start(Program program, String wish) {
        Program.Answer answer = program.post("/runs", wish).with(201);
        String id = answer.json().get("id").asString();
        assertThat(answer.header("Location")).endsWith("/api/v1/runs/" + id);
        return id;
    }

    private static void command(Program program, String run, String order) {
        program.post("/runs/" + run + "/commands", order).with(202);
    }

    private static JsonNode state(Program program, String run) {
        return program.get("/runs/" + run).with(200).json();
    }

    private static JsonNode awaitState(Program program, String run, String wanted) {
        return await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> state(program, run),
                        now -> now.get("state").asString().equals(wanted));
    }
}
