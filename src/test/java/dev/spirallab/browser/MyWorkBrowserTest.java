package dev.spirallab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** What somebody does with all of his work: takes it along, away, leaves it, deletes it. */
class MyWorkBrowserTest extends BrowserTest {

    @Test
    void aRecoveryCodeOpensTheWorkInAnotherBrowser() {
        open(page);
        rename(page, "From school");
        openDialog(page);
        button(page, "Make a recovery code").click();
        String code = field(page, "Your recovery code").inputValue();
        screenshot(page, "my-work");
        var home = newPage(options());
        open(home);
        rename(home, "From home");

        openDialog(home);
        Locator typed = field(home, "Recovery code of the other browser");
        typed.fill(code.substring(1));
        button(home, "Open that work").click();
        assertThat(home.getByText("This is no recovery code.")).isVisible();
        assertThat(home.getByText("They come along, with their runs, sweeps and links."))
                .isVisible();
        typed.fill(code);
        typed.press("Enter");

        assertThat(dialog(home)).hasCount(0);
        button(home, "My experiments").click();
        assertThat(home.getByText("From school")).isVisible();
        assertThat(home.getByText("From home")).isVisible();
    }

    @Test
    void aBrowserForgetsItsReaderWhoIsOfferedACodeBefore() {
        open(page);
        rename(page, "Of the morning");
        var tab = page.context().newPage();
        open(tab);
        assertThat(title(tab)).hasValue("Of the morning");

        openDialog(page);
        button(page, "Forget me in this browser").click();
        assertThat(page.getByText("Without a recovery code nobody can get back")).isVisible();
        page.locator(".lab-account-part [role=status]")
                .getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText("Make a recovery code"))
                .click();
        String code = field(page, "Your recovery code").inputValue();
        button(page, "Forget me now").click();

        assertThat(title(page)).not().hasValue("Of the morning");
        assertThat(title(tab)).not().hasValue("Of the morning");
        openDialog(page);
        field(page, "Recovery code of the other browser").fill(code);
        button(page, "Open that work").click();
        assertThat(title(page)).hasValue("Of the morning");
    }

    @Test
    void aTokenOpensTheApiUntilItIsRevoked() {
        open(page);
        openDialog(page);

        field(page, "What the token is for").fill("<b>notebook</b>");
        button(page, "Make a token").click();
        String token = field(page, "Your new token").inputValue();

        assertThat(status(token)).isEqualTo(200);
        assertThat(page.locator(".lab-mine-row")).containsText("<b>notebook</b>");
        page.locator(".lab-mine-row vaadin-button").click();
        button(page, "Revoke the token “<b>notebook</b>” for good").click();
        assertThat(page.locator(".lab-mine-row")).isHidden();
        assertThat(status(token)).isEqualTo(401);
    }

    @Test
    void everythingIsTakenAwayAndThenDeleted() throws IOException {
        open(page);
        rename(page, "Gone soon");
        openDialog(page);

        var download = page.waitForDownload(() -> page.getByText("Download everything").click());
        assertThat(download.suggestedFilename()).isEqualTo("spiral-lab.zip");
        assertThat(names(new ZipInputStream(download.createReadStream())))
                .contains("index.html", "experiments/001-Gone-soon/experiment.json");

        Locator delete = button(page, "Delete everything of mine");
        assertThat(delete).isDisabled();
        field(page, "Type “delete” to confirm").fill("delete");
        delete.click();

        assertThat(title(page)).not().hasValue("Gone soon");
        assertThat(dialog(page)).hasCount(0);
        button(page, "My experiments").click();
        assertThat(page.getByText("Nothing is kept here yet.")).isVisible();
    }

    @Test
    void theDialogGivesTheFocusBackAndSpeaksChineseInTheDark() {
        page = newPage(options().setLocale("zh-CN").setColorScheme(ColorScheme.DARK));
        open(page);
        Locator button = page.locator(".lab-account-button");
        button.focus();
        button.press("Enter");
        assertThat(dialog(page)).isVisible();
        screenshot(page, "my-work-dark-zh");
        page.locator(".lab-account-part").last().scrollIntoViewIfNeeded();
        screenshot(page, "my-work-dark-zh-end");

        page.keyboard().press("Escape");

        assertThat(dialog(page)).hasCount(0);
        assertThat(button).isFocused();
    }

    private int status(String token) {
        return page.request()
                .get(
                        address("/api/v1/me"),
                        RequestOptions.create().setHeader("Authorization", "Bearer " + token))
                .status();
    }

    private static List<String> names(ZipInputStream zip) throws IOException {
        List<String> names = new ArrayList<>();
        try (zip) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private static void open(Page page) {
        page.navigate("/");
        assertThat(page.locator("boundary-view[run-id]")).isVisible();
    }

    private static void openDialog(Page page) {
        page.locator(".lab-account-button").click();
        assertThat(dialog(page)).isVisible();
    }

    private static Locator dialog(Page page) {
        return page.locator(".lab-account-known");
    }

    private static Locator title(Page page) {
        return page.getByLabel("Title of the experiment");
    }

    private static void rename(Page page, String title) {
        title(page).fill(title);
        title(page).press("Enter");
        assertThat(page.locator(".lab-saved-words")).hasText("Saved");
    }

    private static Locator field(Page page, String name) {
        return page.getByRole(
                AriaRole.TEXTBOX, new GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true))
                .first();
    }
}
