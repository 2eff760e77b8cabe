package dev.spirallab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.spirallab.SpiralLabApplication;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The server goes away while somebody works, and comes back as another process would. */
class OfflineBrowserTest extends BrowserTest {
    @TempDir private Path data;
    private ConfigurableApplicationContext server;

    @AfterEach
    void stop() {
        page.navigate("about:blank");
        server.close();
    }

    @Test
    void whatIsDoneWhileTheServerIsAwayIsSavedOnceItIsBack() throws IOException {
        int port = freePort();
        allow(port);
        server = start(port);
        var address = "http://localhost:" + port + "/";
        page.navigate(address);
        page.locator("boundary-view[run-id]").waitFor();
        field(page, "Title of the experiment").fill("Before");
        field(page, "Title of the experiment").press("Enter");
        assertThat(page.locator(".lab-saved-words")).hasText("Saved");

        server.close();
        page.getByTestId("setting-hidden-units").fill("7");
        page.getByTestId("setting-hidden-units").press("Enter");
        field(page, "Title of the experiment").fill("Meanwhile");
        field(page, "Title of the experiment").press("Enter");
        field(page, "Learning rate").fill("0.03");
        field(page, "Learning rate").press("Enter");
        assertThat(page.getByText("Offline. Saved once the server is back")).isVisible();
        screenshot(page, "offline-1366x768");
        server = start(port);

        assertThat(page.getByText("Offline. Saved once the server is back")).isHidden();
        assertKept(page);
        assertThat(page.locator(".lab-saved-words")).hasText("Saved");
        var tab = page.context().newPage();
        tab.navigate(address);
        assertKept(tab);
        tab.close();
        consoleErrors().removeIf(error -> error.contains("net::ERR_"));
    }

    private static void assertKept(Page page) {
        assertThat(field(page, "Title of the experiment")).hasValue("Meanwhile");
        assertThat(field(page, "Learning rate")).hasValue("0.03");
        assertThat(page.getByTestId("setting-hidden-units")).hasValue("7");
    }

    private ConfigurableApplicationContext start(int port) {
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

    private static Locator field(Page page, String name) {
        return page.getByRole(
                AriaRole.TEXTBOX, new GetByRoleOptions().setName(name).setExact(true));
    }
}
