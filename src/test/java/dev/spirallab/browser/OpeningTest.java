package dev.spirallab.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.ArrayList;
import java.util.List;
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
    void afterAnUpdateNothingOfTheOldPageIsShown() {
        List<Response> answers = new ArrayList<>();
        page.onResponse(answers::add);
        page.navigate("/");
        PlaywrightAssertions.assertThat(page.locator(".lab-mark")).isVisible();
        page.navigate("/embed/refused");

        assertThat(answers.stream().filter(OpeningTest::isOurs))
                .anyMatch(answer -> answer.url().contains("/styles.css?"))
                .anyMatch(answer -> answer.url().contains("/icons/mark.svg"))
                .allSatisfy(answer ->
                        assertThat(answer.headers().get("cache-control"))
                                .as(answer.url())
                                .satisfiesAnyOf(
                                        said -> assertThat(said).contains("no-cache"),
                                        said -> {
                                            assertThat(said).contains("immutable");
                                            assertThat(answer.url()).containsPattern("[?]v-c=\\w+");
                                        }));
    }

    private static boolean isOurs(Response answer) {
        return answer.url().contains("/styles") || answer.url().contains("/icons/");
    }

    @Test
    void thePageFetchesOneStylesheetOfOurs() {
        List<Response> answers = new ArrayList<>();
        page.onResponse(answers::add);
        page.navigate("/");
        PlaywrightAssertions.assertThat(page.locator(".lab-mark")).isVisible();

        assertThat(answers.stream().map(Response::url).filter(url -> url.contains("/styles")))
                .hasSize(1);
    }

    @Test
    void thePageOpensWithoutErrorsAndAsksNoOtherHost() {
        page.navigate("/");
        PlaywrightAssertions.assertThat(page.locator("body")).containsText("Spiral Lab");
        screenshot(page, "opening");
    }
}
