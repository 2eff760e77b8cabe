package dev.spirallab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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
        button(other, "Fork and go on from here").click();
        assertThat(button(other, "Play")).isEnabled();
        assertThat(step(other)).hasText("3");
        button(other, "One step").click();
        assertThat(step(other)).hasText("4");
        assertThat(step(page)).hasText("3");
    }
}
