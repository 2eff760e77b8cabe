package dev.spirallab.validation;

import static dev.spirallab.validation.Draft.dataset;
import static dev.spirallab.validation.Draft.good;
import static dev.spirallab.validation.Draft.graph;
import static dev.spirallab.validation.Draft.spiral;
import static dev.spirallab.validation.Draft.training;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.spirallab.i18n.Messages;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.graph.Concat;
import dev.spirallab.spec.graph.Edge;
import dev.spirallab.spec.graph.Function;
import dev.spirallab.spec.graph.Initial;
import dev.spirallab.spec.graph.Linear;
import dev.spirallab.spec.graph.ModelGraph;
import dev.spirallab.spec.graph.Node;
import dev.spirallab.spec.graph.Position;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Part;
import dev.spirallab.spec.json.Reading;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One bad experiment for each problem there is: its code, place, fix and texts. */
class ProblemsTest {
    private static final Validator VALIDATOR = new Validator(Limits.standard());
    private static final Messages MESSAGES = new Messages();

    /**
     * @param fix the code of the fix, empty where there is none
     */
    record Bad(String code, String path, String fix, Experiment experiment) {
        Bad with(ModelGraph graph) {
            return new Bad(code, path, fix, experiment.withGraph(graph));
        }

        Bad with(DatasetSpec dataset) {
            return new Bad(code, path, fix, experiment.withDataset(dataset));
        }

        Bad at(int node) {
            return new Bad(code, "graph.nodes[" + node + "]", fix, experiment);
        }

        Bad inside(String inner) {
            return new Bad(code, path + inner, fix, experiment);
        }

        @Override
        public String toString() {
            return code + " " + fix;
        }
    }

    private static Bad bad(String code, String path, String fix, ModelGraph graph) {
        return new Bad(code, path, fix, Draft.of(graph));
    }

    private static Bad bad(String code, String path, String fix, DatasetSpec dataset) {
        return new Bad(code, path, fix, Draft.of(dataset, good(), training("")));
    }

    private static Bad train(String code, String path, String fix, String settings) {
        return new Bad(code, path, fix, Draft.of(spiral(), good(), training(settings)));
    }

    private static Bad values(String code, String path, String fix, String settings) {
        ModelGraph graph = graph("in a=linear:8:relu out=linear:1", "in>a>out");
        DatasetSpec plane = dataset("{'kind': 'plane'}");
        return new Bad(code, path, fix, Draft.of(plane, graph, training(settings)));
    }

    static Stream<Bad> everyBad() {
        return Stream.of(
                        graphs(),
                        shapes(),
                        initializers(),
                        LayerProblems.all(),
                        outputs(),
                        datasets(),
                        ImageProblems.all(),
                        tables(),
                        trainings(),
                        budgets())
                .flatMap(s -> s);
    }

