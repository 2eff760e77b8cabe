package dev.spirallab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.WaitForFunctionOptions;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Templates;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What the page asks of a browser: script before it can be used, memory while it is. */
class PageCostBrowserTest extends BrowserTest {
    private static final int MOST_SCRIPT_BYTES = 900_000;

    /** A round of the run: so many that what is kept of each of them shows. */
    private static final int BOUNDARIES = 30;

    private static final int POINTS = 1500;
    private static final int ROUNDS = 4;

    /** What the collector leaves now and then; the run's points as objects would be more. */
    private static final int SLACK_BYTES = 1_200_000;

    private static final int FEW = 100;

    private static final WaitForFunctionOptions PATIENCE =
            new WaitForFunctionOptions().setTimeout(120_000);

    @Test
    void theFirstViewNeedsLittleCompressedScript() {
        var visitor = firstVisit(options());
        List<Request> scripts = new ArrayList<>();
        visitor.onRequestFinished(request -> {
            if (request.resourceType().equals("script")) {
                scripts.add(request);
            }
        });

        visitor.navigate("/");
        assertThat(visitor.locator("boundary-view[run-id]")).isVisible();
        assertThat(visitor.locator(".driver-popover")).isVisible();
        visitor.waitForLoadState();

        int bytes = scripts.stream().mapToInt(each -> each.sizes().responseBodySize).sum();
        assertThat(bytes).isBetween(MOST_SCRIPT_BYTES / 10, MOST_SCRIPT_BYTES);
    }

    @Test
    void aRunningExperimentLeavesNothingBehindInThePage() {
        open();
        var browser = page.context().newCDPSession(page);
        browser.send("Performance.enable");
        var before = round(browser);
        List<Usage> after = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            after.add(round(browser));
        }

        var least = Usage.least(after.subList(ROUNDS / 2, ROUNDS));
        assertThat(least.script()).isLessThan(before.script() + SLACK_BYTES);
        assertThat(least.buffers()).isLessThan(before.buffers() + SLACK_BYTES);
        assertThat(least.nodes()).isLessThan(before.nodes() + FEW);
        assertThat(least.listeners()).isLessThan(before.listeners() + FEW);
    }

    /**
     * Trains from the start, and takes stock once all is set back: what is left, is left for ever.
     */
    private Usage round(CDPSession browser) {
        int drawn = count("boundary-view", "frames");
        button("Play").click();
        awaitCounts(drawn + BOUNDARIES, POINTS);
        button("Pause").click();
        assertThat(page.locator(".lab-state")).hasText("Paused");
        button("Reset").click();
        assertThat(page.locator(".lab-state")).hasText("Ready");
        return Usage.of(browser);
    }

    /**
     * What a page holds that nobody can collect.
     *
     * @param script bytes of objects
     * @param buffers bytes of typed arrays
     */
    private record Usage(long script, long buffers, long nodes, long listeners) {

        static Usage of(CDPSession browser) {
            browser.send("HeapProfiler.collectGarbage");
            browser.send("HeapProfiler.collectGarbage");
            var heap = browser.send("Runtime.getHeapUsage");

            var metrics = browser.send("Performance.getMetrics");
            return new Usage(
                    heap.get("usedSize").getAsLong(),
                    heap.get("backingStorageSize").getAsLong(),
                    metric(metrics, "Nodes"),
                    metric(metrics, "JSEventListeners"));
        }

        /** What is kept for ever is there in each of them. */
        static Usage least(List<Usage> usages) {
            return usages.stream().reduce(Usage::least).orElseThrow();
        }

        private Usage least(Usage other) {
            return new Usage(
                    Math.min(script, other.script),
                    Math.min(buffers, other.buffers),
                    Math.min(nodes, other.nodes),
                    Math.min(listeners, other.listeners));
        }
    }

    private static long metric(JsonObject metrics, String name) {
        for (JsonElement metric : metrics.getAsJsonArray("metrics")) {
            if (metric.getAsJsonObject().get("name").getAsString().equals(name)) {
                return metric.getAsJsonObject().get("value").getAsLong();
            }
        }
        throw new AssertionError("no metric " + name);
    }

    private void awaitCounts(int boundaries, int points) {
        page.waitForFunction(
                """
                ([boundaries, points]) =>
                  Number(document.querySelector('boundary-view').dataset.frames) >= boundaries
                    && Number(document.querySelector('loss-chart').dataset.points) >= points
                """,
                List.of(boundaries, points),
                PATIENCE);
    }

    private int count(String element, String what) {
        return Integer.parseInt(page.locator(element).first().getAttribute("data-" + what));
    }

    /** Few data, and a point of the curve every ten steps. */
    private void open() {
        page.navigate("/");
        assertThat(page.locator("boundary-view[run-id]")).isVisible();
        var document = (ObjectNode) ExperimentJson.tree(Templates.get("spiral-relu"));
        document.withObject("dataset").put("samples", 100);
        document.withObject("training").put("steps", 200_000);
        page.locator(".lab-menu-file > vaadin-menu-bar-button").first().click();
        page.getByRole(AriaRole.MENUITEM, new GetByRoleOptions().setName("Open…")).click();
        page.getByLabel("Text of the experiment (JSON)").fill(document.toString());
        button("Open").click();
        var pace =
                page.getByRole(
                        AriaRole.TEXTBOX, new GetByRoleOptions().setName("Speed").setExact(true));
        pace.fill("10000");
        pace.press("Enter");
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }
}
