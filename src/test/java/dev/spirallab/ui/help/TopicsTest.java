package dev.spirallab.ui.help;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.i18n.Messages;
import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.json.Catalog;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TopicsTest {
    /** Points that end a sentence; the one in 0.5 does not. */
    private static final Pattern ENGLISH = Pattern.compile("[.?!](?=\\s|$)");

    private static final Pattern CHINESE = Pattern.compile("[。？！]");

    private static final Messages MESSAGES = new Messages();

    /** Features are named by their formulas, and explained together. */
    private static final String FEATURE = "feature.";

    static List<Topic> english() {
        return Topics.of(new Texts(MESSAGES, Locale.ENGLISH));
    }

    static List<Topic> chinese() {
        return Topics.of(new Texts(MESSAGES, Locale.SIMPLIFIED_CHINESE));
    }

    @Test
    void everythingInTheCatalogueIsExplained() {
        TreeSet<String> wanted =
                Pattern.compile("\"key\":\"([^\"]+)\"")
                        .matcher(Catalog.json())
                        .results()
                        .map(found -> found.group(1))
                        .filter(key -> !key.startsWith(FEATURE))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(english()).extracting(Topic::key).containsAll(wanted);
        assertThat(chinese()).extracting(Topic::key).containsAll(wanted);
    }

    @Test
    void eachPaneOfTheDrawerIsExplained() {
        List<String> panes =
                ResourceBundle.getBundle("i18n.drawer", Locale.ROOT).keySet().stream()
                        .filter(key -> key.matches("drawer\\.\\w+\\.help"))
                        .map(key -> key.replaceAll("drawer(\\.\\w+)\\.help", "pane$1"))
                        .toList();

        assertThat(panes).hasSizeGreaterThan(1);
        assertThat(english()).extracting(Topic::key).containsAll(panes);
    }

    @ParameterizedTest
    @MethodSource("english")
    void anExplanationIsTwoSentencesAndAFormula(Topic topic) {
        assertThat(ENGLISH.matcher(topic.text()).results()).as(topic.text()).hasSize(2);
        assertThat(topic.formula()).isNotBlank();
        assertThat(topic.name()).doesNotStartWith("[");
    }

    @ParameterizedTest
    @MethodSource("chinese")
    void anExplanationInChineseIsTwoSentencesAndAFormulaToo(Topic topic) {
        assertThat(CHINESE.matcher(topic.text()).results()).as(topic.text()).hasSize(2);
        assertThat(topic.formula()).isNotBlank();
        assertThat(topic.name()).doesNotStartWith("[");
    }

    @Test
    void aSettingMayMeanSomethingOfItsOwnSomewhere() {
        assertThat(formula("optimizer.adamW.weightDecay"))
                .isNotEqualTo(formula("setting.weightDecay"));
        assertThat(formula("optimizer.rmsprop.momentum")).isNotEqualTo(formula("setting.momentum"));
    }

    private static String formula(String key) {
        return english().stream()
                .filter(topic -> topic.key().equals(key))
                .map(Topic::formula)
                .findFirst()
                .orElseThrow();
    }
}
