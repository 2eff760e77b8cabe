package dev.spirallab.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Part;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Does what {@code docs/api.md} says to do, from its first command to its last. */
class ApiDocumentationTest extends ApiTest {
    private static final Path FILE = Path.of("docs", "api.md");
    private static final Pattern COMMAND =
            Pattern.compile(
                    "^(?:(?<name>[A-Z]+)=\\$\\()?curl (?<arguments>[^|>#]*)(?:\\| jq -r \\.(?<field>\\w+)\\))?");
    private static final Pattern WORD =
            Pattern.compile("'([^']*)'|\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s'\"]+)");
    private static final Pattern VARIABLE = Pattern.compile("\\$([A-Z]+)");

    private static final String FLOWERS =
            "width,length,species\n1.4,0.2,setosa\n4.7,1.4,versicolor\n1.3,0.2,setosa\n";

    private final Map<String, byte[]> files = new HashMap<>();
    private final Map<String, String> variables = new TreeMap<>(Map.of("LAB", "", "AUTH", "token"));

    @Test
    void everyCommandWorks() throws IOException {
        Program mine = program();
        Program anybody = stranger();
        List<MatchResult> commands =
                Files.readString(FILE)
                        .lines()
                        .flatMap(line -> COMMAND.matcher(line).results())
                        .toList();
        assertThat(commands).hasSizeGreaterThan(15);
        for (MatchResult command : commands) {
            List<String> words = words(command.group("arguments"));
            Program.Answer answer = call(words.contains("token") ? mine : anybody, words);
            assertThat(answer.status()).as("%s: %s", words, answer.text()).isBetween(200, 299);
            if (command.group("name") != null) {
                String value = answer.json().get(command.group("field")).asString();
                variables.put(command.group("name"), value);
            }
        }
    }

    @Test
    void everyCommandOfTheTableIsOne() throws IOException {
        List<String> names =
                Files.readString(FILE)
                        .lines()
                        .dropWhile(line -> !line.startsWith("| command"))
                        .skip(2)
                        .takeWhile(line -> line.startsWith("|"))
                        .flatMap(line ->
                                Pattern.compile("`(\\w+)`").matcher(line.split("\\|")[1]).results())
                        .map(found -> found.group(1))
                        .toList();
        Map<String, String> needed =
                Map.of(
                        "reseed",
                        ", \"seed\": 1",
                        "pace",
                        ", \"stepsPerSecond\": 0",
                        "setWeight",
                        ", \"node\": \"out\", \"name\": \"bias\", \"index\": 0, \"value\": 1");
        assertThat(names)
                .hasSize(Order.class.getPermittedSubclasses().length)
                .allSatisfy(name -> {
                    String order =
                            "{\"command\": \"%s\"%s}"
                                    .formatted(name, needed.getOrDefault(name, ""));
                    assertThat(ExperimentJson.readPart(Order.class, order))
                            .isInstanceOf(Part.Read.class);
                });
    }

    /** As the shell divides them, variables filled in. */
    private List<String> words(String arguments) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(arguments);
        while (word.find()) {
            if (word.group(1) != null) {
                words.add(word.group(1));
            } else if (word.group(2) != null) {
                words.add(filled(word.group(2).replace("\\\"", "\"")));
            } else {
                words.add(filled(word.group(3)));
            }
        }
        return words;
    }

    private String filled(String text) {
        return VARIABLE.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(variables.getOrDefault(found.group(1), "?")));
    }

    private Program.Answer call(Program program, List<String> words) {
        String path = words.stream().filter(word -> word.startsWith("/")).findFirst().orElseThrow();
        List<String> headers = new ArrayList<>();
        String body = "";
        byte[] file = {};
        String method = "GET";
        for (int i = 0; i + 1 < words.size(); i++) {
            String value = words.get(i + 1);
            switch (words.get(i)) {
                case "-H" ->
                        headers.addAll(
                                value.contains(": ") ? List.of(value.split(": ", 2)) : List.of());
                case "-X" -> method = value;
                case "--json" -> {
                    body = value.equals("@experiment.json") ? SPIRAL : value;
                    method = method.equals("GET") ? "POST" : method;
                }
                case "--data-binary" -> {
                    file = files.getOrDefault(value.substring(1), FLOWERS.getBytes(UTF_8));
                    method = "POST";
                }
                default -> {}
            }
        }
        BodyPublisher sent =
                file.length > 0 ? BodyPublishers.ofByteArray(file) : BodyPublishers.ofString(body);
        Program.Answer answer = program.send(method, path, sent, headers.toArray(String[]::new));
        saved(words).ifPresent(name -> files.put(name, answer.bytes()));
        return answer;
    }

    /** The file that the answer goes to. */
    private static Optional<String> saved(List<String> words) {
        int at = words.indexOf("-o");
        return at < 0 || at + 1 >= words.size() ? Optional.empty() : Optional.of(words.get(at + 1));
    }
}
