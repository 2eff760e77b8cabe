package dev.spirallab.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.graph.Block;
import dev.spirallab.spec.graph.Node;
import dev.spirallab.spec.json.Zoo;
import java.util.ArrayList;
import java.util.List;
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