    private static Stream<Bad> graphs() {
        return Stream.of(
                bad("graph.tooManyNodes", "graph.nodes", "", chain(600)),
                bad("graph.tooManyEdges", "graph.edges", "", dense(100)),
                bad("graph.tooDeep", "graph.nodes", "", chain(300)),
                bad(
                        "graph.duplicateId",
                        "graph.nodes[2].id",
                        "",
                        graph("in a=linear:3 a=linear:3", "in>a")),
                bad(
                        "graph.dangling",
                        "graph.edges[2]",
                        "removeEdge",
                        graph("in a=linear:8:relu out=linear:3", "in>a>out", "a>ghost")),
                bad(
                        "graph.duplicateEdge",
                        "graph.edges[2]",
                        "removeEdge",
                        graph("in a=linear:8:relu out=linear:3", "in>a>out", "in>a")),
                bad(
                        "graph.inputHasInput",
                        "graph.edges[2]",
                        "removeEdge",
                        graph("in a=linear:8:relu out=linear:3 b=linear:2", "in>a>out", "b>in")),
                bad(
                        "graph.tooManyInputs",
                        "graph.edges[3]",
                        "removeEdge",
                        graph("in a=linear:8 b=linear:8 out=linear:3", "in>a>out", "in>b>out")),
                bad(
                        "graph.cycle",
                        "graph.edges[4]",
                        "removeEdge",
                        graph("in s=add a=linear:2 out=linear:3", "in>s>a>out", "in>s", "a>s")),
                bad(
                        "graph.cycle",
                        "graph.edges[1]",
                        "removeEdge",
                        graph("in a=linear:3", "in>a>a")),
                bad(
                        "graph.noInput",
                        "graph.nodes",
                        "addInput",
                        graph("a=linear:8:relu out=linear:3", "a>out")),
                bad(
                        "graph.noInput",
                        "graph.nodes",
                        "addInput",
                        new ModelGraph(List.of(), List.of())),
                bad(
                        "graph.severalInputs",
                        "graph.nodes[1]",
                        "mergeInputs",
                        graph(
                                "in in2 a=linear:8 b=linear:8 s=add out=linear:3",
                                "in>a>s",
                                "in2>b>s>out")),
                bad("graph.noLayers", "graph.nodes", "appendLinear", graph("in")),
                bad("graph.unconnected", "graph.nodes[1]", "addEdge", graph("in out=linear:3")),
                bad(
                        "graph.unconnected",
                        "graph.nodes[3]",
                        "removeNode",
                        graph("in a=linear:8:relu out=linear:3 loose=dropout", "in>a>out")),
                bad(
                        "graph.missingInput",
                        "graph.nodes[1]",
                        "addEdge",
                        graph("in a=linear:8:relu out=linear:3", "a>out")),
                bad(
                        "graph.tooFewInputs",
                        "graph.nodes[2]",
                        "bypass",
                        graph("in a=linear:8 s=add out=linear:3", "in>a>s>out")),
                bad(
                        "graph.severalOutputs",
                        "graph.nodes[4]",
                        "removeBranch",
                        graph(
                                "in a=linear:8:relu out=linear:3 b=linear:8 c=linear:3",
                                "in>a>out",
                                "in>b>c")));
    }

    private static Stream<Bad> shapes() {
        return Stream.of(
                bad(
                        "shape.unlike",
                        "graph.nodes[2]",
                        "project",
                        graph("in a=linear:8 s=add out=linear:3", "in>a>s>out", "in>s")),
                bad("shape.tooWide", "graph.nodes[66]", "", wide()),
                bad(
                        "initial.weightSize",
                        "graph.nodes[1].layer.initial.weight",
                        "dropInitial",
                        started(new Initial(Optional.of(List.of(List.of(1.0))), Optional.empty()))),
                bad(
                        "initial.biasSize",
                        "graph.nodes[1].layer.initial.bias",
                        "dropInitial",
                        started(new Initial(Optional.empty(), Optional.of(List.of(1.0, 2.0))))));
    }

    private static Stream<Bad> initializers() {
        return Stream.of(
                started("initializer.bounds", "{'kind': 'uniform', 'a': 2, 'b': 1}"),
                started("initializer.mean", "{'kind': 'truncatedNormal', 'mean': 3}"),
                started("initializer.mean", "{'kind': 'truncatedNormal', 'a': 0, 'b': 0}"),
                bad(
                        "initializer.orthogonalSize",
                        "graph.nodes[2].layer.initializer",
                        "dropInitializer",
                        wideOrthogonal()),
                bad(
                        "initializer.bias",
                        "graph.nodes[1].layer.biasInitializer",
                        "dropInitializer",
                        started(linear("'biasInitializer': {'kind': 'kaimingUniform'}"))));
    }

    private static Bad started(String code, String initializer) {
        return bad(
                code,
                "graph.nodes[1].layer.initializer",
                "dropInitializer",
                started(linear("'initializer': " + initializer)));
    }

    private static ModelGraph wideOrthogonal() {
        ModelGraph graph = graph("in a=linear:1000 b=linear:1000 out=linear:3", "in>a>b>out");
        List<Node> nodes = new ArrayList<>(graph.nodes());
        nodes.set(
                2,
                new Node(
                        "b",
                        linear("'units': 1000, 'initializer': {'kind': 'orthogonal'}"),
                        new Position(0, 0)));
        return new ModelGraph(nodes, graph.edges());
    }

    private static Linear linear(String settings) {
        String units = settings.contains("'units'") ? "" : "'units': 3, ";
        return Draft.read(Linear.class, "{'kind': 'linear', " + units + settings + "}");
    }

