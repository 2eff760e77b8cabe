package dev.spirallab.ui.help;

import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.json.Catalog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that is explained: what the catalogue holds, and what else can be set on the page. The text
 * of {@code <key>} is {@code <key>.help} in the bundles, its formula stands in {@link Formulas}; a
 * setting {@code name} of {@code owner} may have either of its own under {@code <owner>.<name>}.
 */
public final class Topics {
    /** What can be set on the page without being part of an experiment. */
    private static final List<String> OF_THE_PAGE =
            List.of(
                    "topic.pace",
                    "topic.smoothing",
                    "topic.log",
                    "topic.discretise",
                    "topic.picture",
                    "topic.figures",
                    "topic.pen",
                    "topic.weights",
                    "topic.features",
                    "topic.perplexity",
                    "topic.directions",
                    "topic.places",
                    "topic.varied",
                    "topic.values",
                    "topic.compared",
                    "topic.sight",
                    "topic.lines");

    /** What the drawer shows; {@code drawer.<id>} names it. */
    private static final List<String> PANES =
            List.of(
                    "walk",
                    "weights",
                    "layers",
                    "history",
                    "surface",
                    "evaluation",
                    "runs",
                    "sweep",
                    "program");

    private final Texts texts;
    private final Map<String, Topic> topics = new LinkedHashMap<>();

    private Topics(Texts texts) {
        this.texts = texts;
    }

    public static List<Topic> of(Texts texts) {
        Topics all = new Topics(texts);
        all.read(JsonMapper.shared().readTree(Catalog.json()));
        OF_THE_PAGE.forEach(key -> all.add(key, key));
        PANES.forEach(id -> all.add("pane." + id, "drawer." + id));
        return List.copyOf(all.topics.values());
    }

    private void read(JsonNode catalog) {
        catalog.path("records")
                .forEachEntry((owner, record) -> readSettings(owner, record.path("settings")));
        catalog.path("families")
                .forEachEntry(
                        (_, family) -> elements(family.path("kinds")).forEach(this::readKind));
    }

    private void readKind(JsonNode kind) {
        String key = kind.path("key").asString();
        add(key, key);
        readSettings(key, kind.path("settings"));
    }

    private void readSettings(String owner, JsonNode settings) {
        for (JsonNode setting : elements(settings)) {
            String key = setting.path("key").asString();
            String own = owner + "." + setting.path("name").asString();
            add(key, key);
            if (help(own).isPresent() || Formulas.of(own).isPresent()) {
                add(own, key);
            }
            elements(setting.path("choices")).stream()
                    .map(choice -> choice.path("key").asString())
                    .filter(choice -> help(choice).isPresent())
                    .forEach(choice -> add(choice, choice));
        }
    }

    /**
     * @param general the key that has what {@code key} lacks
     */
    private void add(String key, String general) {
        topics.computeIfAbsent(
                key,
                _ ->
                        new Topic(
                                key,
                                texts.of(general),
                                first(help(key), help(general)),
                                first(Formulas.of(key), Formulas.of(general))));
    }

    private static String first(Optional<String> own, Optional<String> general) {
        return Stream.of(own, general).flatMap(Optional::stream).findFirst().orElse("");
    }

    private Optional<String> help(String key) {
        return texts.find(key + ".help");
    }

    private static List<JsonNode> elements(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements;
    }
}
