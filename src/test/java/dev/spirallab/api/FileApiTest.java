package dev.spirallab.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.spec.Sha256;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

@TestPropertySource(
        properties = {
            "spirallab.keeping.fileMegabytes=9",
            "spirallab.limits.rate.upload.owner=4",
            "spirallab.limits.rate.upload.per=PT24H"
        })
class FileApiTest extends ApiTest {
    private static final String FLOWERS =
            "width,length,species\n1.4,0.2,setosa\n4.7,,versicolor\n1.3,0.2,setosa\n";

    @Test
    void whatWasBroughtCanBeLookedAtAndLearntFrom() {
        Program program = program();
        Program.Answer brought =
                program.post("/files", FLOWERS, "Content-Type", "text/csv").with(201);
        String hash = Sha256.of(FLOWERS.getBytes(StandardCharsets.UTF_8));
        assertThat(brought.json().get("sha256").asString()).isEqualTo(hash);

        String path = URI.create(brought.header("Location")).getPath().replace("/api/v1", "");
        JsonNode sketch = program.get(path + "?name=flowers.csv").with(200).json();

        assertThat(sketch.get("rows").asInt()).isEqualTo(3);
        assertThat(sketch.at("/columns/1/missing").asInt()).isEqualTo(1);
        assertThat(sketch.at("/columns/2/categories/1").asString()).isEqualTo("versicolor");
        assertThat(sketch.at("/columns/2/counts/0").asInt()).isEqualTo(2);
        assertThat(sketch.at("/beginning/1/2").asString()).isEqualTo("versicolor");

        String experiment =
                """
                {"format": 1, "dataset": %s,
                 "graph": {"nodes": [{"id": "in", "layer": {"kind": "input"}},
                                     {"id": "out", "layer": {"kind": "linear", "units": 2}}],
                           "edges": [{"from": "in", "to": "out"}]},
                 "training": {"loss": {"kind": "crossEntropy"}, "batchSize": 0, "epochs": 1,
                              "optimizer": {"kind": "sgd", "learningRate": 0.1}}}
                """
                        .formatted(sketch.get("dataset"));
        String run =
                program.post("/runs", "{\"experiment\": %s}".formatted(experiment))
                        .with(201)
                        .json()
                        .get("id")
                        .asString();
        program.delete("/runs/" + run).with(204);
    }

    @Test
    void howItIsWrittenIsBelievedWhereItIsSaid() {
        Program program = program();
        byte[] chinese = "宽;类\n1;甲\n2;乙\n".getBytes(Charset.forName("GB18030"));
        String hash = bring(program, chinese).with(201).json().get("sha256").asString();

        JsonNode guessed = program.get("/files/" + hash + "/sketch").with(200).json();
        assertThat(guessed.at("/format/encoding").asString()).isEqualTo("gb18030");
        assertThat(guessed.at("/format/delimiter").asString()).isEqualTo("semicolon");
        assertThat(guessed.at("/columns/0/name").asString()).isEqualTo("宽");

        JsonNode said =
                program.get("/files/" + hash + "/sketch?delimiter=comma&header=false")
                        .with(200)
                        .json();
        assertThat(said.get("columns")).hasSize(1);
        assertThat(said.get("rows").asInt()).isEqualTo(3);

        program.get("/files/" + hash + "/sketch?delimiter=dot").with(400);
    }

    @Test
    void whatIsNoTableIsNamedWithItsLine() {
        Program program = program();
        String hash =
                program.post("/files", "a,b\n1,2\n3\n").with(201).json().get("sha256").asString();

        Program.Answer answer =
                program.get("/files/" + hash + "/sketch", "Accept-Language", "zh-CN").with(422);
        assertThat(answer.code()).isEqualTo("table.ragged");
        assertThat(answer.json().get("detail").asString()).contains("第 3 行");
        program.get("/files/" + "0".repeat(64) + "/sketch").with(404);
        stranger().post("/files", "a\n1\n").with(401);
    }

    @Test
    void aFileMayBeLargerThanOtherBodiesButNotByMuch() {
        Program program = program();
        assertThat(bring(program, new byte[9 << 20]).status()).isEqualTo(201);
        assertThat(bring(program, new byte[(9 << 20) + 1]).with(413).code())
                .isEqualTo("keeping.file");
        Program.Answer unknown =
                program.send(
                        "POST",
                        "/files",
                        BodyPublishers.ofInputStream(
                                () -> new ByteArrayInputStream(new byte[(9 << 20) + 1])),
                        "Accept-Language",
                        "zh-CN");
        assertThat(unknown.with(413).json().get("detail").asString()).contains("9 MB");
        assertThat(bring(program, new byte[0]).with(400).code()).isEqualTo("keeping.emptyFile");
    }

    @Test
    void filesAreBroughtOnlySoOften() {
        Program program = program();
        for (int i = 0; i < 4; i++) {
            bring(program, new byte[] {(byte) i}).with(201);
        }
        Program.Answer refused = bring(program, new byte[] {9}).with(429);
        assertThat(refused.code()).isEqualTo("account.tooOften");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
    }

    private static Program.Answer bring(Program program, byte... file) {
        return program.send("POST", "/files", BodyPublishers.ofByteArray(file));
    }
}
