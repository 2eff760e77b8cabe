package dev.spirallab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** What people do who share. */
abstract class Sharing extends BrowserTest {

    static void open(Page page, String path) {
        page.navigate(path);
        page.locator("boundary-view[run-id]").waitFor();
    }

    String shortLink(Page page) {
        button(page, "Share").click();
        button(page, "Make a link").click();
        var link = page.getByLabel("Short link");
        assertThat(link).isVisible();
        return path(link);
    }

    /** The test's browsers reach the server by localhost alone. */
    static String path(Locator link) {
        assertThat(link).hasValue(Pattern.compile("http.*"));
        var address = link.inputValue();
        return address.substring(address.indexOf('/', "https://".length()));
    }

    static Locator title(Page page) {
        return page.getByLabel("Title of the experiment");
    }

    static void rename(Page page, String title) {
        title(page).fill(title);
        title(page).press("Enter");
        assertThat(page.locator(".lab-saved-words")).hasText("Saved");
    }

    static Locator step(Page page) {
        return page.locator("run-counters .step dd");
    }

    static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }
}
