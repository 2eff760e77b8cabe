package dev.spirallab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the page asks of a browser before it can be used. */
class PageCostBrowserTest extends BrowserTest {
    private static final int MOST_SCRIPT_BYTES = 900_000;

    @Test
    void theFirstViewNeedsLittleCompressedScript() {
        var visitor = firstVisit(options());
        List<Request> scripts = new ArrayList<>();
        visitor.onRequestFinished(request -> {
            if (request.resourceType().equals("script")) {
                scripts.add(request);
            }
        });

        visitor.navigate("/");
        assertThat(visitor.locator("boundary-view[run-id]")).isVisible();
        assertThat(visitor.locator(".driver-popover")).isVisible();
        visitor.waitForLoadState();

        int bytes = scripts.stream().mapToInt(each -> each.sizes().responseBodySize).sum();
        assertThat(bytes).isBetween(MOST_SCRIPT_BYTES / 10, MOST_SCRIPT_BYTES);
    }
}
