package dev.spirallab.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Reading;
import dev.spirallab.validation.Limits;
import dev.spirallab.validation.ValidationResult.Valid;
import dev.spirallab.validation.Validator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramGeneratorTest {
    private static Valid valid(String hidden, String out, String training) {
        String json =
                """
                {'format': 1, 'dataset': {'kind': 'spiral'},
                 'graph': {'nodes': [
                   {'id': 'in', 'layer': {'kind': 'input'}},
                   {'id': '%1$s', 'layer': {'kind': 'linear', 'units': 5, 'activation': 'relu'}},
                   {'id': '%2$s', 'layer': {'kind': 'linear', 'units': 3}}],
                  'edges': [{'from': 'in', 'to': '%1$s'}, {'from': '%1$s', 'to': '%2$s'}]},
                 'training': {'loss': {'kind': 'crossEntropy'}, %3$s}}
                """
                        .formatted(hidden, out, training)
                        .replace('\'', '"');
        if (ExperimentJson.read(json) instanceof Reading.Read(var experiment)
                && new Validator(Limits.standard()).validate(experiment) instanceof Valid valid) {
            return valid;
        }
        throw new AssertionError("not valid: " + json);
    }

    private static Program program(String hidden, String out) {
        return ProgramGenerator.generate(valid(hidden, out, "'optimizer': {'kind': 'adam'}"));
    }

    @Test
    void parametersLieOneBehindTheOther() {
        Program program = program("hidden", "out");
        assertThat(program.parameters())
                .extracting(Parameter::node, Parameter::name, Parameter::offset, Parameter::size)
                .containsExactly(
                        tuple("hidden", "weight", 0, 10),
                        tuple("hidden", "bias", 10, 5),
                        tuple("out", "weight", 15, 15),
                        tuple("out", "bias", 30, 3));
        assertThat(program.parameterCount()).isEqualTo(33);
        assertThat(program.bufferCount()).isZero();
        assertThat(program.optimizerState().size(33)).isEqualTo(66);
        assertThat(program.generatedBackward()).isTrue();
    }

    @Test
    void theTextNamesLayersAsTheirAuthorDid() {
        assertThat(program("hidden", "out").text())
                .contains("hidden = torch.relu_(torch.addmm(hidden_bias, x, hidden_weight_t))")
                .contains("hidden_sum_grad = torch.threshold_backward(hidden_grad, hidden, 0)");
    }

    @Test
    void theSameExperimentGivesTheSameText() {
        assertThat(program("a", "b")).isEqualTo(program("a", "b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"in_", "lambda", "P", "x", "rate", "隐藏层", "1", "a b", "_", "G", "i"})
    void namesThatTheProgramCannotUseAreChanged(String id) {
        Program program = program(id, id + "_weight");
        List<String> assigned = assignments(program.text().replaceAll("(?s)\n {2}def .*", ""));
        assertThat(assigned).doesNotHaveDuplicates().allMatch(ASCII.asMatchPredicate());
        assertThat(program.parameters()).extracting(Parameter::node).contains(id);
    }

    private static final Pattern ASCII = Pattern.compile("[A-Za-z_]\\w*");

    /** What is assigned in the first method, but for throw-away results and batches. */
    private static List<String> assignments(String text) {
        return text.lines()
                .filter(line -> line.contains(" = "))
                .map(line -> line.strip().replaceAll(" = .*", ""))
                .filter(name -> !List.of("_", "inputs", "targets").contains(name))
                .collect(Collectors.toList());
    }

    @Test
    void anOptimiserKeepsNoMoreThanItNeeds() {
        String plain = "'optimizer': {'kind': 'sgd'}";
        String momentum = "'optimizer': {'kind': 'sgd', 'momentum': 0.9}";
        String nadam = "'optimizer': {'kind': 'nadam'}";
        assertThat(stateSize(plain)).isZero();
        assertThat(stateSize(momentum)).isEqualTo(33);
        assertThat(stateSize(nadam)).isEqualTo(2 * 33 + 1);
    }

    private static int stateSize(String optimizer) {
        return ProgramGenerator.generate(valid("a", "b", optimizer)).optimizerState().size(33);
    }
}
