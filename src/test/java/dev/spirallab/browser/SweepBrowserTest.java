package dev.spirallab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SweepBrowserTest extends BrowserTest {

    @Test
    void learningRatesAndWidthsAreTrainedAtOnceTheChosenVariantIsContinuedAndAllIsFoundAgain() {
        page.navigate("/");
        page.locator(".lab-drawer-bar").getByText("Sweep").click();
        page.getByRole(AriaRole.BUTTON, named("Larger")).click();
        Locator pane = page.locator(".lab-pane-sweep");
        values(pane, 0).fill("0.001, fast");
        pane.getByText("Train all").click();
        assertThat(pane).containsText("Type values with commas in between");

        values(pane, 0).fill("0.0001, 0.01, 0.03");
        Locator second = pane.locator("vaadin-select").nth(1);
        second.click();
        page.getByRole(AriaRole.OPTION, named("Units of the hidden layers")).click();
        values(pane, 1).fill("4, 20");
        pane.getByText("Train all").click();

        Locator cells = pane.locator(".lab-sweep-table button");
        assertThat(cells).hasCount(6);
        Locator status = pane.getByRole(AriaRole.STATUS);
        assertThat(status).containsText(Pattern.compile("Best so far: Learning rate .+, Units"));
        assertThat(pane.locator(".lab-sweep-table img").last()).isVisible();
        Locator chosen =
                pane.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions()
                                .setName(
                                        Pattern.compile(
                                                "^Learning rate 0.03, Units of the hidden layers"
                                                        + " 20: \\d")));
        assertThat(status)
                .containsText(
                        "6 variants, done.",
                        new LocatorAssertions.ContainsTextOptions().setTimeout(120_000));
        chosen.click();
        assertThat(chosen).hasAttribute("aria-pressed", "true");
        String figure = chosen.textContent();
        assertThat(violations(page)).isEmpty();
        screenshot(page, "sweep-1366x768");
        pane.locator("vaadin-select")
                .filter(new Locator.FilterOptions().setHasText("Show as"))
                .click();
        page.getByRole(AriaRole.OPTION, named("Parallel axes")).click();
        Locator parallel = pane.locator(".lab-sweep-parallel .chart");
        assertThat(parallel.locator("canvas")).isVisible();
        assertThat(parallel).hasAttribute("aria-label", Pattern.compile("A line for each variant"));
        assertThat(pane.locator(".lab-sweep-table")).isHidden();
        assertThat(violations(page)).isEmpty();
        screenshot(page, "sweep-parallel-1366x768");

        pane.getByText("Continue with this one").click();
        assertThat(page.getByText("This is now your experiment")).isVisible();
        assertThat(page.getByTestId("rf__node-hidden")).containsText("60 parameters");
        page.getByRole(AriaRole.BUTTON, named("Smaller")).click();
        screenshot(page, "sweep-taken-1366x768");

        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.getByRole(AriaRole.BUTTON, named("中文")).click();
        page.locator(".lab-drawer-bar").getByText("扫描").click();
        page.locator(".lab-drawer-size").click();
        pane.locator(".lab-sweep-earlier").click();
        page.getByRole(AriaRole.OPTION, containing("6 个变体")).click();
        assertThat(status).containsText("6 个变体，已完成。");
        assertThat(cells.last()).hasText(figure);
        screenshot(page, "sweep-earlier-zh-dark-1366x768");
        pane.getByText("删除这次扫描").click();
        assertThat(cells).hasCount(0);
        assertThat(pane.locator(".lab-sweep-earlier")).isHidden();
    }

    private static Page.GetByRoleOptions containing(String name) {
        return new Page.GetByRoleOptions().setName(Pattern.compile(name));
    }

    private static Locator values(Locator pane, int line) {
        return pane.locator("vaadin-text-field input").nth(line);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
