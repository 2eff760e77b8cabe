package dev.spirallab.ui.texts;

import dev.spirallab.i18n.Messages;
import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.Sha256;
import dev.spirallab.spec.json.Catalog;
import dev.spirallab.ui.help.Topic;
import dev.spirallab.ui.help.Topics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the page's own elements are told of their language: a script that browsers keep, since its
 * name changes with what it says. {@code frontend/texts/texts.ts} is its other half.
 *
 * @param name such as {@code en.0123456789abcdef.js}
 * @param content of the script
 */
record PageTexts(String name, String content) {
    /** What the elements ask for begins with one of these. */
    private static final String[] PREFIXES = {
        "action.area.",
        "chart.",
        "editor.",
        "fanMode.",
        "function.",
        "group.",
        "help.",
        "initializer.",
        "layer.",
        "nonlinearity.",
        "setting."
    };

    private static final int HASH_DIGITS = 16;

    /** As the elements read it. */
    private record Told(JsonNode catalog, Map<String, String> messages, List<Topic> topics) {}

    static PageTexts of(Messages messages, Locale locale) {
        JsonMapper mapper = JsonMapper.shared();
        Told told =
                new Told(
                        mapper.readTree(Catalog.json()),
                        messages.startingWith(locale, PREFIXES),
                        Topics.of(new Texts(messages, locale)));
        String script = "window.spiralLabTexts=" + mapper.writeValueAsString(told) + ";";
        return new PageTexts(
                locale.getLanguage() + "." + Sha256.of(script).substring(0, HASH_DIGITS) + ".js",
                script);
    }
}
