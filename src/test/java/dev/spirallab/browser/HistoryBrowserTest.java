package dev.spirallab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.spirallab.experiment.LinkText;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Reading;
import dev.spirallab.spec.json.Templates;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Looking back at a run, and going another way from there. */
class HistoryBrowserTest extends BrowserTest {

    @Test
    void aRunIsLookedBackAtPlayedBackAndForked() {
        page.navigate("/#e=" + LinkText.write(lasting()));
        page.getByRole(AriaRole.BUTTON, named("Fork to make it yours")).click();
        assertThat(page.locator("boundary-view[run-id]")).isAttached();
        page.getByRole(AriaRole.BUTTON, named("Play")).click();
        page.locator(".lab-drawer-bar").getByText("History").click();
        Locator view = page.locator("history-view");
        assertThat(view.locator("tbody tr").nth(4)).isVisible();
        assertThat(view.locator("output")).hasText(Pattern.compile("Now, step [\\d,]+"));
        view.locator("tbody tr").nth(2).locator("button").click();
        Locator mark = page.locator("boundary-view .back");
        assertThat(mark).isVisible(); // while it trains
        mark.getByText("Back to now").click();
        page.getByRole(AriaRole.BUTTON, named("Pause")).click();
        assertThat(page.getByRole(AriaRole.BUTTON, named("Play"))).isVisible();

        assertThat(mark).isHidden();
        view.locator("tbody tr").nth(2).locator("button").click();
        String step = view.locator("tbody tr").nth(2).getAttribute("data-step");
        assertThat(mark).hasAttribute("data-step", step);
        assertThat(mark)
                .containsText(Pattern.compile("Step " + step + " of [\\d,]+ — looking back"));
        assertThat(page.locator("loss-chart[figure='loss'] .mark")).hasAttribute("data-step", step);
        assertThat(page.locator("run-figures")).hasAttribute("data-back", "");
        Locator slider = view.getByRole(AriaRole.SLIDER);
        slider.press("Home");
        assertThat(mark).hasAttribute("data-step", "0");
        assertThat(violations(page)).isEmpty();
        screenshot(page, "history-1366x768");

        mark.getByText("Back to now").click();
        assertThat(mark).isHidden();
        assertThat(slider).hasAttribute("aria-valuetext", Pattern.compile("Now, step [\\d,]+"));

        mark.evaluate(
                "mark => { window.seen = new Set(); new MutationObserver(() =>"
                        + " window.seen.add(mark.dataset.step)).observe(mark, {attributes: true}) }");
        view.getByText("Play back").click();
        assertThat(mark).isVisible();
        assertThat(mark).isHidden();
        assertThat(view.getByText("Play back")).isVisible();
        List<?> seen = (List<?>) page.evaluate("[...window.seen].filter(step => step).map(Number)");
        assertThat(seen).hasSizeGreaterThan(1);
        assertThat(List.copyOf(seen))
                .isEqualTo(
                        page.evaluate(
                                "[...window.seen].filter(step => step).map(Number).sort((a, b) => a - b)"));

        slider.press("Home");
        slider.press("ArrowRight");
        String second = view.locator("tbody tr").nth(1).getAttribute("data-step");
        assertThat(mark).hasAttribute("data-step", second);
        String loss = page.locator("run-figures .trainLoss dd").innerText();
        view.getByText("Fork from here").click();

        assertThat(page.getByText("It begins with the weights of step " + second + "."))
                .isVisible();
        assertThat(mark).isHidden();
        assertThat(page.locator("run-counters .step dd")).hasText("0");
        assertThat(page.locator("run-figures .trainLoss dd")).hasText(loss);
        assertThat(page.locator(".lab-origin")).containsText("Spiral");
        screenshot(page, "history-forked-1366x768");
    }

    /** A run that does not end while it is looked at. */
    private static Experiment lasting() {
        ObjectNode document = (ObjectNode) ExperimentJson.tree(Templates.get(Templates.FIRST));
        ((ObjectNode) document.path("training")).put("steps", 1_000_000);
        return ((Reading.Read) ExperimentJson.read(document.toString())).experiment();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
