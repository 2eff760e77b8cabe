package dev.spirallab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.spec.Sha256;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TrainCommandTest {
    private static final String SPIRAL =
            """
            {"format": 1, "title": "Spiral",
             "dataset": {"kind": "spiral", "samples": 300},
             "graph": {"nodes": [{"id": "in", "layer": {"kind": "input"}},
                                 {"id": "out", "layer": {"kind": "linear", "units": 3}}],
                       "edges": [{"from": "in", "to": "out"}]},
             "training": {"loss": {"kind": "crossEntropy"}, "batchSize": 60,
                          "optimizer": {"kind": "sgd", "learningRate": 0.1}, "epochs": 3}}
            """;

    private static final String BACKPROPAGATION_BY_HAND =
            """
            {"format": 1,
             "dataset": {"kind": "inline", "inputs": [[0.05, 0.1]], "targets": [[0.01, 0.99]]},
             "graph": {"nodes": [
               {"id": "in", "layer": {"kind": "input"}},
               {"id": "hidden", "layer": {"kind": "linear", "units": 2, "activation": "sigmoid",
                 "initial": {"weight": [[0.15, 0.2], [0.25, 0.3]], "bias": [0.35, 0.35]}}},
               {"id": "out", "layer": {"kind": "linear", "units": 2, "activation": "sigmoid",
                 "initial": {"weight": [[0.4, 0.45], [0.5, 0.55]], "bias": [0.6, 0.6]}}}],
              "edges": [{"from": "in", "to": "hidden"}, {"from": "hidden", "to": "out"}]},
             "training": {"loss": {"kind": "halfSquaredError"}, "batchSize": 1, "steps": 1,
                          "optimizer": {"kind": "sgd", "learningRate": 0.5}}}
            """;

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();
    private Path file;

    @BeforeEach
    void writeExperiment() throws IOException {
        file = folder.resolve("experiment.json");
        write(SPIRAL);
    }

    private void write(String json) throws IOException {
        Files.writeString(file, json);
    }

    private int train(String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "train";
        arguments[1] = file.toString();
        System.arraycopy(options, 0, arguments, 2, options.length);
        return Main.commandLine(new PrintWriter(out), new PrintWriter(errors)).execute(arguments);
    }

    private List<JsonNode> lines() {
        return out.toString().lines().map(JsonMapper.shared()::readTree).toList();
    }

    @Test
    void printsALineForEachEpochAndOneForTheEnd() {
        assertThat(train("--json")).isZero();
        assertThat(lines())
                .extracting(line -> line.get("type").asString())
                .containsExactly("epoch", "epoch", "epoch", "end");
        JsonNode epoch = lines().get(1);
        assertThat(epoch.get("epoch").asInt()).isEqualTo(2);
        assertThat(epoch.get("step").asLong()).isEqualTo(8);
        assertThat(epoch.get("learningRate").asDouble()).isEqualTo(0.1);
        assertThat(epoch.at("/train/loss").asDouble()).isPositive();
        assertThat(epoch.at("/test/accuracy").asDouble()).isBetween(0.0, 1.0);
    }

    @Test
    void theEndTellsWhyAndHowFar() {
        train("--json", "--device", "cpu");
        JsonNode end = lines().getLast();
        assertThat(end.get("reason").asString()).isEqualTo("epochs");
        assertThat(end.get("steps").asLong()).isEqualTo(12);
        assertThat(end.get("epochs").asInt()).isEqualTo(3);
        assertThat(end.get("seconds").asDouble()).isPositive();
        assertThat(end.get("device").asString()).isEqualTo("cpu");
        assertThat(end.has("weights")).isFalse();
    }

    @Test
    void givesTheFinalWeightsOfEveryNode() {
        train("--json", "--weights");
        JsonNode weights = lines().getLast().at("/weights/out");
        assertThat(weights.get("weight").size()).isEqualTo(3);
        assertThat(weights.get("weight").get(0).size()).isEqualTo(2);
        assertThat(weights.get("bias").size()).isEqualTo(3);
    }

    @Test
    void theSameSeedGivesTheSameFiguresAndAnotherSeedOthers() {
        train("--json", "--seed", "5");
        train("--json", "--seed", "5");
        train("--json", "--seed", "6");
        List<JsonNode> lines = lines();
        assertThat(lines.get(4)).isEqualTo(lines.get(0));
        assertThat(lines.get(8)).isNotEqualTo(lines.get(0));
    }

    @Test
    void anInvalidExperimentGivesItsProblems() throws IOException {
        write(SPIRAL.replace("\"units\": 3", "\"units\": 4"));
        assertThat(train("--json")).isEqualTo(2);
        JsonNode problem = lines().getFirst();
        assertThat(problem.get("type").asString()).isEqualTo("problem");
        assertThat(problem.get("code").asString()).isEqualTo("output.classes");
        assertThat(problem.get("path").asString()).isEqualTo("graph.nodes[1].layer.units");
        assertThat(problem.get("message").asString()).contains("3");
    }

    @Test
    void whatIsNoJsonIsAProblemToo() throws IOException {
        write("{");
        assertThat(train("--json")).isEqualTo(2);
        assertThat(lines().getFirst().get("code").asString()).isEqualTo("json.syntax");
    }

    @Test
    void aFileThatIsNotThereIsAProblemToo() throws IOException {
        Files.delete(file);
        assertThat(train("--json")).isEqualTo(2);
        assertThat(lines().getFirst().get("code").asString()).isEqualTo("file.unreadable");
    }

    @Test
    void filesAreRecognisedByWhatIsInThem() throws IOException {
        Path table = folder.resolve("anything.csv");
        Files.writeString(table, "a,b,c\n1,2,x\n2,3,y\n3,4,x\n5,1,y\n");
        write(table(Sha256.of(Files.readAllBytes(table))));

        assertThat(train("--json")).isEqualTo(2);
        assertThat(lines().getLast().get("code").asString()).isEqualTo("table.noFile");
        assertThat(train("--json", "--data", file.toString(), table.toString())).isZero();
        assertThat(lines().getLast().get("steps").asLong()).isEqualTo(3);
    }

    @Test
    void aFileBesideTheDocumentIsFoundByItsName() throws IOException {
        Path table = folder.resolve("table.csv");
        Files.writeString(table, "a,b,c\n1,2,x\n2,3,y\n3,4,x\n5,1,y\n");
        write(table(Sha256.of(Files.readAllBytes(table))));

        assertThat(train("--json")).isZero();
    }

    @Test
    void aDataFileThatIsNotThereIsAProblemToo() throws IOException {
        write(table("0".repeat(64)));

        assertThat(train("--json", "--data", folder.resolve("none.csv").toString())).isEqualTo(2);
        assertThat(lines().getLast().get("code").asString()).isEqualTo("file.unreadable");
    }

    private static String table(String hash) {
        String dataset =
                """
                {"kind": "table", "content": {"sha256": "%s", "name": "table.csv"}, "rows": 4,
                 "columns": [{"kind": "number", "name": "a"}, {"kind": "number", "name": "b"},
                             {"kind": "category", "name": "c", "categories": ["x", "y"]}],
                 "label": "c", "testFraction": 0}
                """
                        .formatted(hash);
        return SPIRAL.replace("{\"kind\": \"spiral\", \"samples\": 300}", dataset)
                .replace("\"units\": 3", "\"units\": 2");
    }

    @Test
    void divergenceSaysAtWhichStepAndExitsWithThree() throws IOException {
        write(
                SPIRAL.replace("\"spiral\"", "\"plane\"")
                        .replace("\"units\": 3", "\"units\": 1")
                        .replace("crossEntropy", "mse")
                        .replace("\"epochs\": 3", "\"epochs\": 300")
                        .replace("0.1}", "1000}"));
        assertThat(train("--json")).isEqualTo(3);
        assertThat(lines().getLast().get("reason").asString()).isEqualTo("diverged");
        JsonNode problem = lines().get(lines().size() - 2);
        assertThat(problem.get("code").asString()).isEqualTo("run.diverged");
        assertThat(problem.get("message").asString()).contains("step").doesNotContain("{");
    }

    @Test
    void theTargetEndsIt() throws IOException {
        write(
                SPIRAL.replace(
                        "\"epochs\": 3",
                        "\"epochs\": 300, \"target\": {\"figure\": \"trainLoss\", \"value\": 1.0}"));
        assertThat(train("--json")).isZero();
        assertThat(lines().getLast().get("reason").asString()).isEqualTo("target");
        assertThat(lines().getLast().at("/train/loss").asDouble()).isLessThanOrEqualTo(1.0);
    }

    @Test
    void regressionHasNoAccuracy() throws IOException {
        write(
                SPIRAL.replace("\"spiral\"", "\"plane\"")
                        .replace("\"units\": 3", "\"units\": 1")
                        .replace("crossEntropy", "mse"));
        assertThat(train("--json")).isZero();
        assertThat(lines().getLast().at("/train/accuracy").isNull()).isTrue();
    }

    @Test
    void stepsMayBeAskedForInsteadOfEpochs() throws IOException {
        write(SPIRAL.replace("\"epochs\": 3", "\"steps\": 6"));
        train("--json");
        assertThat(lines().getLast().get("reason").asString()).isEqualTo("steps");
        assertThat(lines().getLast().get("steps").asLong()).isEqualTo(6);
        assertThat(lines().getLast().get("epochs").asInt()).isEqualTo(1);
    }

    @Test
    void peopleReadText() {
        assertThat(train()).isZero();
        assertThat(out.toString()).contains("Spiral", "cpu").doesNotContain("{", "[cli");
    }

    @Test
    void aGpuThatIsNotThereIsToldWithoutDisturbingTheJson() {
        assertThat(train("--json", "--device", "gpu:99")).isZero();
        assertThat(lines().getLast().get("device").asString()).isEqualTo("cpu");
        assertThat(errors.toString()).contains("gpu:99");
    }

    @Test
    void anUnknownDeviceIsRefused() {
        assertThat(train("--device", "abacus")).isEqualTo(2);
    }

    @Test
    void backpropagationByHandCanBeCheckedFromTheCommandLine() throws IOException {
        write(BACKPROPAGATION_BY_HAND);
        train("--json", "--weights");
        JsonNode end = lines().getLast();
        assertThat(end.at("/weights/out/weight/0/0").asDouble())
                .isCloseTo(0.3589, Offset.offset(5e-5));
        assertThat(end.at("/weights/hidden/bias/1").asDouble())
                .isCloseTo(0.3450, Offset.offset(5e-5));
    }

    @Test
    void aTrainingBeginsWhereAnotherWasSaved() throws IOException {
        Path weights = folder.resolve("model.safetensors");
        Path onnx = folder.resolve("model.onnx");
        assertThat(train("--json", "--save", weights.toString(), onnx.toString())).isZero();
        double reached = lines().getLast().path("train").path("loss").asDouble();
        assertThat(Files.size(onnx)).isPositive();
        out.getBuffer().setLength(0);

        write(SPIRAL.replace("\"learningRate\": 0.1", "\"learningRate\": 0"));
        assertThat(train("--json", "--weights-from", weights.toString())).isZero();

        assertThat(lines().getLast().path("train").path("loss").asDouble()).isEqualTo(reached);
    }

    @Test
    void weightsOfAnotherModelAreRefusedByTheirNames() throws IOException {
        Path weights = folder.resolve("model.safetensors");
        assertThat(train("--save", weights.toString())).isZero();
        write(
                SPIRAL.replace("\"id\": \"out\"", "\"id\": \"other\"")
                        .replace("\"to\": \"out\"", "\"to\": \"other\""));

        assertThat(train("--weights-from", weights.toString())).isEqualTo(2);

        assertThat(errors.toString()).contains("other.weight", "out.bias");
    }

    @Test
    void whereNothingCanBeSavedIsSaidBeforeTheTraining() {
        assertThat(train("--save", "model.h5")).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(errors.toString()).contains("model.h5", ".safetensors");
    }
}
