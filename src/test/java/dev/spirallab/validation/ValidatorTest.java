package dev.spirallab.validation;

import static dev.spirallab.validation.Draft.dataset;
import static dev.spirallab.validation.Draft.good;
import static dev.spirallab.validation.Draft.graph;
import static dev.spirallab.validation.Draft.spiral;
import static dev.spirallab.validation.Draft.training;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.graph.Edge;
import dev.spirallab.spec.graph.Input;
import dev.spirallab.spec.graph.LayerSpec;
import dev.spirallab.spec.graph.ModelGraph;
import dev.spirallab.spec.graph.Node;
import dev.spirallab.spec.graph.Position;
import dev.spirallab.spec.json.Templates;
import dev.spirallab.validation.ValidationResult.Invalid;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidatorTest {
    private final Validator validator = new Validator(Limits.standard());

    private Valid valid(Experiment experiment) {
        ValidationResult result = validator.validate(experiment);
        assertThat(result.problems()).allMatch(Problem::hint);
        return (Valid) result;
    }

    @ParameterizedTest
    @FieldSource("dev.spirallab.spec.json.Templates#NAMES")
    void everyTemplateRunsWithoutAHintButTheOneThatShowsWhatLinearLayersCannot(String name) {
        String[] shown =
                name.equals("spiral-linear") ? new String[] {"hint.linearInRow"} : new String[0];
        assertThat(valid(Templates.get(name)).problems())
                .extracting(Problem::code)
                .containsExactly(shown);
    }

    @Test
    void shapesAndParametersFollowTheFormulas() {
        Valid valid =
                valid(
                        Draft.of(
                                graph(
                                        "in a=linear:8:relu b=batchNorm c=dropout d=tanh e=concat"
                                                + " f=flatten g=linear:8 s=add out=linear:3",
                                        "in>a>b>c>d>e>f>g>s>out",
                                        "in>e",
                                        "a>s")));
        assertThat(valid.shapes())
                .isEqualTo(
                        Map.of(
                                "in", TensorShape.of(2),
                                "a", TensorShape.of(8),
                                "b", TensorShape.of(8),
                                "c", TensorShape.of(8),
                                "d", TensorShape.of(8),
                                "e", TensorShape.of(10),
                                "f", TensorShape.of(10),
                                "g", TensorShape.of(8),
                                "s", TensorShape.of(8),
                                "out", TensorShape.of(3)));
        assertThat(valid.parameters())
                .containsEntry("a", 2 * 8 + 8L)
                .containsEntry("b", 16L)
                .containsEntry("g", 10 * 8 + 8L)
                .containsEntry("out", 8 * 3 + 3L)
                .containsEntry("s", 0L);
        assertThat(valid.budget().parameters()).isEqualTo(24 + 16 + 88 + 27);
        assertThat(valid.inputsOf("e")).containsExactly("d", "in");
        assertThat(valid.shapes().get("e").text()).isEqualTo("[N, 10]");
    }

    @Test
    void theOrderPutsEachNodeAfterItsInputsWhateverTheDocumentsOrder() {
        ModelGraph graph =
                graph(
                        "out=linear:3 s=add b=linear:4 a=linear:4 in=input",
                        "s>out",
                        "a>s",
                        "b>s",
                        "in>a",
                        "in>b");
        Valid valid = valid(Draft.of(graph));
        assertThat(valid.order()).extracting(Node::id).containsExactly("in", "b", "a", "s", "out");
        assertThat(valid.input().id()).isEqualTo("in");
        assertThat(valid.output().id()).isEqualTo("out");
    }

    @ParameterizedTest
    @CsvSource({
        "spiral, crossEntropy, 3, SOFTMAX",
        "spiral, binaryCrossEntropy, 3, SIGMOIDS",
        "spiral, mse, 3, ONE_HOT",
        "spiral, halfSquaredError, 3, ONE_HOT",
        "xor, binaryCrossEntropy, 1, SIGMOID",
        "xor, binaryCrossEntropy, 2, SIGMOIDS",
        "xor, crossEntropy, 2, SOFTMAX",
        "plane, mse, 1, VALUES",
        "multiGauss, halfSquaredError, 1, VALUES"
    })
    void theHeadFollowsFromTaskLossAndWidth(String data, String loss, int units, Head head) {
        Experiment experiment =
                Draft.of(
                        dataset("{'kind': '" + data + "'}"),
                        graph("in out=linear:" + units, "in>out"),
                        training("'loss': {'kind': '" + loss + "'}"));
        assertThat(valid(experiment).head()).isEqualTo(head);
    }

    @ParameterizedTest
    @CsvSource({
        "xor, crossEntropy, 1, output.classes",
        "xor, mse, 1, output.classes",
        "spiral, binaryCrossEntropy, 1, output.classes",
        "spiral, crossEntropy, 2, output.classes",
        "plane, binaryCrossEntropy, 1, loss.needsClasses",
        "plane, mse, 2, output.targets"
    })
    void whatDoesNotFitTogetherHasNoHead(String data, String loss, int units, String code) {
        Experiment experiment =
                Draft.of(
                        dataset("{'kind': '" + data + "'}"),
                        graph("in out=linear:" + units, "in>out"),
                        training("'loss': {'kind': '" + loss + "'}"));
        assertThat(validator.validate(experiment).problems())
                .extracting(Problem::code)
                .containsExactly(code);
    }

    @Test
    void theBackpropagationExampleOfTheTextbooksIsValid() {
        Experiment experiment =
                Draft.of(
                        dataset(
                                "{'kind': 'inline', 'inputs': [[0.05, 0.1]], 'targets': [[0.01, 0.99]]}"),
                        graph("in a=linear:2:sigmoid out=linear:2:sigmoid", "in>a>out"),
                        training(
                                "'loss': {'kind': 'halfSquaredError'}, 'batchSize': 0, 'steps': 1"));
        assertThat(valid(experiment).problems()).isEmpty();
    }

    @Test
    void aHalfFinishedGraphShowsWhatIsKnown() {
        ValidationResult result =
                validator.validate(
                        Draft.of(graph("in a=linear:8 b=linear:4 c=linear:2", "in>a", "b>c")));
        assertThat(result).isInstanceOf(Invalid.class);
        assertThat(result.shapes()).containsOnlyKeys("in", "a");
        assertThat(result.parameters()).containsEntry("a", 24L);
        assertThat(result.budget().parameters()).isEqualTo(24);
        assertThat(result.problems())
                .extracting(Problem::code, problem -> problem.node().orElse(""))
                .contains(tuple("graph.missingInput", "b"));
    }

    @Test
    void anEmptyDrawingHasOneProblem() {
        ValidationResult result =
                validator.validate(Draft.of(new ModelGraph(List.of(), List.of())));
        assertThat(result.problems()).extracting(Problem::code).containsExactly("graph.noInput");
    }

    @Test
    void theBudgetCountsForwardAndBackwardOverOneBatch() {
        Experiment experiment =
                Draft.of(spiral(), graph("in out=linear:3", "in>out"), training("'batchSize': 10"));
        assertThat(valid(experiment).budget())
                .isEqualTo(
                        new Budget(
                                9,
                                2 * 2 * 3 + 3,
                                3 * (2 * 2 * 3 + 3) * 10 + 10 * 9,
                                4 * (2 * 9 + 2 * 10 * (2 + 3) + 3000 * (2 + 3))));
    }

    @Test
    void aPixelCountsAsAByteAndAnAnswerAsARowOfNumbers() {
        assertThat(Budget.ofData(Draft.dataset("{'kind': 'printedDigits', 'samples': 100}")))
                .isEqualTo(100 * (28 * 28 + 4 * 10));
        assertThat(Budget.ofData(Draft.dataset("{'kind': 'phonePrices', 'samples': 100}")))
                .isEqualTo(100 * (4 * 20 + 4 * 4));
    }

    @Test
    void countsStayAtTheirGreatestInsteadOfOverflowing() {
        assertThat(Count.times(Long.MAX_VALUE, 2)).isEqualTo(Long.MAX_VALUE);
        assertThat(Count.times(1L << 40, 1L << 40)).isEqualTo(Long.MAX_VALUE);
        assertThat(Count.times(3, 4)).isEqualTo(12);
        assertThat(Count.plus(Long.MAX_VALUE, 1)).isEqualTo(Long.MAX_VALUE);
        assertThat(new TensorShape(List.of(1 << 30, 1 << 30, 1 << 30)).size())
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void limitsAreTheOnesGiven() {
        Limits tight = new Limits(1_000_000, 1 << 30, 1_000_000_000, 2, 100, 100);
        assertThat(new Validator(tight).validate(Draft.of(good())).problems())
                .extracting(Problem::code)
                .containsExactly("graph.tooManyNodes");
    }

    /** Every kind of layer as the palette makes it, on data of one, two and three dimensions. */
    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void anyDrawingOfImagesAndSequencesIsJudgedWithoutAnException(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<LayerSpec> layers = everyLayer();
        List<DatasetSpec> datasets =
                List.of(
                        LayerProblems.images(),
                        dataset(
                                "{'kind': 'inline', 'shape': [2, 3], 'labels': [1],"
                                        + " 'inputs': [[1, 2, 3, 4, 5, 6]]}"),
                        spiral());
        for (int i = 0; i < 300; i++) {
            List<Node> nodes = new ArrayList<>();
            int count = 1 + random.nextInt(8);
            for (int n = 0; n < count; n++) {
                LayerSpec layer = n == 0 ? new Input() : layers.get(random.nextInt(layers.size()));
                nodes.add(new Node("n" + n, layer, new Position(0, 0)));
            }
            List<Edge> edges = new ArrayList<>();
            for (int n = 1; n < count; n++) {
                int to = n;
                IntStream.range(0, 1 + random.nextInt(2))
                        .forEach(_ -> edges.add(new Edge("n" + random.nextInt(to), "n" + to)));
            }
            ModelGraph graph = new ModelGraph(nodes, edges);
            Experiment experiment = Draft.of(datasets.get(random.nextInt(3)), graph, training(""));
            ValidationResult result = validator.validate(experiment);
            result.problems().forEach(problem -> mend(experiment, problem));
        }
    }

    private static List<LayerSpec> everyLayer() {
        return Stream.of(LayerSpec.class.getPermittedSubclasses())
                .map(type -> type.getAnnotation(Kind.class).value())
                .filter(kind -> !kind.equals("input"))
                .map(kind ->
                        Draft.read(
                                LayerSpec.class,
                                "{'kind': '%s'%s}".formatted(kind, required(kind))))
                .toList();
    }

    private static String required(String kind) {
        return switch (kind) {
            case "linear", "maxout" -> ", 'units': 2";
            case "conv1d", "conv2d", "convTranspose2d" -> ", 'outChannels': 2";
            case "rnn", "gru", "lstm" -> ", 'hiddenSize': 2";
            case "embedding" -> ", 'numEmbeddings': 7, 'embeddingDim': 2";
            default -> "";
        };
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyDrawingIsJudgedWithoutAnException(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String[] layers = {
            "input",
            "linear:3",
            "linear:5:relu",
            "add",
            "concat",
            "flatten",
            "batchNorm",
            "dropout",
            "gelu"
        };
        List<DatasetSpec> datasets =
                List.of(
                        spiral(),
                        dataset("{'kind': 'plane'}"),
                        dataset("{'kind': 'inline', 'inputs': []}"));
        for (int i = 0; i < 300; i++) {
            StringBuilder nodes = new StringBuilder("n0=input");
            int count = 1 + random.nextInt(8);
            for (int n = 1; n < count; n++) {
                nodes.append(" n")
                        .append(n)
                        .append('=')
                        .append(layers[random.nextInt(layers.length)]);
            }
            List<Edge> edges = new ArrayList<>();
            IntStream.range(0, random.nextInt(12))
                    .forEach(_ ->
                            edges.add(new Edge("n" + random.nextInt(9), "n" + random.nextInt(9))));
            ModelGraph graph = new ModelGraph(graph(nodes.toString()).nodes(), edges);
            Experiment experiment = Draft.of(datasets.get(random.nextInt(3)), graph, training(""));
            ValidationResult result = validator.validate(experiment);
            result.problems().forEach(problem -> mend(experiment, problem));
        }
    }

    private void mend(Experiment experiment, Problem problem) {
        problem.fix().ifPresent(fix -> validator.validate(Edits.apply(experiment, fix.edits())));
    }
}
