package dev.spirallab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DrawerBrowserTest extends BrowserTest {

    @Test
    void theProgramIsOpenedAndTheLinesOfTheChosenLayerAreMarked() {
        page.navigate("/");
        Locator tab = tab("Program");
        assertThat(tab).hasAttribute("aria-expanded", "false");
        tab.click();
        Locator listing = page.getByRole(AriaRole.REGION, named("Program"));
        assertThat(listing).containsText("def train(");
        assertThat(listing.locator(".lab-marked")).hasCount(0);

        page.getByTestId("rf__node-hidden").focus();
        page.keyboard().press("Enter");

        assertThat(listing.locator(".lab-marked").first()).isVisible();
        assertThat(String.join("", listing.locator(".lab-marked").allTextContents()))
                .contains("hidden = ", "hidden_weight", "relu")
                .doesNotContain("output = ");
        assertThat(violations(page)).isEmpty();
        screenshot(page, "drawer-program-1366x768");

        page.getByRole(AriaRole.BUTTON, named("Larger")).click();
        screenshot(page, "drawer-program-large-1366x768");
        tab.press("Enter");

        assertThat(tab).hasAttribute("aria-expanded", "false");
        assertThat(listing).hasCount(0);
    }

    @Test
    void runsAreLaidOverEachOtherAndNamedByWhatDiffers() {
        page.navigate("/");
        page.getByRole(AriaRole.BUTTON, named("One epoch")).click();
        assertThat(page.locator(".lab-state")).hasText("Paused");
        tab("Runs").click();
        Locator table = page.locator(".lab-runs-grid");
        assertThat(table).containsText("Spiral: one ReLU layer");
        page.locator(".lab-knobs vaadin-select").click();
        page.getByRole(AriaRole.OPTION, named("SGD")).click();
        page.locator(".lab-play").click();

        Locator chart = page.locator(".lab-runs-curves e-chart .chart");
        assertThat(chart)
                .hasAttribute(
                        "aria-label",
                        Pattern.compile("1: .*Optimiser SGD.*2: .*Optimiser Adam", Pattern.DOTALL));
        assertThat(violations(page)).isEmpty();

        Locator star = table.getByLabel("Star the run of Spiral").first();
        star.click();
        assertThat(table.locator(".lab-star[aria-pressed=true]")).hasCount(1);
        Locator note = table.getByLabel("Note on the run of Spiral").first();
        note.fill("与原来比较");
        note.press("Enter");
        table.getByLabel("Duplicate the run of Spiral").first().click();
        Locator dialog = page.locator(".lab-one-change");
        dialog.locator("vaadin-text-field input").fill("fast");
        dialog.getByText("Duplicate and train").click();
        assertThat(dialog).containsText("Type one value of this setting");
        dialog.locator("vaadin-text-field input").fill("0.03");
        screenshot(page, "drawer-one-change-1366x768");
        dialog.getByText("Duplicate and train").click();

        assertThat(chart)
                .hasAttribute(
                        "aria-label", Pattern.compile("3: .*Learning rate 0.03", Pattern.DOTALL));
        assertThat(table).containsText("· Learning rate 0.03");
        page.getByRole(AriaRole.BUTTON, named("Larger")).click();
        page.getByText("Only starred ones").click();
        assertThat(table.locator(".lab-star:visible")).hasCount(1);
        assertThat(violations(page)).isEmpty();
        screenshot(page, "drawer-runs-1366x768");

        table.locator("[aria-label^='Delete the run of']:visible").click();
        assertThat(table.locator(".lab-star:visible")).hasCount(0);
        Locator toast = page.locator(".lab-toast").filter(saying("is deleted."));
        assertThat(toast).containsText(Pattern.compile("The run of “.*” is deleted."));
        assertThat(violations(page)).isEmpty();
        screenshot(page, "drawer-runs-deleted-1366x768");
        toast.getByText("Undo").click();
        assertThat(table.locator(".lab-star:visible")).hasCount(1);
    }

    private static Locator.FilterOptions saying(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }

    private Locator tab(String name) {
        return page.locator(".lab-drawer-bar").getByText(Pattern.compile("^" + name + "$"));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
