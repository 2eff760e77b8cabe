package dev.spirallab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each experiment has an address and names its tab, as people with several expect. */
class AddressBrowserTest extends BrowserTest {

    @Test
    void aKeptExperimentHasAnAddressAndNamesTheTab() {
        open(page);
        rename("Next week");

        assertThat(page).hasURL(Pattern.compile(".*/\\?e=[0-9a-f-]{36}"));
        assertThat(page).hasTitle("Next week - Spiral Lab");
        var bookmark = page.url();
        choose("Regression: hills and hollows");
        assertThat(page).hasTitle("Regression: hills and hollows - Spiral Lab");

        var tab = page.context().newPage();
        tab.navigate(bookmark);

        assertThat(title(tab)).hasValue("Next week");
        assertThat(tab).hasTitle("Next week - Spiral Lab");
        assertThat(tab).hasURL(bookmark);
    }

    @Test
    void backAndForwardLeadFromOneExperimentToAnother() {
        open(page);
        rename("Alpha");
        var alpha = kept();
        choose("Regression: hills and hollows");
        rename("Beta");
        assertThat(page).not().hasURL(alpha);
        var beta = kept();

        page.goBack();
        assertThat(title(page)).hasValue("Alpha");
        assertThat(page).hasTitle("Alpha - Spiral Lab");
        arrived(alpha);
        rename("Alpha two");
        assertThat(page).hasTitle("Alpha two - Spiral Lab");

        page.goForward();
        assertThat(title(page)).hasValue("Beta");
        arrived(beta);
        rename("Beta two");
        assertThat(page).hasTitle("Beta two - Spiral Lab");

        page.goBack();
        assertThat(title(page)).hasValue("Alpha two");
        arrived(alpha);
        page.reload();
        assertThat(title(page)).hasValue("Alpha two");
    }

    @Test
    void anAddressOfAnExperimentThatIsNotThereSaysSoAndBackLeadsOn() {
        open(page);
        rename("Here");
        var here = kept();

        page.navigate("/?e=00000000-0000-0000-0000-000000000000");

        assertThat(page.getByText("This experiment is not there")).isVisible();
        page.goBack();
        assertThat(page).hasURL(here);
        assertThat(title(page)).hasValue("Here");
    }

    /**
     * Waits until the page itself says so. The router goes back to the earlier entry while it asks
     * the server, so that the browser's going back would start from there if asked before; whoever
     * has typed something meanwhile is past that.
     */
    private void arrived(String url) {
        page.waitForFunction("url => location.href === url", url);
    }

    private String kept() {
        assertThat(page.locator(".lab-saved-words")).hasText("Saved");
        assertThat(page).hasURL(Pattern.compile(".*/\\?e=.*"));
        return page.url();
    }

    private void open(Page opened) {
        opened.navigate("/");
        assertThat(opened.locator("boundary-view[run-id]")).isVisible();
    }

    private void choose(String template) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Templates").setExact(true))
                .click();
        page.getByText(template).click();
        assertThat(title(page)).hasValue(template);
    }

    private void rename(String to) {
        title(page).fill(to);
        title(page).press("Enter");
    }

    private static Locator title(Page on) {
        return on.getByLabel("Title of the experiment");
    }
}