    private static Stream<Bad> outputs() {
        return Stream.of(
                bad(
                        "output.classes",
                        "graph.nodes[2].layer.units",
                        "setUnits",
                        graph("in a=linear:8:relu out=linear:4", "in>a>out")),
                bad(
                        "output.classes",
                        "graph.nodes[2]",
                        "setUnits",
                        graph("in a=linear:8:relu b=batchNorm", "in>a>b")),
                bad(
                        "output.classes",
                        "graph.nodes[3]",
                        "appendLinear",
                        graph("in a=linear:8 b=linear:8 s=add", "in>a>s", "in>b>s")),
                values(
                                "output.targets",
                                "graph.nodes[2].layer.units",
                                "setUnits",
                                "'loss': {'kind': 'mse'}")
                        .with(good()),
                values("loss.needsClasses", "training.loss.kind", "setLoss", ""),
                values(
                        "loss.needsDistributions",
                        "training.loss.kind",
                        "setLoss",
                        "'loss': {'kind': 'klDivergence'}"),
                train(
                        "loss.weightCount",
                        "training.loss.weight",
                        "dropClassWeights",
                        "'loss': {'kind': 'crossEntropy', 'weight': [1, 2]}"),
                bad(
                        "hint.lastActivation",
                        "graph.nodes[2]",
                        "removeActivation",
                        graph("in a=linear:8:relu out=linear:3:sigmoid", "in>a>out")),
                bad(
                        "hint.lastActivation",
                        "graph.nodes[2]",
                        "removeNode",
                        graph("in a=linear:3 out=relu", "in>a>out")),
                bad(
                        "hint.lastLayer",
                        "graph.nodes[2]",
                        "removeNode",
                        graph("in a=linear:3 out=dropout", "in>a>out")),
                bad(
                        "hint.lastLayer",
                        "graph.nodes[2]",
                        "removeNode",
                        graph("in a=linear:3 out=batchNorm", "in>a>out")),
                bad(
                        "hint.linearInRow",
                        "graph.nodes[1].layer.activation",
                        "addActivation",
                        graph("in a=linear:8 out=linear:3", "in>a>out")));
    }

    private static Stream<Bad> datasets() {
        return Stream.of(
                bad(
                        "dataset.noFeatures",
                        "dataset.features",
                        "useCoordinates",
                        dataset("{'kind': 'spiral', 'features': []}")),
                bad(
                        "dataset.duplicateFeature",
                        "dataset.features[1]",
                        "distinctFeatures",
                        dataset("{'kind': 'spiral', 'features': ['x1', 'x1', 'x2']}")),
                bad(
                        "dataset.tooFewSamples",
                        "dataset.samples",
                        "lowerTestFraction",
                        dataset("{'kind': 'spiral', 'samples': 10, 'testFraction': 0.9}")),
                bad(
                        "points.tooFew",
                        "dataset.points",
                        "",
                        dataset("{'kind': 'points', 'points': [[0.5, 0.5, 2]]}")),
                inline("inline.noExamples", "inputs", "", "'inputs': [], 'labels': []"),
                inline(
                        "inline.noImages",
                        "inputs",
                        "printedDigits",
                        "'inputs': [], 'shape': [3, 64, 64], 'labels': [4]"),
                inline("inline.noAnswers", "labels", "", "'inputs': [[1, 2]]"),
                inline(
                        "inline.targetsAndLabels",
                        "targets",
                        "dropTargets",
                        "'inputs': [[1, 2]], 'labels': [2], 'targets': [[1]]"),
                inline("inline.sizes", "labels", "", "'inputs': [[1, 2]], 'labels': [2, 1]"),
                inline(
                        "inline.shape",
                        "shape",
                        "",
                        "'inputs': [[1, 2]], 'shape': [65536, 65536, 65536], 'labels': [2]"),
                inline("inline.emptyRow", "inputs[0]", "", "'inputs': [[]], 'labels': [2]"),
                inline(
                        "inline.ragged",
                        "inputs[1]",
                        "",
                        "'inputs': [[1, 2], [1]], 'labels': [2, 1]"));
    }

    private static Bad inline(String code, String field, String fix, String settings) {
        return bad(code, "dataset." + field, fix, dataset("{'kind': 'inline', " + settings + "}"));
    }

