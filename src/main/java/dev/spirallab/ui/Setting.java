package dev.spirallab.ui;

import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.json.Catalog;
import dev.spirallab.ui.help.HelpMark;
import dev.spirallab.ui.kit.Amount;
import dev.spirallab.ui.kit.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A setting as the catalogue describes it.
 *
 * @param owner the record or kind that it belongs to, such as {@code training} or {@code
 *     optimizer.adam}
 */
record Setting(String owner, JsonNode json) {
    private static final JsonNode CATALOG = JsonMapper.shared().readTree(Catalog.json());

    /** The setting {@code name} of a record or kind. */
    static Setting of(String owner, String name) {
        return all(owner).stream()
                .filter(setting -> setting.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The settings of a record or kind, none where there is no such. */
    static List<Setting> all(String owner) {
        int dot = owner.indexOf('.');
        JsonNode holder =
                dot < 0
                        ? CATALOG.path("records").path(owner)
                        : kind(owner.substring(0, dot), owner.substring(dot + 1));
        return stream(holder.path("settings")).map(each -> new Setting(owner, each)).toList();
    }

    private static JsonNode kind(String family, String kind) {
        return stream(CATALOG.path("families").path(family).path("kinds"))
                .filter(each -> text(each, "kind").equals(kind))
                .findFirst()
                .orElseGet(() -> CATALOG.path("none"));
    }

    /** The kinds of a family, such as {@code optimizer}. */
    static List<Choice> kinds(Texts texts, String family) {
        return stream(CATALOG.path("families").path(family).path("kinds"))
                .map(kind -> new Choice(text(kind, "kind"), texts.of(text(kind, "key"))))
                .toList();
    }

    String name() {
        return text(json, "name");
    }

    String key() {
        return text(json, "key");
    }

    String type() {
        return text(json, "type");
    }

    String family() {
        return text(json, "family");
    }

    /** The record that it is. */
    String record() {
        return text(json, "record");
    }

    boolean optional() {
        return json.path("optional").asBoolean();
    }

    /** Whether there must be a value where nobody has chosen any. */
    boolean required() {
        return !optional() && !json.has("default");
    }

    /** Whether hardly anybody changes it. */
    boolean advanced() {
        return json.path("advanced").asBoolean();
    }

    boolean whole() {
        return type().equals("integer") || json.path("whole").asBoolean();
    }

    double min() {
        return json.path("min").asDouble();
    }

    String label(Texts texts) {
        return texts.of(key());
    }

    List<Choice> choices(Texts texts) {
        return stream(json.path("choices"))
                .map(each -> new Choice(text(each, "value"), texts.of(text(each, "key"))))
                .toList();
    }

    /** The topic of one of its choices, such as {@code figure.testLoss}. */
    String topicOf(String choice) {
        return stream(json.path("choices"))
                .filter(each -> text(each, "value").equals(choice))
                .map(each -> text(each, "key"))
                .findFirst()
                .orElse("");
    }

    /** The topics that explain it, the closest first. */
    List<String> topics() {
        return List.of(owner + "." + name(), key());
    }

    HelpMark mark(Texts texts) {
        return new HelpMark(texts, label(texts), topics());
    }

    /** What a number box needs to know of it. */
    Amount amount(Texts texts) {
        String unit = text(json, "unit");
        boolean percent = unit.equals("percent");
        return new Amount(
                whole(),
                optional(),
                min(),
                json.path("max").asDouble(),
                json.path("step").asDouble(1),
                json.path("factor").asDouble(1),
                stream(json.path("usual")).map(JsonNode::asDouble).toList(),
                unit.isEmpty() || percent ? "" : texts.of("unit." + unit),
                texts.find(key() + ".zero").orElse(""),
                percent);
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements.stream();
    }

    private static String text(JsonNode object, String name) {
        return object.path(name).asString("");
    }
}
