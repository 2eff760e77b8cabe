package dev.spirallab.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The built page in a real browser: a fresh context for every test, all other hosts out of reach. A
 * test fails too where the page asked another host for anything or wrote an error to the console.
 */
@Tag("browser")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class BrowserTest {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    /** What the browser of somebody remembers who has seen the tour. */
    private static final String TOUR_SEEN =
            "try { localStorage.setItem('spirallab.tour', 'seen') } catch { /* no storage here */ }";

    /** Machines that are busy otherwise take their time; a failing test takes this long. */
    private static final double PATIENCE = 30_000;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> foreignRequests = new ArrayList<>();
    private final List<String> consoleErrors = new ArrayList<>();
    private final Set<Integer> allowed = new HashSet<>();

    @LocalServerPort private int port;

    /** The page of this test: English, light, 1366 by 768; not opened yet. */
    protected Page page;

    @RegisterExtension
    final AfterTestExecutionCallback pictureOfFailure = this::keepPictureOfFailure;

    @BeforeEach
    void newPage() {
        page = newPage(options());
    }

    @AfterEach
    void closeEverything() {
        contexts.forEach(BrowserContext::close);
        assertThat(foreignRequests).as("requests to other hosts").isEmpty();
        assertThat(consoleErrors).as("errors on the console").isEmpty();
    }

    /** What a page is opened with unless a test wants it otherwise. */
    protected static NewContextOptions options() {
        return new NewContextOptions().setViewportSize(1366, 768).setLocale("en-US");
    }

    /** One more page, with cookies and storage of its own: another person, who knows the tour. */
    protected Page newPage(NewContextOptions options) {
        var page = firstVisit(options);
        page.context().addInitScript(TOUR_SEEN);
        return page;
    }

    /** The page of somebody who has never been here: it begins with the tour. */
    protected Page firstVisit(NewContextOptions options) {
        var context = Chromium.browser().newContext(options.setBaseURL("http://localhost:" + port));
        contexts.add(context);
        context.onRequest(this::note);
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                consoleErrors.add(message.text() + " at " + message.location());
            }
        });
        context.onWebError(error -> consoleErrors.add(error.error()));
        return context.newPage();
    }

    /** The address of a path of the server, such as {@code /}. */
    protected String address(String path) {
        return "http://localhost:" + port + path;
    }

    /** What the console said was wrong so far; a test that expects errors clears it. */
    protected List<String> consoleErrors() {
        return consoleErrors;
    }

    /** Keeps a picture of {@code page} as {@code target/screenshots/name.png}. */
    protected static void screenshot(Page page, String name) {
        page.screenshot(new ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    /** What axe finds wrong on {@code page}, however light: the rule and the elements. */
    protected static List<String> violations(Page page) {
        return Axe.violations(page);
    }

    /** Lets the pages of this test ask another server on this computer too. */
    protected void allow(int otherPort) {
        allowed.add(otherPort);
    }

    private boolean isForeign(String address) {
        var uri = URI.create(address);
        return Set.of("http", "https").contains(uri.getScheme())
                && uri.getPort() != port
                && !allowed.contains(uri.getPort());
    }

    /** The browser reaches no other host anyway; to stop each request here would cost its cache. */
    private void note(Request request) {
        if (isForeign(request.url())) {
            foreignRequests.add(request.url());
        }
    }

    private void keepPictureOfFailure(ExtensionContext test) {
        if (test.getExecutionException().isPresent()) {
            var name = test.getRequiredTestClass().getSimpleName() + "." + test.getDisplayName();
            screenshot(page, "failed-" + name.replaceAll("[^\\w.]", ""));
        }
    }
}
