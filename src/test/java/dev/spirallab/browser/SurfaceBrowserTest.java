package dev.spirallab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Surfaces in space: the loss around the weights, and what the model answers. */
class SurfaceBrowserTest extends BrowserTest {

    @Test
    void theLossAroundTheWeightsAndTheModelsAnswersAreSeenInSpace() {
        page.navigate("/");
        assertThat(page.locator("boundary-view[run-id]")).isAttached();
        page.getByRole(AriaRole.BUTTON, named("Play")).click();
        page.locator(".lab-drawer-bar").getByText("History").click();
        assertThat(page.locator("history-view tbody tr").nth(4)).isVisible();
        page.getByRole(AriaRole.BUTTON, named("Pause")).click();
        page.locator(".lab-drawer-bar").getByText("Surface").click();
        page.getByRole(AriaRole.BUTTON, named("Larger")).click();
        Locator pane = page.locator(".lab-pane-surface");
        Locator view = pane.locator("surface-view");
        assertThat(view).containsText("Press Compute to see the loss");
        choose(pane, 1, "Those of the run’s path");
        choose(pane, 2, "21 × 21");
        page.getByRole(AriaRole.BUTTON, named("Compute")).click();

        Locator space = view.locator(".space");
        assertThat(space).isVisible();
        assertThat(view).hasAttribute("data-shown", Pattern.compile("loss \\d+"));
        assertThat(view.locator(".words"))
                .hasText(
                        Pattern.compile(
                                "Loss around the weights of step .+ Flatness: .+ This plane holds"
                                        + " \\d+% of the run’s movement. .+"));
        assertThat(pane.getByText("Compute again")).isVisible();
        String pose = view.getAttribute("data-pose");
        space.press("ArrowRight");
        assertThat(view).not().hasAttribute("data-pose", pose);
        view.getByLabel("Turn right").click();
        assertThat(view).not().hasAttribute("data-pose", pose);
        space.press("Home");
        assertThat(view).hasAttribute("data-pose", pose);
        assertThat(violations(page)).isEmpty();
        screenshot(page, "surface-loss-1366x768");
        view.locator(".more > button").click();
        view.locator("[data-do=table]").click();
        assertThat(view.locator(".table tbody tr")).hasCount(11);
        view.locator(".table .close").click();

        choose(pane, 0, "Model’s answers");
        assertThat(view).hasAttribute("data-shown", Pattern.compile("scores \\d+"));
        view.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("class 2")).click();
        assertThat(view.locator(".words")).containsText("Height: probability of class 2.");
        String shown = view.getAttribute("data-shown");
        screenshot(page, "surface-scores-1366x768");
        page.emulateMedia(
                new Page.EmulateMediaOptions()
                        .setColorScheme(com.microsoft.playwright.options.ColorScheme.DARK));
        page.getByRole(AriaRole.BUTTON, named("Play")).click();
        assertThat(view).not().hasAttribute("data-shown", shown);
        screenshot(page, "surface-scores-dark-1366x768");
    }

    private void choose(Locator pane, int select, String option) {
        pane.locator("vaadin-select").nth(select).click();
        page.getByRole(AriaRole.OPTION, named(option)).click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
