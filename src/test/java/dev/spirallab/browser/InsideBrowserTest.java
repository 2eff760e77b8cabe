package dev.spirallab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Looking inside a model while it trains. */
class InsideBrowserTest extends BrowserTest {

    @Test
    void eachUnitShowsWhatItPutsOutAndIsEnlargedUnderThePointerAndTheKeyboard() {
        open(page);
        Locator units = page.locator("[data-testid^='unit-hidden-']");
        assertThat(units).hasCount(16);
        assertThat(page.locator("[data-testid='node-hidden'] .sl-units")).containsText("16 of 100");
        assertThat(page.locator("[data-testid^='unit-input-']")).hasCount(2);
        assertThat(page.locator("[data-testid^='unit-output-']")).hasCount(3);
        String before = units.first().getAttribute("aria-label");
        play(page);
        assertThat(units.first()).not().hasAttribute("aria-label", before);

        Locator lit = page.locator("boundary-view .lit");
        assertThat(lit).isHidden();
        units.nth(1).hover();
        assertThat(lit).hasText(Pattern.compile("Linear hidden · unit 7: .+ to .+"));
        screenshot(page, "units");
        page.mouse().move(2, 2);
        assertThat(lit).isHidden();

        page.locator(".react-flow__node[data-id='hidden']").focus();
        page.keyboard().press("Enter");
        Locator strip = page.locator("[data-testid='node-hidden'] [role=listbox]");
        strip.focus();
        assertThat(lit).hasText(Pattern.compile("Linear hidden · unit 1: .+"));
        page.keyboard().press("ArrowRight");
        assertThat(lit).hasText(Pattern.compile("Linear hidden · unit 7: .+"));
        assertThat(violations(page)).isEmpty();
    }

    @Test
    void whoDoesNotWantPicturesOfUnitsIsNotGivenThem() {
        open(page);
        Locator eye = page.locator("[data-testid='units']");
        assertThat(eye).hasAttribute("aria-pressed", "true");
        assertThat(page.locator(".sl-unit").first()).isVisible();
        eye.click();
        assertThat(eye).hasAttribute("aria-pressed", "false");
        assertThat(page.locator(".sl-unit")).hasCount(0);
        eye.click();
        assertThat(page.locator(".sl-unit").first()).isVisible();
    }

    @Test
    void onAPhonePicturesOfUnitsAreShownOnlyToWhoAsks() {
        Page phone = newPage(options().setViewportSize(390, 844).setLocale("zh-CN"));
        open(phone);
        assertThat(phone.locator("[data-testid='units']")).hasAttribute("aria-pressed", "false");
        assertThat(phone.locator(".sl-unit")).hasCount(0);
    }

    @Test
    void theLayersPaneTellsLiveWhatGoesOnInEachLayer() {
        open(page);
        tab("Layers").click();
        Locator view = page.locator("layers-view");
        Locator rows = view.locator("tbody tr");
        assertThat(rows).hasCount(2);
        assertThat(view.locator(".words"))
                .hasText(Pattern.compile("Gradients of the next batch .+ 256 rows .+"));
        assertThat(rows.first().locator("th")).hasText("hidden · Linear");
        assertThat(rows.first().locator(".gradientNorm .word")).hasText("healthy");
        assertThat(rows.first().locator(".dead")).hasText(Pattern.compile("\\d+%"));
        assertThat(rows.last().locator(".dead")).hasText("");
        assertThat(rows.first().locator(".weights svg"))
                .hasAttribute(
                        "aria-label", Pattern.compile("From .+ to .+, mean .+ deviation .+\\."));
        assertThat(view.locator(".rate b")).hasText("0.00100");
        String bars = rows.first().locator(".activations .bars").getAttribute("d");
        play(page);
        assertThat(rows.first().locator(".activations .bars")).not().hasAttribute("d", bars);
        assertThat(rows.first().locator(".gradientNorm .trail"))
                .hasAttribute("d", Pattern.compile("M.+L.+"));
        assertThat(violations(page)).isEmpty();
        screenshot(page, "layers");
        view.locator(".more > button").click();
        view.locator("[data-do=table]").click();
        assertThat(view.locator(".table tbody tr")).hasCount(2);
        assertThat(view.locator(".table tbody tr").first())
                .containsText(Pattern.compile("hidden · Linear.*From .+ to .+healthy"));
        page.keyboard().press("Escape");
        assertThat(savedByPalette("Layers: save as CSV")).isEqualTo("layers.csv");
        assertThat(savedByPalette("Layers: save as PNG")).isEqualTo("layers.png");

        tab("Layers").press("Enter");
        assertThat(view).hasCount(0);
    }

    private String savedByPalette(String action) {
        page.keyboard().press("Control+k");
        page.keyboard().type(action);
        assertThat(page.locator("dialog [role=option][aria-selected=true]")).containsText(action);
        return page.waitForDownload(() -> page.keyboard().press("Enter")).suggestedFilename();
    }

    private Locator tab(String name) {
        return page.locator(".lab-drawer-bar").getByText(Pattern.compile("^" + name + "$"));
    }

    private static void open(Page page) {
        page.navigate("/");
        assertThat(page.locator("boundary-view[run-id]")).isAttached();
        assertThat(page.locator("[data-testid='units']")).isAttached();
    }

    private static void play(Page page) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Play").setExact(true))
                .click();
    }
}
