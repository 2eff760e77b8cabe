package dev.spirallab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.spirallab.run.Run;
import dev.spirallab.run.RunId;
import dev.spirallab.run.Runs;
import java.time.Duration;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One person trains, others watch by the link that he gave them. */
class WatchingBrowserTest extends BrowserTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired private Runs runs;

    @Test
    void whoWatchesFollowsARunThatOthersCommandAndCannotHarmItUntilTheLinkIsRevoked() {
        open(page, "/");
        takeTime(page);
        play(page);
        await(() -> assertThat(step(page)).isPositive());
        var link = watchLink(page);
        var watcher = newPage(options());
        open(watcher, link);
        seeOnlyWhatWatchingNeeds(watcher);
        forgeEventsInVain(watcher);
        followWhenTheRunBeginsAnew(watcher);
        followWhenTheRunIsPaused(watcher);
        assertThat(watchLink(page)).isEqualTo(link);
        revokeTheLinkTo("Moons");
        assertThat(watcher.getByText("This run is over")).isVisible();
        assertThat(watchLink(page)).isNotEqualTo(link);
    }

    private void seeOnlyWhatWatchingNeeds(Page watcher) {
        assertThat(watcher.getByText("You are watching somebody’s run.")).isVisible();
        assertThat(runId(watcher)).isEqualTo(runId(page));
        assertThat(button(watcher, "Pause")).isHidden();
        assertThat(watcher.getByText("Templates")).isHidden();
        await(() -> assertThat(step(watcher)).isPositive());
    }

    private void forgeEventsInVain(Page watcher) {
        var id = runId(page);
        var before = run(id).experiment();

        watcher.evaluate(
                """
                () => {
                  const editor = document.querySelector('graph-editor');
                  const send = (name, detail) => editor.dispatchEvent(new CustomEvent(name, { detail }));
                  send('restart', {});
                  send('apply-edits', { edits: [{ kind: 'setTraining', path: 'batchSize', value: 1 }] });
                  for (const load of [0, 1, 2]) {
                    send('graph-changed', { load, revision: 9, graph: { nodes: [], edges: [] } });
                  }
                }
                """);

        var then = step(page);
        await(() -> assertThat(step(page)).isGreaterThan(then));
        assertThat(watcher.getByText("You are watching somebody’s run.")).isVisible();
        assertThat(run(id).experiment()).isEqualTo(before);
        assertThat(runId(page)).isEqualTo(id);
    }

    private void followWhenTheRunBeginsAnew(Page watcher) {
        var first = runId(page);

        button(page, "Moons").click();
        button(page, "Restart with changes").click();

        await(() -> assertThat(runId(page)).isNotEqualTo(first));
        await(() -> assertThat(runId(watcher)).isEqualTo(runId(page)));
        assertThat(watcher.getByText("You are watching somebody’s run.")).isVisible();
        watcher.waitForFunction(
                "[...document.querySelectorAll('dataset-thumb')].find(each => each.selected)?.label === 'Moons'");
        assertThat(watcher.getByTestId("setting-output-units")).hasValue("2");
        assertThat(state(watcher)).hasText("Training");
        await(() -> assertThat(step(watcher)).isPositive());
    }

    private void followWhenTheRunIsPaused(Page watcher) {
        button(page, "Pause").click();
        assertThat(state(watcher)).hasText("Paused");
        await(() -> assertThat(step(watcher)).isEqualTo(step(page)));
        assertThat(violations(watcher)).isEmpty();
        screenshot(watcher, "watching-1366x768");
    }

    private void revokeTheLinkTo(String title) {
        button(page, "Share").click();
        page.getByRole(AriaRole.TAB, new GetByRoleOptions().setName("My links")).click();
        button(page, "Revoke the link to “" + title + "”").click();
        button(page, "Revoke for good").click();
        assertThat(page.getByText("You have made no links yet.")).isVisible();
        page.keyboard().press("Escape");
    }

    @Test
    void theLinkHoldsWhenThePageIsReloadedOrLeftAndWhoWatchesMakesItsOwnCopy() {
        open(page, "/");
        var link = watchLink(page);
        page.reload();
        page.locator("boundary-view[run-id]").waitFor();
        var watcher = newPage(options());
        open(watcher, link);

        button(page, "One step").click();

        await(() -> assertThat(step(watcher)).isEqualTo(1));
        assertThat(watchLink(page)).isEqualTo(link);
        var trained = runId(page);
        leaveAnUntouchedRunOfMoons(trained);
        watcher.reload();
        await(() -> assertThat(step(watcher)).isEqualTo(1));
        assertThat(runId(watcher)).isEqualTo(trained);

        button(watcher, "Make my own copy").click();

        assertThat(button(watcher, "Play")).isVisible();
        assertThat(runId(watcher)).isNotEqualTo(trained);
        leadBackToTheWorkbenchFromAKeyThatIsNotOurs(watcher, link);
    }

    private void leaveAnUntouchedRunOfMoons(String trained) {
        button(page, "Moons").click();
        assertThat(page.getByText("before your last changes")).isVisible();
        button(page, "Reset").click();
        await(() -> assertThat(runId(page)).isNotEqualTo(trained));
        var untouched = new RunId(runId(page));
        page.navigate("about:blank");
        Awaitility.await().atMost(PATIENCE).until(() -> runs.find(untouched).isEmpty());
    }

    private static void leadBackToTheWorkbenchFromAKeyThatIsNotOurs(Page watcher, String link) {
        var forged = link.substring(0, link.length() - 2) + (link.endsWith("AA") ? "BA" : "AA");

        watcher.navigate(forged);
        assertThat(watcher.getByText("This run is over")).isVisible();
        watcher.getByText("To the workbench").click();

        assertThat(button(watcher, "Play")).isVisible();
    }

    private void open(Page page, String path) {
        page.navigate(path);
        assertThat(page.locator("boundary-view[run-id]")).isVisible();
        assertThat(page.locator("run-figures .trainLoss dd")).hasText(Pattern.compile(".*\\d.*"));
    }

    /** As the share dialog tells it; the test's browsers reach the server by localhost alone. */
    private static String watchLink(Page page) {
        button(page, "Share").click();
        page.getByRole(AriaRole.TAB, new GetByRoleOptions().setName("Watch live")).click();
        var link =
                page.getByRole(
                        AriaRole.TEXTBOX, new GetByRoleOptions().setName("Link").setExact(true));
        var make = button(page, "Make a link to watch");
        assertThat(link.or(make)).isVisible();
        if (make.isVisible()) {
            make.click();
        }
        assertThat(link).hasValue(Pattern.compile(".*\\?watch=.*"));
        var address = link.inputValue();
        page.keyboard().press("Escape");
        assertThat(link).isHidden();
        return address.substring(address.indexOf('/', "https://".length()));
    }

    private static void play(Page page) {
        button(page, "Play").click();
    }

    /** Lets the run last longer than any test. */
    private static void takeTime(Page page) {
        var speed =
                page.getByRole(
                        AriaRole.TEXTBOX, new GetByRoleOptions().setName("Speed").setExact(true));
        speed.fill("10");
        speed.press("Enter");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator state(Page page) {
        return page.locator(".lab-state");
    }

    private static String runId(Page page) {
        return page.locator("boundary-view").getAttribute("run-id");
    }

    private Run run(String id) {
        return runs.find(new RunId(id)).orElseThrow(() -> new AssertionError("closed meanwhile"));
    }

    private static long step(Page page) {
        var digits = page.locator("run-counters .step dd").textContent().replaceAll("\\D", "");
        return digits.isEmpty() ? -1 : Long.parseLong(digits);
    }

    /** Lets the browser's requests pass meanwhile: they are held until Playwright is called. */
    private void await(ThrowingRunnable condition) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInSameThread()
                .untilAsserted(() -> {
                    page.waitForTimeout(20);
                    condition.run();
                });
    }
}