    private static Stream<Bad> tables() {
        String number = "{'kind': 'number', 'name': 'a'}";
        String classes = "{'kind': 'category', 'name': 'b', 'categories': ['x', 'y']}";
        String sound = "'columns': [" + number + ", " + classes + "], 'label': 'b'";
        return Stream.of(
                table("table.hash", "content.sha256", "A".repeat(64), 9, sound),
                table(
                        "table.duplicateColumn",
                        "columns[1]",
                        HASH,
                        9,
                        "'columns': [" + number + ", " + number + "], 'label': 'a'"),
                table(
                        "table.categories",
                        "columns[0].categories",
                        HASH,
                        9,
                        "'columns': [{'kind': 'category', 'name': 'c', 'categories': ['x', 'x']}, "
                                + classes
                                + "], 'label': 'b'"),
                table(
                        "table.label",
                        "label",
                        HASH,
                        9,
                        sound.replace("'label': 'b'", "'label': 'c'")),
                table("table.oneClass", "label", HASH, 9, sound.replace(", 'y'", "")),
                table(
                        "table.noFeatures",
                        "columns",
                        HASH,
                        9,
                        "'columns': [" + classes + "], 'label': 'b'"),
                table(
                        "table.tooLarge",
                        "columns",
                        HASH,
                        1_000_000,
                        sound.replace(
                                number,
                                IntStream.range(0, 30)
                                        .mapToObj(i -> number.replace("'a'", "'a" + i + "'"))
                                        .collect(Collectors.joining(", ")))),
                table("table.oneRow", "rows", HASH, 1, sound));
    }

    private static final String HASH = "0123456789abcdef".repeat(4);

    private static Bad table(String code, String field, String hash, int rows, String settings) {
        return bad(
                code,
                "dataset." + field,
                "",
                dataset(
                        "{'kind': 'table', 'content': {'sha256': '%s'}, 'rows': %d, %s}"
                                .formatted(hash, rows, settings)));
    }

    private static Stream<Bad> trainings() {
        return Stream.of(
                train(
                        "training.epochsAndSteps",
                        "training.steps",
                        "dropSteps",
                        "'epochs': 3, 'steps': 10"),
                train(
                        "training.nesterov",
                        "training.optimizer.nesterov",
                        "setMomentum",
                        "'optimizer': {'kind': 'sgd', 'nesterov': true}"),
                train(
                        "training.nesterov",
                        "training.optimizer.nesterov",
                        "setMomentum",
                        "'optimizer': {'kind': 'sgd', 'nesterov': true, 'momentum': 0.5,"
                                + " 'dampening': 0.1}"),
                train(
                        "training.lbfgsBatch",
                        "training.batchSize",
                        "fullBatch",
                        "'optimizer': {'kind': 'lbfgs'}"),
                train(
                        "training.lbfgsClipping",
                        "training.gradientClipping",
                        "dropClipping",
                        "'optimizer': {'kind': 'lbfgs'}, 'batchSize': 0, 'gradientClipping': {'kind':"
                                + " 'norm'}"),
                values(
                        "training.accuracyOfRegression",
                        "training.earlyStopping.figure",
                        "setFigure",
                        "'loss': {'kind': 'mse'}, 'earlyStopping': {'figure': 'testAccuracy'}"),
                values(
                        "training.accuracyOfRegression",
                        "training.target.figure",
                        "setFigure",
                        "'loss': {'kind': 'mse'}, 'target': {'figure': 'trainAccuracy', 'value': 1}"),
                train(
                                "training.noTestPart",
                                "training.earlyStopping.figure",
                                "setFigure",
                                "'earlyStopping': {}")
                        .with(dataset("{'kind': 'spiral', 'testFraction': 0}")),
                train(
                                "training.noTestPart",
                                "training.schedule.figure",
                                "setFigure",
                                "'schedule': {'kind': 'reduceOnPlateau'}")
                        .with(dataset("{'kind': 'spiral', 'testFraction': 0}")),
                train(
                        "training.accuracyRange",
                        "training.target.value",
                        "setTarget",
                        "'target': {'figure': 'testAccuracy', 'value': 95}"),
                train(
                                "training.batchNormSingle",
                                "training.batchSize",
                                "setBatchSize",
                                "'batchSize': 1")
                        .with(graph("in a=linear:8 b=batchNorm out=linear:3", "in>a>b>out")),
                train(
                                "training.batchNormSingle",
                                "training.batchSize",
                                "setBatchSize",
                                "'batchSize': 11")
                        .with(graph("in a=linear:8 b=batchNorm out=linear:3", "in>a>b>out"))
                        .with(dataset("{'kind': 'spiral', 'samples': 100, 'testFraction': 0}")),
                train(
                        "hint.learningRateZero",
                        "training.optimizer.learningRate",
                        "setLearningRate",
                        "'optimizer': {'kind': 'adam', 'learningRate': 0}"),
                train(
                        "hint.batchLargerThanData",
                        "training.batchSize",
                        "fullBatch",
                        "'batchSize': 5000"),
                train(
                        "hint.warmupTooLong",
                        "training.warmup.steps",
                        "dropWarmup",
                        "'epochs': 1, 'warmup': {'kind': 'linear', 'steps': 75}"));
    }

