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
