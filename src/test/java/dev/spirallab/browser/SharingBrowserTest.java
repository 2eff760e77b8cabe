package dev.spirallab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** Two people in two browsers share experiments, as they would do it. */
class SharingBrowserTest extends BrowserTest {

    @Test
    void aLinkThatCarriesTheExperimentShowsItElsewhereAndAForkIsOnesOwn() {
        open(page, "/");
        rename(page, "Carried spiral");
        button(page, "Share").click();
        var link =
                path(
                        page.getByRole(
                                AriaRole.TEXTBOX,
                                new GetByRoleOptions().setName("Link").setExact(true)));
        screenshot(page, "share-1366x768");
        var other = newPage(options());

        other.navigate(link);

        assertThat(other.getByText("Shared experiment: “Carried spiral”")).isVisible();
        assertThat(button(other, "Play")).isHidden();
        assertThat(title(other)).hasValue("Carried spiral");
        screenshot(other, "shared-1366x768");
        button(other, "Fork to make it yours").click();
        assertThat(button(other, "Play")).isEnabled();
        assertThat(title(other)).hasValue("Carried spiral");
        button(other, "My experiments").click();
        assertThat(other.getByText("Forked from “Carried spiral”")).isVisible();
    }

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

    @Test
    void aRevokedLinkAndADamagedOneLeadToAClearPage() {
        open(page, "/");
        var link = shortLink(page);
        page.getByRole(AriaRole.TAB, new GetByRoleOptions().setName("My links")).click();
        page.getByText("Revoke", new Page.GetByTextOptions().setExact(true)).click();
        page.getByText("Revoke for good").click();
        assertThat(page.getByText("You have made no short links yet.")).isVisible();
        var other = newPage(options());

        other.navigate(link);
        assertThat(other.getByText("This link leads nowhere")).isVisible();

        other.navigate("/#e=damaged");
        assertThat(other.getByText("This link is damaged")).isVisible();
        other.getByText("To the workbench").click();
        assertThat(button(other, "Play")).isEnabled();
    }

    private static void open(Page page, String path) {
        page.navigate(path);
        page.locator("boundary-view[run-id]").waitFor();
    }

    private String shortLink(Page page) {
        button(page, "Share").click();
        button(page, "Make a link").click();
        var link = page.getByLabel("Short link");
        assertThat(link).isVisible();
        return path(link);
    }

    /** The test's browsers reach the server by localhost alone. */
    private static String path(Locator link) {
        assertThat(link).hasValue(java.util.regex.Pattern.compile("http.*"));
        var address = link.inputValue();
        return address.substring(address.indexOf('/', "https://".length()));
    }

    private static Locator title(Page page) {
        return page.getByLabel("Title of the experiment");
    }

    private static void rename(Page page, String title) {
        title(page).fill(title);
        title(page).press("Enter");
        assertThat(page.locator(".lab-saved-words")).hasText("Saved");
    }

    private static Locator step(Page page) {
        return page.locator("run-counters .step dd");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }
}