    private static Stream<Bad> budgets() {
        String all = "'batchSize': 0";
        return Stream.of(
                bad(
                        "budget.parameters",
                        "graph.nodes",
                        "",
                        graph("in a=linear:60000 b=linear:60000 out=linear:3", "in>a>b>out")),
                train("budget.flops", "training.batchSize", "setBatchSize", all)
                        .with(graph("in a=linear:4000 b=linear:4000 out=linear:3", "in>a>b>out")),
                train("budget.bytes", "training.batchSize", "setBatchSize", all)
                        .with(
                                graph(
                                        "in a=linear:65536 b=relu c=relu d=relu out=linear:3",
                                        "in>a>b>c>d>out")));
    }

    private static ModelGraph chain(int layers) {
        StringBuilder nodes = new StringBuilder("in");
        StringBuilder path = new StringBuilder("in");
        for (int i = 0; i < layers; i++) {
            nodes.append(" n").append(i).append("=linear:3");
            path.append(">n").append(i);
        }
        return graph(nodes.toString(), path.toString());
    }

    private static ModelGraph dense(int nodes) {
        List<Node> made = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            made.add(new Node("n" + i, new Concat(1), new Position(0, 0)));
            IntStream.range(0, i)
                    .forEach(from -> edges.add(new Edge("n" + from, made.getLast().id())));
        }
        return new ModelGraph(made, edges);
    }

    private static ModelGraph wide() {
        String nodes =
                IntStream.range(0, 65)
                        .mapToObj(i -> "n" + i + "=linear:65536")
                        .collect(Collectors.joining(" ", "in ", " all=concat"));
        String[] paths =
                IntStream.range(0, 65).mapToObj(i -> "in>n" + i + ">all").toArray(String[]::new);
        return graph(nodes, paths);
    }

    private static ModelGraph started(Initial initial) {
        return started(
                new Linear(
                        3,
                        Function.identity,
                        Optional.of(initial),
                        Optional.empty(),
                        Optional.empty()));
    }

    private static ModelGraph started(Linear linear) {
        ModelGraph graph = graph("in out=linear:3", "in>out");
        Node node = new Node("out", linear, new Position(220, 0));
        return new ModelGraph(List.of(graph.nodes().getFirst(), node), graph.edges());
    }

    private static Problem find(Bad bad) {
        List<Problem> problems = VALIDATOR.validate(bad.experiment()).problems();
        return problems.stream()
                .filter(problem -> problem.code().equals(bad.code()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(bad + " not among " + problems));
    }

    @ParameterizedTest
    @MethodSource("everyBad")
    void aBadExperimentIsToldByItsCodePlaceAndFix(Bad bad) {
        Problem problem = find(bad);
        assertThat(problem.path()).isEqualTo(bad.path());
        assertThat(problem.fix().map(Problem.Fix::code).orElse("")).isEqualTo(bad.fix());
        boolean runs = VALIDATOR.validate(bad.experiment()) instanceof ValidationResult.Valid;
        assertThat(runs).isEqualTo(problem.hint());
    }

    @ParameterizedTest
    @MethodSource("everyBad")
    void theFixMakesTheProblemVanish(Bad bad) {
        Problem problem = find(bad);
        problem.fix()
                .ifPresent(fix -> {
                    Experiment mended = Edits.apply(bad.experiment(), fix.edits());
                    assertThat(VALIDATOR.validate(mended).problems())
                            .noneMatch(left -> sameAs(left, problem));
                });
    }

    private static boolean sameAs(Problem left, Problem problem) {
        return left.code().equals(problem.code()) && left.path().equals(problem.path());
    }

    @ParameterizedTest
    @MethodSource("everyBad")
    void bothLanguagesTellItWithEveryPlaceholderFilled(Bad bad) {
        assertTold(find(bad));
    }

    private static void assertTold(Problem problem) {
        for (Locale locale : Messages.LOCALES) {
            assertThat(MESSAGES.text(locale, problem))
                    .doesNotContainPattern("\\[[a-z]+\\.|\\{[a-z]");
            problem.fix()
                    .ifPresent(fix ->
                            assertThat(MESSAGES.text(locale, fix))
                                    .doesNotContainPattern("\\[[a-z]+\\.|\\{[a-z]"));
        }
    }

    static Stream<Problem> everyUnreadable() {
        return Stream.concat(
                Stream.of(
                                "{",
                                " ".repeat(5_000_000),
                                "[".repeat(50),
                                "{'title': 'a', 'title': 7, 'titel': 1, 'qqqqqqqqq': 2}",
                                "{'dataset': {'kind': 'spirall', 'x': 1}, 'graph': {'nodes': 3}}",
                                "{'dataset': {'kind': 'qqqqqqqqq'}, 'graph': {'edges': [7]}}",
                                "{'dataset': {'kind': 'spiral', 'features': ['x3', 'qqqqqqqqq']}}",
                                "{'dataset': {'kind': 'spiral', 'noise': NaN, 'samples': 2.5,"
                                        + "'classes': 9}, 'graph': {'nodes': [{'id': '', 'at': [1]}]}}")
                        .flatMap(json -> unreadable(ExperimentJson.read(json.replace('\'', '"')))),
                unreadable(ExperimentJson.read(new byte[] {(byte) 0xff})));
    }

    private static Stream<Problem> unreadable(Reading reading) {
        return ((Reading.Unreadable) reading).problems().stream();
    }

    @ParameterizedTest
    @MethodSource("everyUnreadable")
    void bothLanguagesTellWhatCannotBeRead(Problem problem) {
        assertTold(problem);
    }

    @Test
    void everyTextOfAProblemOrFixBelongsToOneThatIsTested() throws Exception {
        TreeSet<String> tested = new TreeSet<>(List.of("problem.document"));
        Stream.of(everyBad().map(ProblemsTest::find), everyUnreadable())
                .flatMap(s -> s)
                .forEach(problem -> {
                    tested.add("problem." + problem.code());
                    problem.fix().ifPresent(fix -> tested.add("fix." + fix.code()));
                });
        Properties bundle = new Properties();
        try (var stream = getClass().getResourceAsStream("/i18n/problem.properties")) {
            bundle.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        TreeSet<String> written = new TreeSet<>(bundle.stringPropertyNames());
        written.removeIf(key -> key.startsWith("jsonType."));
        assertThat(written).isEqualTo(tested);
    }

    @Test
    void anExperimentMadeInCodeIsHeldToTheSameRangesAsADocument() {
        Experiment experiment = Draft.of(graph("in out=linear:0", "in>out"));
        ValidationResult result = VALIDATOR.validate(experiment);
        assertThat(result.problems())
                .extracting(Problem::code, Problem::path)
                .containsExactly(tuple("json.outOfRange", "graph.nodes[1].layer.units"));
        assertThat(result).isInstanceOf(ValidationResult.Invalid.class);
    }

    @Test
    void problemsCarryTheNodeTheyBelongTo() {
        Bad loose = bad("graph.unconnected", "", "", graph("in a=linear:3 loose=add", "in>a"));
        assertThat(find(loose).node()).contains("loose");
        assertThat(find(loose).arguments()).isEqualTo(Map.of("kind", "add"));
    }

    @Test
    void aFixCanBeSentToThePageAndBack() {
        everyBad()
                .map(ProblemsTest::find)
                .forEach(problem ->
                        assertThat(
                                        ExperimentJson.readPart(
                                                Problem.class, ExperimentJson.writePart(problem)))
                                .isEqualTo(new Part.Read<>(problem)));
    }
}
