package dev.spirallab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** What is done on the page is kept, as a person with one or two tabs sees it. */
class KeepingBrowserTest extends BrowserTest {

    @Test
    void whatIsDoneIsSavedAndANewTabGoesOnFromThere() {
        open(page);
        assertThat(saved(page)).hasText("Not changed yet");

        rename(page, "Kept spiral");

        assertThat(saved(page)).hasText("Saved");
        page.reload();
        assertThat(title(page)).hasValue("Kept spiral");
        var tab = page.context().newPage();
        open(tab);
        assertThat(title(tab)).hasValue("Kept spiral");
    }

    @Test
    void playingATemplateKeepsIt() {
        open(page);

        button(page, "One step").click();

        assertThat(step(page)).hasText("1");
        assertThat(saved(page)).hasText("Saved");
    }

    @Test
    void ofTwoTabsThatChangeOneExperimentTheSecondGoesOnWithACopy() {
        open(page);
        rename(page, "Contested");
        assertThat(saved(page)).hasText("Saved");
        var other = page.context().newPage();
        open(other);
        assertThat(title(other)).hasValue("Contested");

        rename(page, "First come");
        assertThat(saved(page)).hasText("Saved");
        rename(other, "Second come");

        assertThat(other.getByText("You go on with a copy of it")).isVisible();
        assertThat(title(other)).hasValue("Second come (copy)");
        page.reload();
        assertThat(title(page)).hasValue("First come");
        other.reload();
        assertThat(title(other)).hasValue("Second come (copy)");
    }

    private static void open(Page page) {
        page.navigate("/");
        assertThat(page.locator("boundary-view[run-id]")).isVisible();
    }

    private static Locator title(Page page) {
        return page.getByLabel("Title of the experiment");
    }

    private static void rename(Page page, String title) {
        title(page).fill(title);
        title(page).press("Enter");
    }

    private static Locator saved(Page page) {
        return page.locator(".lab-saved-words");
    }

    private static Locator step(Page page) {
        return page.locator("run-counters .step dd");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }
}
