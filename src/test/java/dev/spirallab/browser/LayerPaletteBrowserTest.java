package dev.spirallab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of layers: its groups fold, by clicks and by keys, and stay as they were left. */
class LayerPaletteBrowserTest extends BrowserTest {

    private void openPage() {
        page.navigate("/");
        assertThat(part("totals")).containsText("603 parameters");
    }

    @Test
    void aGroupIsOpenedByAClickOrAKeyAndStaysOpen() {
        openPage();
        assertThat(part("palette-dropout")).isVisible();
        assertThat(part("palette-lstm")).hasCount(0);
        screenshot(page, "layer-palette");

        part("palette-group-recurrent").click();
        part("palette-group-dense").press("Enter");
        part("palette-group-normalisation").press("Space");

        assertThat(part("palette-linear")).hasCount(0);
        assertThat(part("palette-group-dense")).hasAttribute("aria-expanded", "false");
        part("palette-layerNorm").press("Enter");
        assertThat(part("shape-layerNorm-output")).hasText("[N, 100]");
        page.reload();
        assertThat(part("palette-lstm")).isVisible();
        assertThat(part("palette-linear")).hasCount(0);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, en-US", "DARK, zh-CN"})
    void everyGroupIsReadableWhenAllAreOpen(ColorScheme theme, String language) {
        page =
                newPage(
                        options()
                                .setColorScheme(theme)
                                .setLocale(language)
                                .setViewportSize(1366, 1400));
        page.navigate("/");
        Locator folded = page.locator("layer-palette [aria-expanded=false]");
        assertThat(folded.first()).isVisible();
        while (folded.count() > 0) {
            folded.first().click();
        }

        assertThat(part("palette-multiHeadAttention")).isVisible();
        screenshot(page, "layer-palette-open-" + language);
        assertThat(violations(page)).isEmpty();
    }

    private Locator part(String name) {
        return page.getByTestId(name);
    }
}
