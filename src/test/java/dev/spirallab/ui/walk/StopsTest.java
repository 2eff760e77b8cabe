package dev.spirallab.ui.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.dataset.Datasets;
import dev.spirallab.engine.Lab;
import dev.spirallab.engine.LayerExperiments;
import dev.spirallab.engine.Training;
import dev.spirallab.engine.Walk;
import dev.spirallab.i18n.Messages;
import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Resources;
import dev.spirallab.ui.components.Walkthrough;
import dev.spirallab.ui.components.Walkthrough.Entry;
import dev.spirallab.ui.components.Walkthrough.Shown;
import dev.spirallab.ui.components.Walkthrough.Stop;
import dev.spirallab.ui.components.Walkthrough.Way;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StopsTest {
    private static final Messages MESSAGES = new Messages();
    private static final Texts ENGLISH = new Texts(MESSAGES, Locale.ENGLISH);
    private static final Texts CHINESE = new Texts(MESSAGES, Locale.SIMPLIFIED_CHINESE);
    private static final String JSON = ExperimentJson.write(Resources.read("/lessons/c1.json"));
    private static final Valid LESSON = Lab.valid(JSON);

    private static Walk followed(Valid valid, int steps) {
        try (Training training =
                Lab.ENGINE.open(valid, Datasets.create(valid.experiment().dataset()))) {
            Lab.train(training, steps);
            return training.walk(OptionalInt.empty());
        }
    }

    private static List<Stop> stops(Valid valid) {
        return Stops.of(ENGLISH, valid, followed(valid, 0)).stops();
    }

    private static List<String> texts(Stop stop, String tensor) {
        return shown(stop, tensor).entries().stream().map(Entry::text).toList();
    }

    private static Shown shown(Stop stop, String tensor) {
        return stop.tensors().stream()
                .filter(each -> each.name().equals(tensor))
                .findFirst()
                .orElseThrow();
    }

    private static String formula(Stop stop, String tensor, int k) {
        return shown(stop, tensor).entries().get(k).formula();
    }

    @Test
    void theLessonGoesForwardToTheLossAndBackAndEndsWithTheUpdate() {
        List<Stop> stops = stops(LESSON);
        assertThat(stops)
                .extracting(stop -> stop.way() + " " + stop.node())
                .containsExactly(
                        "forward input",
                        "forward hidden",
                        "forward output",
                        "loss output",
                        "backward output",
                        "backward hidden",
                        "update hidden",
                        "update output");
        assertThat(stops.get(2).words())
                .isEqualTo("output · Linear takes 0.5933, 0.5969 and gives 0.7514, 0.7729.");
        assertThat(stops.get(3).words())
                .isEqualTo(
                        "The model answers 0.7514, 0.7729, the target is 0.0100, 0.9900: the loss"
                                + " is 0.2984.");
        assertThat(texts(stops.get(5), "Weights"))
                .containsExactly("0.0004", "0.0009", "0.0005", "0.0010");
        assertThat(texts(stops.get(4), "Weights"))
                .containsExactly("0.0822", "0.0827", "−0.0226", "−0.0227");
        assertThat(texts(stops.get(6), "weight, after"))
                .containsExactly("0.1498", "0.1996", "0.2498", "0.2995");
        assertThat(texts(stops.get(7), "weight, after"))
                .containsExactly("0.3589", "0.4087", "0.5113", "0.5614");
    }

    @Test
    void theLessonsFormulasHaveItsNumbers() {
        List<Stop> stops = stops(LESSON);
        assertThat(formula(stops.get(1), "Sums, before the activation function", 0))
                .isEqualTo("z_{1} = 0.15 \\cdot 0.05 + 0.2 \\cdot 0.1 + 0.35 = 0.3775");
        assertThat(formula(stops.get(1), "Outputs", 0))
                .isEqualTo("y_{1} = f(z_{1}) = \\frac{1}{1 + e^{-0.3775}} = 0.5933");
        assertThat(formula(stops.get(3), "Loss", 0))
                .isEqualTo(
                        "L = \\frac{1}{2} \\left(\\left(0.7514 - 0.01\\right)^2 +"
                                + " \\left(0.7729 - 0.99\\right)^2\\right) = 0.2984");
        assertThat(formula(stops.get(4), "Gradient of the outputs", 0))
                .isEqualTo("\\frac{\\partial L}{\\partial y_{1}} = 0.7514 - 0.01 = 0.7414");
        assertThat(formula(stops.get(4), "Gradient of the sums", 0))
                .endsWith("= 0.7414 \\cdot 0.7514 \\cdot (1 - 0.7514) = 0.1385");
        assertThat(formula(stops.get(4), "Weights", 0))
                .isEqualTo(
                        "\\frac{\\partial L}{\\partial w_{1,1}} = 0.1385 \\cdot 0.5933 = 0.08217");
        assertThat(formula(stops.get(4), "Gradient of the inputs", 0))
                .isEqualTo(
                        "\\frac{\\partial L}{\\partial x_{1}} = 0.4 \\cdot 0.1385 + 0.5 \\cdot"
                                + " \\left(-0.0381\\right) = 0.03635");
        assertThat(formula(stops.get(7), "weight, after", 0))
                .isEqualTo(
                        "\\begin{aligned} w &= 0.4 - 0.5 \\cdot 0.08217 = 0.3589 \\end{aligned}");
    }

    @Test
    void optimisersShowWhatTheyKeep() {
        Valid adam = with("{\"kind\": \"adam\", \"learningRate\": 0.1}");
        String formula = formula(stops(adam).get(7), "weight, after", 0);
        assertThat(formula)
                .contains("m &= 0.9 \\cdot 0 + 0.1 \\cdot 0.08217 = 0.008217")
                .contains("v &= 0.999 \\cdot 0 + 0.001 \\cdot 0.08217^2")
                .contains("\\hat m &= \\frac{0.008217}{1 - 0.9^{1}} = 0.08217")
                .contains("w &= 0.4 - 0.1 \\cdot \\frac{0.08217}{")
                .contains("= 0.3 \\end{aligned}");
        Valid momentum = with("{\"kind\": \"sgd\", \"learningRate\": 0.5, \"momentum\": 0.9}");
        assertThat(formula(stops(momentum).get(7), "weight, after", 0))
                .contains("v &= 0.9 \\cdot 0 + 0.08217 = 0.08217")
                .contains("w &= 0.4 - 0.5 \\cdot 0.08217 = 0.3589");
    }

    private static Valid with(String optimizer) {
        return Lab.valid(
                JSON.replaceFirst(
                        "\"optimizer\"\\s*:\\s*\\{[^}]*}", "\"optimizer\": " + optimizer));
    }

    static Stream<Named<Valid>> experiments() {
        Set<Class<?>> seen = new HashSet<>();
        return LayerExperiments.all()
                .filter(named ->
                        named.getPayload().order().stream()
                                .map(node -> (Class<?>) node.layer().getClass())
                                .anyMatch(seen::add));
    }

    /** In both languages, whatever the layer. */
    @ParameterizedTest
    @MethodSource("experiments")
    void everyLayerIsToldWithWholeFormulasAndTexts(Valid valid) {
        Walk followed = followed(valid, 1);
        for (Texts texts : List.of(ENGLISH, CHINESE)) {
            Walkthrough walk = Stops.of(texts, valid, followed);
            assertThat(walk.stops()).extracting(Stop::way).contains(Way.values());
            for (Stop stop : walk.stops()) {
                assertThat(stop.title() + stop.words() + stop.notes())
                        .doesNotContain("[walk.", "{", "null");
                Stream.concat(
                                stop.rules().stream(),
                                stop.tensors().stream()
                                        .flatMap(tensor -> tensor.entries().stream())
                                        .map(Entry::formula))
                        .forEach(StopsTest::requireBalanced);
            }
        }
    }

    private static void requireBalanced(String formula) {
        assertThat(count(formula, "{")).as(formula).isEqualTo(count(formula, "}"));
        assertThat(count(formula.replace("\\leftarrow", ""), "\\left"))
                .as(formula)
                .isEqualTo(count(formula.replace("\\rightarrow", ""), "\\right"));
        assertThat(formula).doesNotContain("null", "NaN");
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length;
    }
}
