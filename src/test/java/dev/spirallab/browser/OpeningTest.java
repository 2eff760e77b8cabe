package dev.spirallab.browser;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.Test;

class OpeningTest extends BrowserTest {

    @Test
    void thePageOpensWithoutErrorsAndAsksNoOtherHost() {
        page.navigate("/");
        PlaywrightAssertions.assertThat(page.locator("body")).containsText("Spiral Lab");
        screenshot(page, "opening");
    }
}
