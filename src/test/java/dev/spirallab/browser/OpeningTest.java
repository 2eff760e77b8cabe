package dev.spirallab.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.Test;

class OpeningTest extends BrowserTest {

    @Test
    void thePageIsSentWithItsPolicy() {
        var headers = page.navigate("/").headers();

        assertThat(headers.get("content-security-policy"))
                .contains("script-src 'self' 'nonce-", "frame-ancestors 'self'");
        assertThat(headers).containsEntry("x-content-type-options", "nosniff");
        assertThat(page.navigate("/?embed").headers().get("content-security-policy"))
                .contains("frame-ancestors *");
    }

    @Test
    void thePageOpensWithoutErrorsAndAsksNoOtherHost() {
        page.navigate("/");
        PlaywrightAssertions.assertThat(page.locator("body")).containsText("Spiral Lab");
        screenshot(page, "opening");
    }
}
