package dev.spirallab.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.spec.Problem;
import dev.spirallab.spec.json.Catalog;
import dev.spirallab.spec.json.Templates;
import dev.spirallab.spec.json.Zoo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTest {
    private static final Path FOLDER = Path.of("src/main/resources/i18n");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)");

    private final Messages messages = new Messages();

    static List<String> bundles() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".properties"))
                    .map(name -> name.replaceAll("(_zh_CN)?\\.properties$", ""))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesHaveTheSameKeys(String bundle) {
        assertThat(english(bundle).keySet()).isEqualTo(chinese(bundle).keySet());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyBundleIsLoadedAndNoTextIsEmpty(String bundle) {
        assertThat(Messages.BUNDLES).contains(bundle);
        assertThat(english(bundle).values()).noneMatch(String::isBlank);
        assertThat(chinese(bundle).values()).noneMatch(String::isBlank);
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noKeyIsInTwoBundles(String bundle) throws IOException {
        for (String other : bundles()) {
            if (!other.equals(bundle)) {
                assertThat(english(other))
                        .doesNotContainKeys(english(bundle).keySet().toArray(String[]::new));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void aTranslationUsesNoPlaceholderThatTheOriginalLacks(String bundle) {
        chinese(bundle)
                .forEach((key, text) ->
                        assertThat(placeholders(english(bundle).getOrDefault(key, "")))
                                .as(key)
                                .containsAll(placeholders(text)));
    }

    private static Map<String, String> english(String bundle) {
        return Messages.read("/i18n/" + bundle + ".properties");
    }

    private static Map<String, String> chinese(String bundle) {
        return Messages.read("/i18n/" + bundle + "_zh_CN.properties");
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).toList();
    }

    @Test
    void everyNameOfTheCatalogueHasAText() {
        Matcher keys = Pattern.compile("\"key\":\"([^\"]+)\"").matcher(Catalog.json());
        TreeSet<String> wanted =
                keys.results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
        Matcher groups = Pattern.compile("\"group\":\"([^\"]+)\"").matcher(Catalog.json());
        groups.results().map(found -> "group." + found.group(1)).forEach(wanted::add);
        Templates.NAMES.forEach(
                name -> wanted.addAll(List.of("template." + name, "template." + name + ".help")));
        Zoo.NAMES.forEach(name -> wanted.addAll(List.of("zoo." + name, "zoo." + name + ".help")));
        assertThat(messages.startingWith(Locale.ENGLISH, "").keySet()).containsAll(wanted);
    }

    @Test
    void placeholdersAreFilledOnce() {
        assertThat(
                        messages.text(
                                Locale.ENGLISH,
                                "problem.graph.cycle",
                                Map.of("from", "{to} $1 \\", "to", "b")))
                .startsWith("The connection from “{to} $1 \\” to “b” closes");
    }

    @Test
    void anArgumentMayNameAnotherText() {
        assertThat(messages.text(Locale.CHINA, "fix.setLoss", Map.of("loss", "mse")))
                .isEqualTo("改用均方误差");
    }

    @Test
    void largeNumbersAreGrouped() {
        assertThat(
                        messages.text(
                                Locale.ENGLISH,
                                "problem.budget.parameters",
                                Map.of("have", "20000001", "max", "20000000")))
                .contains("20,000,001");
    }

    @Test
    void aMissingKeyShowsItselfInBrackets() {
        assertThat(messages.text(Locale.ENGLISH, "no.such.key")).isEqualTo("[no.such.key]");
    }

    @Test
    void otherLanguagesReadEnglish() {
        assertThat(messages.text(Locale.FRENCH, "layer.add")).isEqualTo("Add");
        assertThat(messages.text(Locale.TRADITIONAL_CHINESE, "layer.add")).isEqualTo("相加");
    }

    @Test
    void theWholeDocumentHasANameToo() {
        Problem problem =
                Problem.of("json.wrongType", "", Map.of("expected", "object", "found", "list"));
        assertThat(messages.text(Locale.ENGLISH, problem))
                .isEqualTo("The document must be an object { }, but is a list [ ].");
    }
}
