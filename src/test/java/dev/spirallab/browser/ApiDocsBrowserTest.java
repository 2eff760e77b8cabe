package dev.spirallab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApiDocsBrowserTest extends BrowserTest {
    /** As docs/accessibility.md tells them; nothing that is ours may add to them. */
    private static final Set<String> FAULTS_OF_SWAGGER_UI =
            Set.of(
                    "color-contrast",
                    "heading-order",
                    "nested-interactive",
                    "region",
                    "select-name",
                    "target-size");

    @Test
    void theDocumentationOfTheInterfaceOpensAndACallCanBeTried() {
        page.navigate("/api/docs");
        assertThat(page.getByText("Make a token on the page"))
                .isVisible(new IsVisibleOptions().setTimeout(60_000));
        assertThat(page.getByText("Keep a new experiment")).isVisible();
        assertThat(violations(page).stream().map(each -> each.replaceAll("(?s):.*", "")))
                .isSubsetOf(FAULTS_OF_SWAGGER_UI);
        page.getByText("Read the JSON Schema of the experiment document").click();
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Try it out")).click();
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Execute")).click();
        assertThat(page.locator(".live-responses-table .response .response-col_status"))
                .containsText("200");
        screenshot(page, "api-docs");
    }
}
