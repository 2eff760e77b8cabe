package dev.spirallab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is done on the page is kept, as a person with one or two tabs sees it. */
class KeepingBrowserTest extends BrowserTest {

    @Test
    void whatIsPlayedIsKeptAndOfTwoTabsThatChangeItTheSecondGoesOnWithACopy() {
        open(page);
        assertThat(saved(page)).hasText("Not changed yet");
        button(page, "One step").click();
        assertThat(step(page)).hasText("1");
        assertThat(saved(page)).hasText("Saved");
        var other = page.context().newPage();
        open(other);
        findTheRunOfTheTabBefore(other);

        rename(page, "First come");
        assertThat(page).hasTitle("First come - Spiral Lab");
        assertThat(saved(page)).hasText("Saved");
        rename(other, "Second come");

        assertThat(other.getByText("You go on with a copy of it")).isVisible();
        assertThat(title(other)).hasValue("Second come (copy)");
        page.reload();
        assertThat(title(page)).hasValue("First come");
        other.reload();
        assertThat(title(other)).hasValue("Second come (copy)");
    }

    private static void findTheRunOfTheTabBefore(Page tab) {
        assertThat(step(tab)).hasText("1");
        assertThat(tab.locator(".lab-state")).hasText("Paused");
        button(tab, "My experiments").click();
        assertThat(tab.locator(".lab-mine-row dataset-thumb button"))
                .hasAttribute("style", Pattern.compile("background:.*url\\(\"data:image/png.*"));
        tab.keyboard().press("Escape");
        assertThat(tab.locator(".lab-mine-row")).hasCount(0);
    }

    @Test
    void experimentsAreBroughtBackFoundCopiedDeletedAndTraced() {
        open(page);
        bringBackASavePoint();
        findCopyAndDelete();
        traceWhereACopyCameFrom();
    }

    private void bringBackASavePoint() {
        rename(page, "Good state");
        openSavePoints();
        page.getByLabel("Name of the new save point").fill("Before the lesson");
        button(page, "Save point").click();
        assertThat(page.getByText("Before the lesson")).isVisible();
        page.keyboard().press("Escape");
        rename(page, "Bad state");
        assertThat(saved(page)).hasText("Saved");
        openSavePoints();

        button(page, "Restore “Before the lesson”").click();

        assertThat(title(page)).hasValue("Good state");
        assertThat(saved(page)).hasText("Saved");
        openSavePoints();
        button(page, "Restore “Before “Before the lesson” was restored”").click();
        assertThat(title(page)).hasValue("Bad state");
    }

    private void findCopyAndDelete() {
        rename(page, "Alpha");
        button(page, "Templates").click();
        page.getByText("Regression: hills and hollows").click();
        assertThat(title(page)).hasValue("Regression: hills and hollows");
        rename(page, "Beta");
        assertThat(page.locator(".lab-origin")).isHidden();
        button(page, "My experiments").click();
        assertThat(titles()).hasText(new String[] {"Beta", "Alpha"});
        assertThat(Axe.violations(page, "vaadin-dialog[opened]")).isEmpty();

        deed("Alpha", "Duplicate");
        assertThat(titles()).hasText(new String[] {"Alpha (copy)", "Beta", "Alpha"});
        deed("Alpha (copy)", "Delete");
        assertThat(titles()).hasText(new String[] {"Beta", "Alpha"});
        page.locator("vaadin-notification-card").getByText("Undo").last().click();
        assertThat(titles()).hasText(new String[] {"Alpha (copy)", "Beta", "Alpha"});
        page.getByLabel("Search by title").fill("copy");
        assertThat(titles()).hasText(new String[] {"Alpha (copy)"});
        button(page, "Alpha (copy)").click();

        assertThat(title(page)).hasValue("Alpha (copy)");
    }

    /** It stands beside the title, one click away as long as it is there. */
    private void traceWhereACopyCameFrom() {
        var mark = page.locator(".lab-origin");
        assertThat(mark).hasText("Forked from “Alpha”");
        assertThat(Axe.violations(page, ".lab-top")).isEmpty();

        mark.getByRole(AriaRole.BUTTON).press("Enter");

        assertThat(title(page)).hasValue("Alpha");
        assertThat(mark).isHidden();
        button(page, "My experiments").click();
        button(page, "Alpha (copy)").click();
        assertThat(mark).isVisible();
        button(page, "My experiments").click();
        deed("Alpha", "Delete");
        assertThat(titles()).hasText(new String[] {"Alpha (copy)", "Beta"});
        page.keyboard().press("Escape");
        var offer = page.locator("vaadin-notification-card");
        offer.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Close"))
                .last()
                .click();
        assertThat(offer).hasCount(0);
        mark.getByRole(AriaRole.BUTTON).click();
        assertThat(mark.getByRole(AriaRole.BUTTON)).hasCount(0);
        assertThat(mark).hasText("Forked from “Alpha”");
        assertThat(title(page)).hasValue("Alpha (copy)");
    }

    private Locator titles() {
        return page.locator(".lab-mine-title");
    }

    private void openSavePoints() {
        button(page, "File").click();
        page.getByText("Save points…").click();
    }

    private void deed(String title, String deed) {
        button(page, "What can be done with “" + title + "”").click();
        page.getByRole(AriaRole.MENUITEM, new GetByRoleOptions().setName(deed)).click();
    }

    private static void open(Page page) {
        page.navigate("/");
        page.locator("boundary-view[run-id]").waitFor();
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
