package dev.spirallab.spec.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.spirallab.spec.Edit;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.data.Inline;
import dev.spirallab.spec.graph.Function;
import dev.spirallab.spec.graph.InitializerSpec;
import dev.spirallab.spec.graph.LayerSpec;
import dev.spirallab.spec.graph.Linear;
import dev.spirallab.spec.graph.ModelGraph;
import dev.spirallab.spec.graph.Position;
import dev.spirallab.spec.json.Schema.Choice;
import dev.spirallab.spec.json.Schema.Family;
import dev.spirallab.spec.json.Schema.Field;
import dev.spirallab.spec.json.Schema.Fields;
import dev.spirallab.spec.json.Schema.Many;
import dev.spirallab.spec.json.Schema.Real;
import dev.spirallab.spec.json.Schema.Text;
import dev.spirallab.spec.json.Schema.Texts;
import dev.spirallab.spec.json.Schema.Whole;
import dev.spirallab.spec.training.GradientClipping;
import dev.spirallab.spec.training.LossSpec;
import dev.spirallab.spec.training.OptimizerSpec;
import dev.spirallab.spec.training.ScheduleSpec;
import dev.spirallab.spec.training.Warmup;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class ExperimentJsonTest {
    private static final String DESIGN_EXAMPLE =
            """
            { "format": 1, "title": "Spiral, one hidden layer",
              "dataset": { "kind": "spiral", "classes": 3, "samples": 3000, "noise": 0.2, "seed": 7,
                           "testFraction": 0.2, "features": ["x1", "x2"], "standardize": false },
              "graph": { "nodes": [
                  { "id": "in",     "layer": { "kind": "input" }, "at": [0, 0] },
                  { "id": "hidden", "layer": { "kind": "linear", "units": 100, "activation": "relu" }, "at": [200, 0] },
                  { "id": "out",    "layer": { "kind": "linear", "units": 3 }, "at": [400, 0] } ],
                "edges": [ { "from": "in", "to": "hidden" }, { "from": "hidden", "to": "out" } ] },
              "training": { "loss": { "kind": "crossEntropy" },
                            "optimizer": { "kind": "adam", "learningRate": 0.001, "weightDecay": 0.00001 },
                            "schedule": { "kind": "constant" }, "batchSize": 32, "epochs": 100, "seed": 42,
                            "earlyStopping": null } }
            """;

    private static Experiment experiment() {
        return ((Reading.Read) ExperimentJson.read(DESIGN_EXAMPLE)).experiment();
    }

    private static List<Problem> problems(String json) {
        return ((Reading.Unreadable) ExperimentJson.read(json)).problems();
    }

    @Test
    void theExampleOfTheDesignIsReadWithDefaultsFilledIn() {
        Experiment read = experiment();
        assertThat(read.graph().nodes().get(1).layer()).isEqualTo(new Linear(100, Function.relu));
        assertThat(read.graph().nodes().get(1).at()).isEqualTo(new Position(200, 0));
        assertThat(read.training().optimizer())
                .isEqualTo(new OptimizerSpec.Adam(0.001, 0.9, 0.999, 1e-8, 1e-5, false));
        assertThat(read.training().earlyStopping()).isEmpty();
        assertThat(read.training().regularization().l1()).isZero();
    }

    @Test
    void whatIsWrittenReadsBackEqualAndWritesBackTheSame() {
        String written = ExperimentJson.write(experiment());
        assertThat(ExperimentJson.read(written)).isEqualTo(new Reading.Read(experiment()));
        assertThat(ExperimentJson.read(written.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Reading.Read(experiment()));
        assertThat(written).contains("\"at\": [200, 0]").doesNotContain("null");
    }

    @Test
    void inlineExamplesKeepEveryBit() {
        Inline inline =
                new Inline(
                        List.of(List.of(0.05, 0.1, -0.0), List.of(1e-300, 1 / 3.0, -1e15)),
                        Optional.empty(),
                        Optional.of(List.of(List.of(0.01), List.of(Math.PI * 1e-7))),
                        Optional.empty(),
                        7,
                        0);
        String written = ExperimentJson.writePart(inline);
        assertThat(ExperimentJson.readPart(DatasetSpec.class, written))
                .isEqualTo(new Part.Read<>(inline));
    }

    static Stream<Fields> everyKind() {
        return Stream.of(
                        LayerSpec.class,
                        InitializerSpec.class,
                        DatasetSpec.class,
                        LossSpec.class,
                        OptimizerSpec.class,
                        ScheduleSpec.class,
                        Warmup.class,
                        GradientClipping.class,
                        Edit.class)
                .flatMap(family -> ((Family) Schema.of(family)).kinds().values().stream());
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void everyKindWithEverySettingReadsBackEqual(Fields kind) {
        JsonNode example = example(kind);
        Part<?> first = ExperimentJson.readPart(kind.type(), example);
        assertThat(first).isInstanceOf(Part.Read.class);
        Object value = ((Part.Read<?>) first).value();
        String written = ExperimentJson.writePart(value);
        assertThat(ExperimentJson.readPart(kind.type(), written)).isEqualTo(first);
        assertThat(ExperimentJson.tree(value).propertyNames())
                .containsExactlyElementsOf(example.propertyNames());
    }

    /** Every setting given, each different from its default where that is easy. */
    private static JsonNode example(Schema schema) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (schema) {
            case Whole whole -> nodes.numberNode(Math.min(whole.max(), Math.max(whole.min(), 1)));
            case Real real -> nodes.numberNode(Math.min(real.max(), Math.max(real.min(), 0.375)));
            case Schema.Bool _ -> nodes.booleanNode(true);
            case Text(int min, _) ->
                    nodes.stringNode("text".repeat(1 + min / 4).substring(0, Math.max(4, min)));
            case Choice choice -> nodes.stringNode(choice.values().getLast().name());
            case Many many ->
                    nodes.arrayNode()
                            .addAll(
                                    Collections.nCopies(
                                            Math.max(1, many.min()), example(many.element())));
            case Texts _ -> nodes.objectNode().put("name", "text");
            case Fields fields when fields.tuple() -> {
                var array = nodes.arrayNode();
                fields.fields().forEach(field -> array.add(example(field.schema())));
                yield array;
            }
            case Fields fields -> object(fields);
            case Family family -> example(family.kinds().values().iterator().next());
        };
    }

    private static ObjectNode object(Fields fields) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        fields.mark().ifPresent(mark -> object.put(mark.field(), mark.value()));
        for (Field field : fields.fields()) {
            object.set(field.name(), example(field.schema()));
        }
        return object;
    }

    @Test
    void everyProblemOfADocumentIsToldAtOnceWithItsPath() {
        String bad =
                DESIGN_EXAMPLE
                        .replace("\"noise\"", "\"nose\"")
                        .replace("\"units\": 3 ", "\"units\": 0 ")
                        .replace("\"adam\"", "\"adaam\"")
                        .replace("\"relu\"", "7");
        assertThat(problems(bad))
                .extracting(Problem::code, Problem::path)
                .containsExactly(
                        tuple("json.misspeltField", "dataset.nose"),
                        tuple("json.wrongType", "graph.nodes[1].layer.activation"),
                        tuple("json.outOfRange", "graph.nodes[2].layer.units"),
                        tuple("json.misspeltKind", "training.optimizer.kind"));
    }

    @Test
    void aDuplicateFieldIsToldWithItsPathBesideOtherProblems() {
        assertThat(problems("{\"title\": \"a\", \"title\": \"b\", \"format\": 2}"))
                .extracting(Problem::code, Problem::path)
                .contains(
                        tuple("json.duplicateField", "title"), tuple("json.outOfRange", "format"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "nul",
                "[1,2",
                "{\"a\":}",
                "{} {}",
                "'x'",
                "{\"a\" 1}",
                "\u0000",
                "1e",
                "-"
            })
    void brokenTextIsAProblemOfSyntax(String json) {
        assertThat(problems(json)).extracting(Problem::code).contains("json.syntax");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "3", "[]", "\"text\"", "true", "{}"})
    void anotherKindOfValueIsAProblem(String json) {
        assertThat(problems(json)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "1e999", "-1e99999999"})
    void numbersThatAreNotFiniteAreNamed(String number) {
        String bad = DESIGN_EXAMPLE.replace("\"noise\": 0.2", "\"noise\": " + number);
        assertThat(problems(bad))
                .extracting(Problem::code, Problem::path)
                .containsExactly(tuple("json.notFinite", "dataset.noise"));
    }

    @Test
    void numbersBeyondTheirTypeAreOutOfRange() {
        String bad =
                DESIGN_EXAMPLE
                        .replace("\"samples\": 3000", "\"samples\": 99999999999999999999999999")
                        .replace("\"seed\": 7", "\"seed\": 9007199254740993");
        assertThat(problems(bad)).extracting(Problem::code).containsOnly("json.outOfRange");
    }

    @Test
    void halfAnExampleIsNotAWholeNumber() {
        assertThat(problems(DESIGN_EXAMPLE.replace("\"batchSize\": 32", "\"batchSize\": 2.5")))
                .extracting(Problem::code, Problem::path)
                .containsExactly(tuple("json.notWhole", "training.batchSize"));
    }

    @Test
    void tooMuchNestingIsAProblemAndNoStackOverflow() {
        assertThat(problems("[".repeat(1_000_000)))
                .extracting(Problem::code)
                .contains("json.tooDeep");
    }

    @Test
    void aDocumentTooLargeIsRefusedUnread() {
        assertThat(problems(" ".repeat(5_000_000)))
                .extracting(Problem::code)
                .containsExactly("json.tooLarge");
    }

    @Test
    void bytesThatAreNoUtf8AreAProblem() {
        Reading reading = ExperimentJson.read(new byte[] {'"', (byte) 0xff, '"'});
        assertThat(((Reading.Unreadable) reading).problems())
                .extracting(Problem::code)
                .containsExactly("json.notUtf8");
    }

    @Test
    void tenThousandNodesAreOneProblem() {
        String nodes =
                IntStream.range(0, 10_000)
                        .mapToObj(i -> "{\"id\": \"n" + i + "\", \"layer\": {\"kind\": \"add\"}}")
                        .collect(Collectors.joining(",", "{\"nodes\": [", "]}"));
        Part<ModelGraph> part = ExperimentJson.readPart(ModelGraph.class, nodes);
        assertThat(((Part.Unreadable<ModelGraph>) part).problems())
                .extracting(Problem::code, Problem::path)
                .containsExactly(tuple("json.listLength", "nodes"));
    }

    @Test
    void aGreatManyProblemsAreCutOff() {
        String edges = "{\"edges\": [" + "0,".repeat(999) + "0]}";
        Part<ModelGraph> part = ExperimentJson.readPart(ModelGraph.class, edges);
        assertThat(((Part.Unreadable<ModelGraph>) part).problems())
                .hasSize(TreeReader.MAX_PROBLEMS);
    }

    @Test
    void longNamesFromOutsideAreCutInProblems() {
        Problem problem = problems("{\"" + "x".repeat(10_000) + "\": 1}").getLast();
        assertThat(problem.path().length()).isLessThan(100);
        assertThat(problem.arguments().values()).allMatch(value -> value.length() < 100);
    }

    @Test
    void aProblemWithItsFixCanBeSentToThePage() {
        Problem problem =
                Problem.of("graph.cycle", "graph.edges[1]", Map.of("from", "a"))
                        .at("b")
                        .with(
                                new Problem.Fix(
                                        "removeNode", Map.of(), List.of(new Edit.RemoveNode("b"))));
        assertThat(ExperimentJson.readPart(Problem.class, ExperimentJson.writePart(problem)))
                .isEqualTo(new Part.Read<>(problem));
    }
}
