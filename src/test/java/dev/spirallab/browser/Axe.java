package dev.spirallab.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Axe, by WCAG 2.2 A and AA and by its best practices. Its script is put into each page once:
 * {@link AxeBuilder} would do so for every look, and open a page of its own each time. What comes
 * slowly is looked at once it is there.
 */
final class Axe {
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final String RUN =
            """
            async ([within, rules]) => {
              const roots = (root) => [root, ...[...root.querySelectorAll('*')]
                  .filter((element) => element.shadowRoot)
                  .flatMap((element) => roots(element.shadowRoot))];
              const moving = roots(document).flatMap((root) => root.getAnimations())
                  .filter(({ playState, effect }) => playState === 'running'
                      && Number.isFinite(effect.getComputedTiming().endTime));
              await Promise.allSettled(moving.map(({ finished }) => finished));
              const found = await axe.run(within ? { include: [within] } : document, {
                runOnly: rules, resultTypes: ['violations'], iframes: false, preload: false,
              });
              return found.violations.map(({ id, help, nodes }) =>
                  `${id}: ${help} ${nodes.map((node) => node.html).join(' ')}`);
            }
            """;

    private static final String SCRIPT = script();

    private Axe() {}

    /** What is wrong on the page, however light: the rule and the elements. */
    static List<String> violations(Page page) {
        return violations(page, "");
    }

    /**
     * What is wrong in a part of the page.
     *
     * @param within a selector of the part; nothing for all of it
     */
    @SuppressWarnings("unchecked") // what the script gives is strings
    static List<String> violations(Page page, String within) {
        if (!(boolean) page.evaluate("'axe' in window")) {
            page.evaluate(SCRIPT);
        }
        return (List<String>) page.evaluate(RUN, List.of(within, RULES));
    }

    private static String script() {
        try (var script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(requireNonNull(script).readAllBytes(), UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
