package dev.spirallab.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Reading;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ExperimentApiTest extends ApiTest {
    private final String changed = SPIRAL.replace("A small spiral", "Another title");

    @Test
    void aNewExperimentIsKeptAndReadBack() {
        Program program = program();
        Program.Answer created = program.post("/experiments", SPIRAL).with(201);
        String id = created.json().get("id").asString();
        assertThat(created.header("Location")).endsWith("/api/v1/experiments/" + id);
        Program.Answer read = program.get("/experiments/" + id).with(200);
        assertThat(read.header("ETag")).isEqualTo(created.header("ETag"));
        assertThat(read.json().get("title").asString()).isEqualTo("A small spiral");
        assertThat(ExperimentJson.read(read.json().get("experiment").toString()))
                .isEqualTo(ExperimentJson.read(SPIRAL));
        assertThat(program.get("/experiments").json())
                .extracting(line -> line.get("id").asString())
                .containsExactly(id);
    }

    @Test
    void aChangeIsKeptOnceForEachRevision() {
        Program program = program();
        Program.Answer created = program.post("/experiments", SPIRAL);
        String path = "/experiments/" + created.json().get("id").asString();
        String first = created.header("ETag");
        Program.Answer saved = program.put(path, changed, "If-Match", first).with(200);
        assertThat(saved.json().get("title").asString()).isEqualTo("Another title");
        assertThat(saved.header("ETag")).isNotEqualTo(first);
        assertThat(program.put(path, SPIRAL, "If-Match", first).with(412).code())
                .isEqualTo("api.outdated");
        assertThat(program.put(path, SPIRAL, "If-Match", "nonsense").with(412).code())
                .isEqualTo("api.outdated");
        assertThat(program.put(path, SPIRAL).with(428).code()).isEqualTo("api.noRevision");
        assertThat(program.get(path).json().get("title").asString()).isEqualTo("Another title");
    }

    @Test
    void whoHasTheNewestRevisionIsSentNothing() {
        Program program = program();
        Program.Answer created = program.post("/experiments", SPIRAL);
        String path = "/experiments/" + created.json().get("id").asString();
        assertThat(program.get(path, "If-None-Match", created.header("ETag")).with(304).bytes())
                .isEmpty();
    }

    @Test
    void aCopyKnowsWhereItComesFrom() {
        Program program = program();
        String id = program.post("/experiments", SPIRAL).json().get("id").asString();
        JsonNode fork = program.post("/experiments/" + id + "/fork", "").with(201).json();
        assertThat(fork.get("id").asString()).isNotEqualTo(id);
        assertThat(fork.at("/lineage/0/experiment").asString()).isEqualTo(id);
        assertThat(fork.at("/lineage/0/title").asString()).isEqualTo("A small spiral");
    }

    @Test
    void statesAreKeptUnderNames() {
        Program program = program();
        Program.Answer created = program.post("/experiments", SPIRAL);
        String path = "/experiments/" + created.json().get("id").asString();
        JsonNode version = program.post(path + "/versions", "{\"name\": \"v1\"}").with(201).json();
        program.put(path, changed, "If-Match", created.header("ETag")).with(200);
        assertThat(program.get(path + "/versions").with(200).json())
                .extracting(line -> line.get("name").asString())
                .contains("v1");
        String number = version.get("number").asString();
        JsonNode kept = program.get(path + "/versions/" + number).with(200).json();
        assertThat(kept.at("/experiment/title").asString()).isEqualTo("A small spiral");
        program.delete(path + "/versions/" + number).with(204);
        program.get(path + "/versions/" + number).with(404);
    }

    @Test
    void theFileOfAnExperimentIsNamedAfterItsTitle() {
        Program program = program();
        String titled = SPIRAL.replace("A small spiral", "螺旋: \\\"3/4\\\"");
        String id = program.post("/experiments", titled).json().get("id").asString();
        Program.Answer file = program.get("/experiments/" + id + "/export").with(200);
        assertThat(URLDecoder.decode(file.header("Content-Disposition"), StandardCharsets.UTF_8))
                .startsWith("attachment")
                .endsWith("螺旋-3-4.json");
        assertThat(ExperimentJson.read(file.bytes())).isEqualTo(ExperimentJson.read(titled));
    }

    @Test
    void aDocumentIsWrittenAsCode() {
        Program program = program();
        Program.Answer script =
                program.post("/code?as=pytorch", SPIRAL, "Accept-Language", "zh").with(200);
        assertThat(script.header("Content-Type")).isEqualTo("text/plain;charset=UTF-8");
        assertThat(script.header("Content-Disposition")).endsWith("A-small-spiral.py");
        assertThat(script.text()).contains("# 模型", "class Model(nn.Module):");
        assertThat(program.post("/code?as=notebook", SPIRAL).with(200).json().get("nbformat"))
                .isNotNull();
        program.post("/code?as=keras", SPIRAL).with(400);
        program.post("/code", SPIRAL.replace("\"units\": 3", "\"units\": 4")).with(422);
    }

    @Test
    void aDeletedExperimentIsNotThereAnyMore() {
        Program program = program();
        String path =
                "/experiments/" + program.post("/experiments", SPIRAL).json().get("id").asString();
        program.delete(path).with(204);
        program.get(path).with(404);
        program.delete(path).with(404);
        assertThat(program.get("/experiments").json()).isEmpty();
    }

    @Test
    void somebodyElsesExperimentIsAnsweredForLikeNone() {
        String id = program().post("/experiments", SPIRAL).json().get("id").asString();
        Program other = program();
        for (String sort : new String[] {"%s", "%s/export", "%s/versions", "%s/versions/1"}) {
            byte[] others = other.get("/experiments/" + sort.formatted(id)).with(404).bytes();
            String none = "/experiments/" + sort.formatted(UUID.randomUUID());
            assertThat(others).isEqualTo(other.get(none).with(404).bytes());
            String nonsense = "/experiments/" + sort.formatted("nonsense");
            assertThat(others).isEqualTo(other.get(nonsense).with(404).bytes());
        }
        other.put("/experiments/" + id, SPIRAL, "If-Match", "\"1\"").with(404);
        other.delete("/experiments/" + id).with(404);
        other.post("/experiments/" + id + "/fork", "").with(404);
        other.post("/experiments/" + id + "/versions", "{}").with(404);
    }

    @Test
    void everyMistakeOfADocumentIsToldWithItsPath() {
        String bad =
                SPIRAL.replace("\"samples\"", "\"sample\"").replace("\"units\": 3", "\"units\": 0");
        Program.Answer answer = program().post("/experiments", bad).with(400);
        assertThat(answer.code()).isEqualTo("json.misspeltField");
        assertThat(answer.json().get("detail").asString()).contains("dataset.sample", "“samples”");
        assertThat(answer.json().get("problems"))
                .extracting(problem -> problem.get("path").asString())
                .containsExactly("dataset.sample", "graph.nodes[1].layer.units");
    }

    @Test
    void aSoundDocumentIsJudgedWithoutAToken() {
        JsonNode found = stranger().post("/experiments/validate", SPIRAL).with(200).json();
        assertThat(found.get("valid").asBoolean()).isTrue();
        assertThat(found.at("/shapes/out").toString()).isEqualTo("[3]");
        assertThat(found.at("/parameters/out").asInt()).isEqualTo(9);
        assertThat(found.at("/budget/parameters").asInt()).isEqualTo(9);
        assertThat(found.at("/budget/flopsPerStep").asLong()).isPositive();
        assertThat(found.at("/budget/bytes").asLong()).isPositive();
    }

    @Test
    void aProblemComesWithItsFixInTheReadersLanguage() {
        String bad = SPIRAL.replace("\"units\": 3", "\"units\": 4");
        JsonNode problem = problem(bad, "en");
        assertThat(problem.get("code").asString()).isEqualTo("output.classes");
        assertThat(problem.get("path").asString()).isEqualTo("graph.nodes[1].layer.units");
        assertThat(problem.get("node").asString()).isEqualTo("out");
        assertThat(problem.get("message").asString()).contains("there are 3 classes");
        assertThat(problem.at("/fix/message").asString()).isEqualTo("Give “out” 3 units");
        assertThat(problem.at("/fix/edits/0/kind").asString()).isEqualTo("setLayer");
        assertThat(problem(bad, "zh-CN").get("message").asString()).contains("类");
    }

    private JsonNode problem(String document, String language) {
        return stranger()
                .post("/experiments/validate", document, "Accept-Language", language)
                .json()
                .at("/problems/0");
    }

    @Test
    void whatIsNoDocumentIsJudgedToo() {
        JsonNode found = stranger().post("/experiments/validate", "{").with(200).json();
        assertThat(found.get("valid").asBoolean()).isFalse();
        assertThat(found.at("/problems/0/code").asString()).isEqualTo("json.syntax");
    }

    @Test
    void theVocabularyAndTheSchemaCanBeReadByAnybody() {
        assertThat(stranger().get("/catalog").with(200).json().at("/families/layer/kinds"))
                .isNotEmpty();
        assertThat(stranger().get("/schema").with(200).json().get("title").asString())
                .isEqualTo("Spiral Lab experiment");
    }

    @Test
    void anExperimentThatIsNotSoundYetCanBeKept() {
        String unfinished =
                SPIRAL.replace("\"edges\": [{\"from\": \"in\", \"to\": \"out\"}]", "\"edges\": []");
        assertThat(ExperimentJson.read(unfinished)).isInstanceOf(Reading.Read.class);
        program().post("/experiments", unfinished).with(201);
    }
}
