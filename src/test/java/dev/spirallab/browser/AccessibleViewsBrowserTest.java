package dev.spirallab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.ClickOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.MouseButton;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Axe over every view and dialog, in both themes and both languages. A new view or dialog is one
 * more line of {@link #VIEWS}.
 */
class AccessibleViewsBrowserTest extends BrowserTest {

    /**
     * Something to look at.
     *
     * @param path where it is
     * @param open brings it up, in whatever language the page is
     */
    private record View(String name, String path, Consumer<Page> open) {
        View(String name, Consumer<Page> open) {
            this(name, "/", open);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final ClickOptions RIGHT_BUTTON =
            new ClickOptions().setButton(MouseButton.RIGHT);

    private static final List<View> VIEWS =
            List.of(
                    new View("workbench", _ -> {}),
                    new View("settings", page -> page.locator(".lab-settings-button").click()),
                    new View("open", page -> choose(page, ".lab-menu-file", 1)),
                    new View("running", page -> page.locator(".lab-play").click()),
                    new View("chart menu", page -> first(page, "loss-chart .more > button")),
                    new View(
                            "boundary as a table",
                            page -> {
                                first(page, "boundary-view .more > button");
                                first(page, "boundary-view [data-do=table]");
                            }),
                    new View(
                            "menu of a layer",
                            page -> page.getByTestId("node-hidden").click(RIGHT_BUTTON)),
                    new View("search for layers", page -> page.keyboard().press("/")),
                    new View("my work", page -> page.locator(".lab-account-button").click()),
                    new View("theme menu", page -> menu(page, ".lab-menu-theme")),
                    new View("command palette", page -> pressed(page, "Control+k", "dialog")),
                    new View("list of keys", page -> pressed(page, "?", "dialog")),
                    new View("explanation", page -> explained(page, ".lab-knobs .lab-why")),
                    new View("usual values", page -> first(page, ".lab-knobs .lab-usual")),
                    new View("tour", AccessibleViewsBrowserTest::toured),
                    new View("lost run", "/?watch=over", _ -> {}),
                    new View("no such page", "/nowhere", _ -> {}));

    /** Colours depend on the theme alone and names on the language alone. */
    static Stream<Arguments> looks() {
        return Stream.of(
                Arguments.of(ColorScheme.LIGHT, "en-US"), Arguments.of(ColorScheme.DARK, "zh-CN"));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void axeFindsNothingInAnyView(ColorScheme theme, String locale) {
        page = newPage(options().setColorScheme(theme).setLocale(locale));
        var all = new SoftAssertions();
        for (View view : VIEWS) {
            open(view);
            all.assertThat(violations(page)).as(view.name()).isEmpty();
        }
        all.assertAll();
    }

    private void open(View view) {
        page.navigate(view.path());
        assertThat(page.locator("h1").first()).isVisible();
        if (view.path().equals("/")) {
            assertThat(page.locator("boundary-view[run-id]")).isVisible();
        }
        view.open().accept(page);
        atRest(page);
    }

    /** Colours count once nothing fades any more. */
    private static void atRest(Page page) {
        page.waitForFunction(
                "document.getAnimations().every(each => each.playState !== 'running'"
                        + " || each.effect.getComputedTiming().iterations === Infinity)");
    }

    /** Keys are heard once the help desk is there. */
    private static void pressed(Page page, String keys, String opened) {
        assertThat(page.locator("help-desk > vaadin-popover")).isAttached();
        page.keyboard().press(keys);
        assertThat(page.locator(opened)).isVisible();
    }

    private static void explained(Page page, String mark) {
        assertThat(page.locator("help-desk > vaadin-popover")).isAttached();
        first(page, mark);
        assertThat(page.locator("vaadin-popover math").first()).isVisible();
    }

    private static void toured(Page page) {
        choose(page, ".lab-menu-help", 2);
        assertThat(page.locator(".driver-popover-next-btn")).isFocused();
    }

    private static void first(Page page, String selector) {
        page.locator(selector).first().click();
    }

    /** Opens a menu of the top bar. */
    private static void menu(Page page, String menu) {
        page.locator(menu + " > vaadin-menu-bar-button").first().click();
        assertThat(page.locator(menu + " vaadin-menu-bar-item[role^=menuitem]").first())
                .isVisible();
    }

    /** Chooses an item of a menu of the top bar. */
    private static void choose(Page page, String menu, int item) {
        menu(page, menu);
        page.locator(menu + " [role=menu] > vaadin-menu-bar-item").nth(item).click();
    }
}
