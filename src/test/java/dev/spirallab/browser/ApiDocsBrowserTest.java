package dev.spirallab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

class ApiDocsBrowserTest extends BrowserTest {

    @Test
    void theDocumentationOfTheInterfaceOpensAndACallCanBeTried() {
        page.navigate("/api/docs");
        assertThat(page.getByText("Make a token on the page"))
                .isVisible(new IsVisibleOptions().setTimeout(60_000));
        assertThat(page.getByText("Keep a new experiment")).isVisible();
        page.getByText("Read the JSON Schema of the experiment document").click();
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Try it out")).click();
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Execute")).click();
        assertThat(page.locator(".live-responses-table .response .response-col_status"))
                .containsText("200");
        screenshot(page, "api-docs");
    }
}
