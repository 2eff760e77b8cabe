package dev.spirallab.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.i18n.Messages;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.graph.Function;
import dev.spirallab.spec.graph.Linear;
import dev.spirallab.spec.sweep.Axis;
import dev.spirallab.spec.sweep.SweepSetting;
import dev.spirallab.spec.sweep.SweepSpec;
import dev.spirallab.spec.training.OptimizerSpec;
import dev.spirallab.spec.training.TrainingSpec;
import dev.spirallab.validation.SweepResult.Sound;
import dev.spirallab.validation.SweepResult.Unsound;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SweepCheckTest {
    private static final Experiment NET =
            Draft.of(Draft.graph("in a=linear:8:relu out=linear:3", "in>a>out"));
    private static final Experiment LINEAR = Draft.of(Draft.graph("in out=linear:3", "in>out"));
    private static final Validator VALIDATOR = new Validator(Limits.standard());

    private static List<Valid> variants(Experiment base, Axis... axes) {
        return switch (VALIDATOR.validate(new SweepSpec(base, List.of(axes)))) {
            case Sound sound -> sound.variants();
            case Unsound unsound -> throw new AssertionError(unsound.problems());
        };
    }

    private static List<String> codes(Experiment base, Axis... axes) {
        return switch (VALIDATOR.validate(new SweepSpec(base, List.of(axes)))) {
            case Sound _ -> List.of();
            case Unsound unsound -> unsound.problems().stream().map(Problem::code).toList();
        };
    }

    @Test
    void eachValueOfOneSettingMeetsEachOfTheOther() {
        List<Valid> variants =
                variants(
                        NET,
                        new Axis.LearningRate(List.of(0.1, 0.2)),
                        new Axis.Units(List.of(3, 4, 5)));
        assertThat(variants)
                .extracting(each -> each.experiment().training().optimizer().learningRate())
                .containsExactly(0.1, 0.1, 0.1, 0.2, 0.2, 0.2);
        assertThat(variants).extracting(SweepCheckTest::units).containsExactly(3, 4, 5, 3, 4, 5);
    }

    private static int units(Valid valid) {
        return ((Linear) valid.experiment().graph().nodes().get(1).layer()).units();
    }

    static Stream<Axis> settings() {
        return Stream.of(
                new Axis.LearningRate(List.of(0.5)),
                new Axis.WeightDecay(List.of(0.5)),
                new Axis.L2(List.of(0.5)),
                new Axis.BatchSize(List.of(5)),
                new Axis.Seed(List.of(5L)),
                new Axis.Optimizer(List.of(VARIANT.training().optimizer())),
                new Axis.Units(List.of(5)),
                new Axis.Activation(List.of(Function.tanh)));
    }

    private static final Experiment VARIANT = NET.withTraining(withOptimizer("adam"));

    @ParameterizedTest
    @MethodSource("settings")
    void eachSettingChangesTheExperimentAndNothingOfItsLastLayer(Axis axis) {
        Experiment changed = variants(NET, axis).getFirst().experiment();
        assertThat(changed).isNotEqualTo(NET);
        assertThat(changed.graph().nodes().getLast()).isEqualTo(NET.graph().nodes().getLast());
        assertThat(changed.dataset()).isEqualTo(NET.dataset());
    }

    static Stream<Arguments> flawed() {
        Axis rate = new Axis.LearningRate(List.of(0.1));
        Axis wide = new Axis.Units(Collections.nCopies(40, 20_000));
        return Stream.of(
                Arguments.of("sweep.axes", NET, new Axis[] {}),
                Arguments.of("sweep.twice", NET, new Axis[] {rate, rate}),
                Arguments.of("sweep.missing", LINEAR, new Axis[] {new Axis.Units(List.of(3))}),
                Arguments.of("sweep.empty", NET, new Axis[] {new Axis.Seed(List.of())}),
                Arguments.of(
                        "sweep.tooMany",
                        NET,
                        new Axis[] {new Axis.BatchSize(Collections.nCopies(65, 10))}),
                Arguments.of("sweep.tooLarge", NET, new Axis[] {wide}),
                Arguments.of(
                        "json.outOfRange", NET, new Axis[] {new Axis.LearningRate(List.of(-1.0))}));
    }

    @ParameterizedTest
    @MethodSource("flawed")
    void whatCannotBeTrainedIsSaid(String code, Experiment base, Axis... axes) {
        Limits small = new Limits(20_000_000, 20L << 20, 10_000_000_000L, 500, 2_000, 200);
        Validator validator = new Validator(small);
        assertThat(validator.validate(new SweepSpec(base, List.of(axes))))
                .isInstanceOfSatisfying(
                        Unsound.class,
                        unsound ->
                                assertThat(unsound.problems())
                                        .extracting(Problem::code)
                                        .contains(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0.1,0.2", "noSuchSetting=1,2", "learningRate=quick", "seed=1,x"})
    void aTextThatIsNoAxisIsSaidWithTheSettingsThatThereAre(String text) {
        assertThat(SweepSetting.read(text)).isEmpty();
        Problem problem = SweepSetting.unreadable(text);
        assertThat(problem.code()).isEqualTo("sweep.unreadable");
        for (Locale locale : Messages.LOCALES) {
            assertThat(new Messages().text(locale, problem)).contains("learningRate", text);
        }
    }

    @Test
    void everyProblemOfSweepsIsTested() {
        TreeSet<String> tested = new TreeSet<>();
        tested.add("problem." + SweepSetting.unreadable("").code());
        flawed().map(each -> "problem." + each.get()[0])
                .filter(code -> code.startsWith("problem.sweep"))
                .forEach(tested::add);
        assertThat(tested)
                .isEqualTo(new Messages().startingWith(Locale.ENGLISH, "problem.sweep").keySet());
    }

    @Test
    void anOptimiserWithoutWeightDecayHasNoneToVary() {
        Experiment rprop = NET.withTraining(withOptimizer("rprop"));
        assertThat(rprop.training().optimizer()).isInstanceOf(OptimizerSpec.Rprop.class);
        assertThat(codes(rprop, new Axis.WeightDecay(List.of(0.1))))
                .containsExactly("sweep.missing");
    }

    private static TrainingSpec withOptimizer(String kind) {
        return Draft.training("\"optimizer\": {\"kind\": \"" + kind + "\"}");
    }
}
