package dev.spirallab.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.i18n.Messages;
import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Reading;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DifferencesTest {
    private static final Texts TEXTS = new Texts(new Messages(), Locale.ENGLISH);

    private static final String DOCUMENT =
            """
            {"format": 1, "title": "One", "dataset": {"kind": "spiral"},
             "graph": {"nodes": [
                 {"id": "in", "layer": {"kind": "input"}},
                 {"id": "hidden", "layer": {"kind": "linear", "units": 8, "activation": "relu"}},
                 {"id": "out", "layer": {"kind": "linear", "units": 3}}],
              "edges": [{"from": "in", "to": "hidden"}, {"from": "hidden", "to": "out"}]},
             "training": {"loss": {"kind": "crossEntropy"},
                          "optimizer": {"kind": "sgd", "learningRate": 0.1}}}
            """;

    private static Experiment changed(String from, String to) {
        assertThat(DOCUMENT).contains(from);
        return ((Reading.Read) ExperimentJson.read(DOCUMENT.replace(from, to))).experiment();
    }

    @Test
    void aSettingThatDiffersIsNamedWithItsValueInEach() {
        var differences =
                Differences.among(TEXTS, List.of(changed("0.1", "0.1"), changed("0.1", "0.5")));

        assertThat(differences.of(0)).isEqualTo("Learning rate 0.1");
        assertThat(differences.of(1)).isEqualTo("Learning rate 0.5");
    }

    @Test
    void layersAreNamedByTheirNodesAndFunctionsInWords() {
        var differences =
                Differences.among(
                        TEXTS,
                        List.of(
                                changed("8", "8"),
                                changed(
                                        "8, \"activation\": \"relu\"",
                                        "9, \"activation\": \"tanh\"")));

        assertThat(differences.of(1)).contains("hidden Units 9", "hidden Activation tanh");
    }

    @Test
    void whatDiffersAmongThoseOfOneKindIsNamedBesideTheKind() {
        var differences =
                Differences.among(
                        TEXTS,
                        List.of(
                                changed("sgd", "sgd"),
                                changed("0.1", "0.5"),
                                changed("sgd", "adam")));

        assertThat(differences.of(0)).contains("Learning rate 0.1");
        assertThat(differences.of(1)).contains("Learning rate 0.5").contains("SGD");
        assertThat(differences.of(2)).contains("Adam");
    }

    @Test
    void titlesAndPlacesOnTheCanvasAreNoDifference() {
        var differences =
                Differences.among(
                        TEXTS,
                        List.of(
                                changed("One", "One"),
                                changed("\"title\": \"One\"", "\"title\": \"Two\"")));

        assertThat(differences.of(0)).isEmpty();
    }

    @Test
    void dataOfOnesOwnAreNamedByTheirFilesNotByWhatIsInThem() {
        Experiment spiral = changed("0.1", "0.1");
        Experiment one = changed("{\"kind\": \"spiral\"}", file("one.csv", "1"));
        Experiment other = changed("{\"kind\": \"spiral\"}", file("other.csv", "2"));

        assertThat(Differences.among(TEXTS, List.of(spiral, one)).of(1)).isEqualTo("Data Table");
        assertThat(Differences.among(TEXTS, List.of(one, other)).of(1))
                .contains("other.csv")
                .doesNotContain("2222");
    }

    private static String file(String name, String digit) {
        return """
        {"kind": "table", "content": {"sha256": "%s", "name": "%s"}, "rows": 2, "label": "y",
         "columns": [{"kind": "number", "name": "x"}, {"kind": "number", "name": "y"}]}
        """
                .formatted(digit.repeat(64), name);
    }

    @Test
    void ofDifferentKindsTheKindsAreNamedNotTheirSettings() {
        var differences =
                Differences.among(
                        TEXTS,
                        List.of(
                                changed("sgd", "sgd"),
                                changed(
                                        "\"sgd\", \"learningRate\": 0.1",
                                        "\"adam\", \"learningRate\": 0.1")));

        assertThat(differences.of(0)).isEqualTo("Optimiser SGD");
        assertThat(differences.of(1)).isEqualTo("Optimiser Adam");
    }
}
