package dev.spirallab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** Somebody shares a run, and somebody else goes on from there, on one make of database. */
abstract class SharedRunBrowserTest extends Sharing {

    @Test
    void aShortLinkWithItsRunShowsWhatWasLearntAndAForkGoesOnFromThere() {
        open(page, "/");
        rename(page, "Learnt");
        for (int steps = 1; steps <= 3; steps++) {
            button(page, "One step").click();
            assertThat(step(page)).hasText(Integer.toString(steps));
        }
        var link = shortLink(page);
        var other = newPage(options());

        other.navigate(link);

        assertThat(other.getByText("Shared experiment: “Learnt”")).isVisible();
        assertThat(step(other)).hasText("3");
        assertThat(other.locator("run-figures .trainLoss dd"))
                .hasText(page.locator("run-figures .trainLoss dd").textContent());
        assertThat(other.locator(".lab-state")).hasText("Paused");
        other.locator(".lab-drawer-bar").getByText("History").click();
        var moments = other.locator("history-view tbody tr");
        assertThat(moments).hasCount(4);
        other.locator("history-view").getByRole(AriaRole.SLIDER).press("Home");
        var mark = other.locator("boundary-view .back");
        assertThat(mark).containsText("Step 0 of 3 — looking back");
        screenshot(other, "shared-history-1366x768");
        mark.getByText("Back to now").click();
        assertThat(mark).isHidden();
        button(other, "Fork and go on from here").click();
        assertThat(button(other, "Play")).isEnabled();
        assertThat(step(other)).hasText("3");
        button(other, "One step").click();
        assertThat(step(other)).hasText("4");
        assertThat(step(page)).hasText("3");

        other.locator(".lab-drawer-bar").getByText("History").click();
        assertThat(moments).hasCount(5);
        moments.nth(1).locator("button").click();
        assertThat(mark).hasAttribute("data-step", "1");
        var loss = other.locator("run-figures .trainLoss dd").innerText();
        other.getByText("Fork from here").click();
        assertThat(other.getByText("It begins with the weights of step 1.")).isVisible();
        assertThat(step(other)).hasText("0");
        assertThat(other.locator("run-figures .trainLoss dd")).hasText(loss);
    }
}
