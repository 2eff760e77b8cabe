package dev.spirallab.ui.share;

import com.vaadin.flow.component.Component;
import dev.spirallab.experiment.LinkToken;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * The addresses of links that this browser has made. The server cannot tell them again, as it keeps
 * no more than a hash of each. Each call names a part of the page, which the browser has or will
 * have.
 */
final class LinkMemory {
    private static final String KEY = "spirallab.links";

    private LinkMemory() {}

    static void keep(Component page, UUID link, LinkToken token) {
        change(page, "links[$1] = $2;", link.toString(), token.value());
    }

    static void forget(Component page, UUID link) {
        change(page, "delete links[$1];", link.toString());
    }

    private static void change(Component page, String how, String... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = KEY;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        page.getElement()
                .executeJs(
                        """
                        try {
                          const links = JSON.parse(localStorage.getItem($0) ?? '{}');
                        """
                                + how
                                + """

                                  localStorage.setItem($0, JSON.stringify(links));
                                } catch { /* a full or forbidden storage keeps nothing */ }
                                """,
                        all);
    }

    /** Tells of all that this browser remembers. */
    static void load(Component page, Consumer<Map<UUID, LinkToken>> consumer) {
        page.getElement()
                .executeJs(
                        """
                        try { return JSON.parse(localStorage.getItem($0) ?? '{}'); } catch { return {}; }
                        """,
                        KEY)
                .then(found -> consumer.accept(read(found)));
    }

    private static Map<UUID, LinkToken> read(JsonNode found) {
        Map<UUID, LinkToken> links = new HashMap<>();
        found.propertyStream()
                .filter(each -> each.getValue().isString())
                .forEach(each ->
                        id(each.getKey())
                                .ifPresent(id ->
                                        links.put(id, new LinkToken(each.getValue().asString()))));
        return links;
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
