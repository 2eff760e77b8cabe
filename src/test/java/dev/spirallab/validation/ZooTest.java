package dev.spirallab.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.i18n.Messages;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.graph.Block;
import dev.spirallab.spec.graph.Linear;
import dev.spirallab.spec.graph.ModelGraph;
import dev.spirallab.spec.graph.Node;
import dev.spirallab.spec.json.Records;
import dev.spirallab.spec.json.Zoo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Published networks have exactly the published shapes and numbers of parameters. */
class ZooTest {
    private final Validator validator = new Validator(Limits.standard());

    @ParameterizedTest
    @CsvSource({
        "lenet5, 61706, '[N, 1, 32, 32]', '[N, 10]'",
        "alexnet, 61100840, '[N, 3, 224, 224]', '[N, 1000]'",
        "vgg11, 132863336, '[N, 3, 224, 224]', '[N, 1000]'",
        "vgg16, 138357544, '[N, 3, 224, 224]', '[N, 1000]'",
        "resnet18, 11689512, '[N, 3, 224, 224]', '[N, 1000]'",
        "food, 12833803, '[N, 3, 128, 128]', '[N, 11]'"
    })
    void shapesAndCountsAreThePublishedOnes(String name, long parameters, String in, String out) {
        ValidationResult result = validator.validate(Zoo.get(name));

        assertThat(result.budget().parameters()).isEqualTo(parameters);
        assertThat(result.parameters().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(parameters);
        assertThat(result.shapes().get("input").text()).isEqualTo(in);
        assertThat(result.shapes().get("output").text()).isEqualTo(out);
        assertThat(result.shapes()).hasSize(Zoo.get(name).graph().nodes().size());
    }

    @Test
    void whatKeepsThemFromTrainingIsThatTheirImagesAreMissingAndTheirSize() {
        assertThat(Zoo.NAMES)
                .allSatisfy(name ->
                        assertThat(codes(name))
                                .isSubsetOf(
                                        "inline.noImages", "budget.parameters", "budget.bytes"));
        assertThat(codes("alexnet")).contains("budget.parameters");
        assertThat(codes("resnet18")).doesNotContain("budget.parameters");
    }

    /** One fix after the other, as a person would click them. */
    @ParameterizedTest
    @ValueSource(strings = {"resnet18", "food"})
    void thoseThatAreSmallEnoughLearnPrintedDigitsByTheirFixes(String name) {
        Experiment experiment = Zoo.get(name);
        List<String> clicked = new ArrayList<>();
        ValidationResult result = validator.validate(experiment);
        while (result instanceof ValidationResult.Invalid invalid) {
            List<Problem> problems = invalid.problems();
            Problem.Fix fix =
                    problems.stream()
                            .filter(problem -> !problem.hint())
                            .flatMap(problem -> problem.fix().stream())
                            .findFirst()
                            .orElseThrow(() -> new AssertionError(problems.toString()));
            clicked.add(fix.code());
            assertThat(clicked).hasSizeLessThan(5);
            experiment = Edits.apply(experiment, fix.edits());
            result = validator.validate(experiment);
        }
        assertThat(clicked.getFirst()).isEqualTo("printedDigits");
        assertThat(result.shapes().get("input").text()).isEqualTo("[N, 1, 32, 32]");
        assertThat(result.shapes().get("output").text()).isEqualTo("[N, 10]");
    }

    @ParameterizedTest
    @CsvSource({
        "alexnet, full1, 37752832, '61,100,840', '20,000,000'",
        "vgg11, full1, 102764544, '132,863,336', '20,000,000'",
        "vgg16, full1, 102764544, '138,357,544', '20,000,000'"
    })
    void whoIsTooLargeSaysHowLargeAndWhere(
            String name, String layer, long most, String have, String max) {
        Problem problem =
                validator.validate(Zoo.get(name)).problems().stream()
                        .filter(each -> each.code().equals("budget.parameters"))
                        .findFirst()
                        .orElseThrow();

        assertThat(problem.node()).contains(layer);
        assertThat(validator.validate(Zoo.get(name)).parameters()).containsEntry(layer, most);
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            assertThat(new Messages().text(locale, problem)).contains(have, max, layer);
        }
    }

    /** By printed digits and fewer units where the message says that most parameters are. */
    @ParameterizedTest
    @ValueSource(strings = {"vgg11", "vgg16"})
    void whoFollowsTheMessagesCanTrainIt(String name) {
        Experiment experiment = Zoo.get(name);
        ValidationResult result = validator.validate(experiment);
        for (int edits = 0; result instanceof ValidationResult.Invalid; edits++) {
            assertThat(edits).isLessThan(9);
            Problem problem =
                    result.problems().stream()
                            .filter(each -> !each.hint())
                            .findFirst()
                            .orElseThrow();
            experiment =
                    problem.fix().isPresent()
                            ? Edits.apply(experiment, problem.fix().get().edits())
                            : halved(experiment, problem.node().orElseThrow());
            result = validator.validate(experiment);
        }
        assertThat(result.budget().parameters()).isBetween(10_000_000L, 20_000_000L);
    }

    private static Experiment halved(Experiment experiment, String node) {
        ModelGraph graph = experiment.graph();
        List<Node> nodes =
                graph.nodes().stream()
                        .map(each -> each.id().equals(node) ? halved(each) : each)
                        .toList();
        return experiment.withGraph(graph.with(nodes, graph.edges()));
    }

    private static Node halved(Node node) {
        Linear linear = (Linear) node.layer();
        return new Node(node.id(), Records.with(linear, "units", linear.units() / 2), node.at());
    }

    @Test
    void lenetTrainsOnPrintedDigits() {
        assertThat(codes("lenet5")).isEmpty();
    }

    @Test
    void skipConnectionsLeadRoundTheLayersOfTheirBlock() {
        var graph = Zoo.get("resnet18").graph();
        List<String> ids = graph.nodes().stream().map(Node::id).toList();

        assertThat(graph.edges()).filteredOn(edge -> edge.to().endsWith("add")).hasSize(16);
        assertThat(graph.blocks().orElseThrow()).hasSize(8);
        assertThat(graph.blocks().orElseThrow().stream().map(Block::nodes).flatMap(List::stream))
                .doesNotHaveDuplicates()
                .isSubsetOf(ids);
    }

    private List<String> codes(String name) {
        return validator.validate(Zoo.get(name)).problems().stream().map(Problem::code).toList();
    }
}
