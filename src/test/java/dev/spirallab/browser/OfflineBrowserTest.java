package dev.spirallab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.spirallab.SpiralLabApplication;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The server goes away while somebody works, and comes back as another process would. */
class OfflineBrowserTest extends BrowserTest {
    private static final Pattern LOST = Pattern.compile("Connection lost.*|Reconnecting…");

    @TempDir private Path data;
    private ConfigurableApplicationContext server;
    private int port;

    @AfterEach
    void stop() {
        page.navigate("about:blank");
        server.close();
    }

    @Test
    void whatIsDoneWhileTheServerIsAwayIsSavedOnceItIsBack() throws IOException {
        open();
        give(field("Title of the experiment"), "Before");
        assertThat(saved()).hasText("Saved");
        remember(3);
        page.locator(".lab-settings-button").click();
        var seed = page.locator(".lab-settings").getByLabel("Seed", exact());

        server.close();
        give(seed, "11");
        give(field("Title of the experiment"), "Meanwhile");
        give(field("Learning rate"), "0.03");
        page.getByRole(AriaRole.SLIDER, new GetByRoleOptions().setName("Noise").setExact(true))
                .fill("0.31");
        give(page.getByTestId("setting-hidden-units"), "7");
        assertThat(offline()).isVisible();
        assertThat(moments()).hasCount(4);
        assertThat(page.locator("history-view")).hasAttribute("stale", "");
        assertThat(page.locator("run-connection").getByText(LOST).first()).isVisible();
        screenshot(page, "offline-1366x768");
        server = start();

        assertThat(offline()).isHidden();
        assertKept();
        assertThat(seed).hasValue("11");
        assertThat(saved()).hasText("Saved");
        lookBack();
        page.navigate("about:blank");
        page.navigate(address());
        assertKept();
        consoleErrors().removeIf(OfflineBrowserTest::isOfTheBreak);
    }

    private void remember(int steps) {
        for (int step = 1; step <= steps; step++) {
            page.getByRole(
                            AriaRole.BUTTON,
                            new GetByRoleOptions().setName("One step").setExact(true))
                    .click();
            assertThat(page.locator("run-counters .step dd")).hasText(Integer.toString(step));
        }
        page.locator(".lab-drawer-bar").getByText("History").click();
        assertThat(moments()).hasCount(steps + 1);
    }

    /** The pane that was open is open again, and the moments outlived the server. */
    private void lookBack() {
        var view = page.locator("history-view");
        assertThat(view).not().hasAttribute("stale", "");
        assertThat(moments()).hasCount(4);
        view.getByRole(AriaRole.SLIDER).press("Home");
        var mark = page.locator("boundary-view .back");
        assertThat(mark).containsText("Step 0 of 3 — looking back");
        screenshot(page, "offline-history-again-1366x768");
        mark.getByText("Back to now").click();
        assertThat(mark).isHidden();
    }

    private Locator moments() {
        return page.locator("history-view tbody tr");
    }

    private void assertKept() {
        assertThat(field("Title of the experiment")).hasValue("Meanwhile");
        assertThat(field("Learning rate")).hasValue("0.03");
        assertThat(field("Noise")).hasValue("0.31");
        assertThat(page.getByTestId("setting-hidden-units")).hasValue("7");
    }

    @Test
    void aTemplateThatIsTouchedFirstWhileTheServerIsAwayIsSavedOnceItIsBack() throws IOException {
        open();
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Templates").setExact(true))
                .click();
        page.getByText("Regression: hills and hollows").click();
        assertThat(field("Title of the experiment")).hasValue("Regression: hills and hollows");

        server.close();
        give(field("Learning rate"), "0.03");
        assertThat(offline()).isVisible();
        server = start();

        assertThat(offline()).isHidden();
        assertThat(saved()).hasText("Saved");
        assertThat(field("Learning rate")).hasValue("0.03");
        assertThat(field("Title of the experiment")).hasValue("Regression: hills and hollows");
        consoleErrors().removeIf(OfflineBrowserTest::isOfTheBreak);
    }

    private void open() throws IOException {
        port = freePort();
        allow(port);
        server = start();
        page.navigate(address());
        page.locator("boundary-view[run-id]").waitFor();
    }

    private String address() {
        return "http://localhost:" + port + "/";
    }

    private static void give(Locator field, String value) {
        field.fill(value);
        field.press("Enter");
    }

    private static boolean isOfTheBreak(String error) {
        return error.contains("net::ERR_") || error.contains("WebSocket connection");
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(SpiralLabApplication.class)
                .run(
                        "--server.port=" + port,
                        "--spring.datasource.url=jdbc:h2:file:"
                                + data.resolve("lab")
                                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                                + ";OPTIMIZE_REUSE_RESULTS=0;DB_CLOSE_ON_EXIT=FALSE");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Locator offline() {
        return page.getByText("Offline. Saved once the server is back");
    }

    private Locator saved() {
        return page.locator(".lab-saved-words");
    }

    private Locator field(String name) {
        return page.locator(".lab-top, .lab-console, .lab-data")
                .getByRole(
                        AriaRole.TEXTBOX,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator.GetByLabelOptions exact() {
        return new Locator.GetByLabelOptions().setExact(true);
    }
}
