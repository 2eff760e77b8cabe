package dev.spirallab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.spirallab.account.Tokens;
import dev.spirallab.account.Tokens.Creation.Created;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Templates;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Who does too much, or sends too much, is told so, on the page as through the API. */
@TestPropertySource(
        properties = {
            "spirallab.limits.rate.start.owner=2",
            "spirallab.limits.rate.start.per=PT24H",
            "spirallab.limits.rate.share.owner=1",
            "spirallab.limits.rate.share.per=PT24H",
            "spirallab.limits.rate.prepare.owner=3",
            "spirallab.limits.rate.prepare.per=PT24H"
        })
class LimitsBrowserTest extends BrowserTest {
    private static final String TOO_OFTEN = "That was too often. Try again in";

    @Autowired private Tokens tokens;

    @Test
    void runsAreStartedOnlySoOften() {
        open();
        for (int run = 1; run <= 2; run++) {
            button("One step").click();
            assertThat(step()).hasText("1");
            button("Reset").click();
            assertThat(step()).hasText("0");
        }

        button("One step").click();

        assertThat(page.getByText(TOO_OFTEN)).isVisible();
        assertThat(step()).hasText("0");
        assertThat(violations(page)).isEmpty();
    }

    @Test
    void runsStandReadyOnlySoOften() {
        open();
        var boundary = page.locator("boundary-view");
        for (String data : new String[] {"Moons", "Circles"}) {
            var before = boundary.getAttribute("run-id");
            button(data).click();
            assertThat(boundary).hasAttribute("run-id", Pattern.compile("^(?!" + before + "$).+"));
        }

        button("Moons").click();

        assertThat(page.getByText(TOO_OFTEN)).isVisible();
        assertThat(page.locator("boundary-view[run-id]")).hasCount(0);
    }

    @Test
    void linksAreMadeOnlySoOften() {
        open();
        button("Share").click();
        button("Make a link").click();
        assertThat(page.getByLabel("Short link")).isVisible();
        page.keyboard().press("Escape");
        button("Share").click();

        button("Make a link").click();

        assertThat(page.getByText(TOO_OFTEN)).isVisible();
    }

    @Test
    void aFileThatIsTooLargeIsToldAndNothingIsLost(@TempDir Path folder) throws IOException {
        var file = folder.resolve("large.json");
        Files.writeString(file, " ".repeat(5 << 20));
        open();
        button("File").click();
        page.getByText("Open…").click();

        page.waitForFileChooser(() -> button("Choose a file…").click()).setFiles(file);

        var complaint = page.locator(".lab-problems");
        assertThat(complaint).hasText("This file is too large for an experiment.");
        assertThat(violations(page)).isEmpty();
        assertThat(page.locator("boundary-view[run-id]")).hasCount(1);
    }

    @Test
    void theApiStartsAndSharesOnlySoOftenToo() throws Exception {
        var token = ((Created) tokens.create(OwnerId.random(), "test")).token();
        var wish =
                "{\"experiment\": %s}"
                        .formatted(ExperimentJson.write(Templates.get(Templates.FIRST)));
        assertThat(call("/runs", token, wish).statusCode()).isEqualTo(201);
        assertThat(call("/runs", token, wish).statusCode()).isEqualTo(201);
        assertThat(call("/links", token, wish).statusCode()).isEqualTo(201);

        for (var path : new String[] {"/runs", "/links"}) {
            var answer = call(path, token, wish);
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
            assertThat(answer.body()).contains("\"code\":\"account.tooOften\"", TOO_OFTEN);
        }
    }

    private HttpResponse<String> call(String path, String token, String body)
            throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(address("/api/v1" + path)))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .header("Accept-Language", "en")
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private void open() {
        page.navigate("/");
        page.locator("boundary-view[run-id]").waitFor();
    }

    private Locator step() {
        return page.locator("run-counters .step dd");
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }
}
