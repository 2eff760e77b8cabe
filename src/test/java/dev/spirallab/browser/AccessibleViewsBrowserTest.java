package dev.spirallab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.stream.Collectors.joining;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.ClickOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.MouseButton;
import dev.spirallab.experiment.LinkText;
import dev.spirallab.spec.json.Templates;
import dev.spirallab.ui.share.Control;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Axe over every page and everything that opens on one, in both themes and both languages. What is
 * new is one more line of {@link #PARTS} or {@link #PAGES}.
 */
class AccessibleViewsBrowserTest extends BrowserTest {

    /**
     * Something that opens on the workbench.
     *
     * @param open brings it up, in whatever language the page is
     * @param where what axe looks at then; it was there before, or has gone after {@code close}
     */
    private record Part(String name, Consumer<Page> open, String where, Consumer<Page> close) {

        /** What Escape closes. */
        Part(String name, String where, Consumer<Page> open) {
            this(name, open, where, page -> escape(page, where));
        }
    }

    /** A page of its own. */
    private record View(String name, String path, String there) {}

    private static final ClickOptions RIGHT_BUTTON =
            new ClickOptions().setButton(MouseButton.RIGHT);

    private static final String DIALOG = "vaadin-dialog[opened]";

    /** Where somebody comes to whom an experiment was sent. */
    private static final String CARRIED = "#e=" + LinkText.write(Templates.get(Templates.FIRST));

    private static final List<Part> PARTS =
            List.of(
                    new Part("settings", DIALOG, page -> first(page, ".lab-settings-button")),
                    menu("templates"),
                    menu("file"),
                    menu("theme"),
                    menu("help"),
                    menu("shelf"),
                    new Part("open", DIALOG, page -> choose(page, "file", 1)),
                    new Part("save points", DIALOG, AccessibleViewsBrowserTest::saved),
                    new Part("my experiments", DIALOG, AccessibleViewsBrowserTest::listed),
                    new Part("share", AccessibleViewsBrowserTest::shared, DIALOG, _ -> {}),
                    new Part("share: live", page -> tab(page, 1), DIALOG, _ -> {}),
                    new Part("share: embedded", page -> tab(page, 2), DIALOG, _ -> {}),
                    new Part("share: my links", DIALOG, page -> tab(page, 3)),
                    new Part("my work", DIALOG, page -> first(page, ".lab-account-button")),
                    new Part("command palette", "dialog[open]", page -> pressed(page, "Control+k")),
                    new Part("list of keys", "dialog[open]", page -> pressed(page, "?")),
                    new Part(
                            "explanation",
                            "help-desk > vaadin-popover[opened]",
                            AccessibleViewsBrowserTest::explained),
                    new Part(
                            "usual values",
                            "vaadin-popover.lab-usual-values[opened]",
                            page -> first(page, ".lab-knobs .lab-usual")),
                    new Part(
                            "chart menu",
                            page -> first(page, "loss-chart .more > button"),
                            "loss-chart",
                            page -> page.keyboard().press("Escape")),
                    new Part(
                            "boundary as a table",
                            page -> {
                                first(page, "boundary-view .more > button");
                                first(page, "boundary-view [data-do=table]");
                            },
                            "boundary-view",
                            page -> page.keyboard().press("Escape")),
                    new Part(
                            "menu of a layer",
                            "graph-editor [role=menu]",
                            page -> page.getByTestId("node-hidden").click(RIGHT_BUTTON)),
                    new Part(
                            "explanation of a pane",
                            page -> {
                                first(page, ".lab-drawer-bar > button");
                                first(page, ".lab-drawer-help .lab-why");
                                assertThat(page.locator("vaadin-popover math").first()).isVisible();
                            },
                            "help-desk > vaadin-popover[opened]",
                            page -> escape(page, "help-desk > vaadin-popover[opened]")),
                    new Part(
                            "tour",
                            ".driver-popover",
                            page -> {
                                choose(page, "help", 2);
                                assertThat(page.locator(".driver-popover-next-btn")).isFocused();
                            }));

    private static final List<View> PAGES =
            List.of(
                    new View("shown to others", "/" + CARRIED, "boundary-view"),
                    new View("embedded", "/?embed" + CARRIED, "boundary-view"),
                    new View(
                            "embedded with everything",
                            "/?embed&show=" + controls() + CARRIED,
                            "boundary-view"),
                    new View("embedding refused", "/embed/refused?embed", "h1"),
                    new View("damaged link", "/#e=damaged", "h1"),
                    new View("lost run", "/?watch=over", "h1"),
                    new View("no such page", "/nowhere", "h1"));

    /** Colours depend on the theme alone and names on the language alone. */
    static Stream<Arguments> looks() {
        return Stream.of(
                Arguments.of(ColorScheme.LIGHT, "en-US"), Arguments.of(ColorScheme.DARK, "zh-CN"));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void axeFindsNothingOnTheWorkbenchAndInAllThatOpensThere(ColorScheme theme, String locale) {
        page = newPage(options().setColorScheme(theme).setLocale(locale));
        page.navigate("/");
        assertThat(page.locator("boundary-view[run-id]")).isVisible();
        assertThat(page.locator("help-desk > vaadin-popover")).isAttached();
        var all = new SoftAssertions();
        look(all, "workbench", "");
        for (Part part : PARTS) {
            part.open().accept(page);
            assertThat(page.locator(part.where()).first()).isAttached();
            look(all, part.name(), part.where());
            part.close().accept(page);
        }
        panes(all);
        choose(page, "theme", 3);
        first(page, ".lab-play");
        assertThat(page.locator("html[data-type=large]")).isAttached();
        look(all, "training, in large type", "");
        panes(all);
        all.assertAll();
    }

    /** One after the other takes the other's place. */
    private void panes(SoftAssertions all) {
        Locator tabs = page.locator(".lab-drawer-bar > button[aria-controls]");
        for (int i = 0; i < tabs.count(); i++) {
            Locator tab = tabs.nth(i);
            if (!"true".equals(tab.getAttribute("aria-expanded"))) {
                tab.click();
            }
            assertThat(tab).hasAttribute("aria-expanded", "true");
            assertThat(page.locator(".lab-drawer-body > .lab-pane")).hasCount(1);
            look(all, "pane " + tab.textContent(), ".lab-drawer");
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void axeFindsNothingOnAnyOtherPage(ColorScheme theme, String locale) {
        page = newPage(options().setColorScheme(theme).setLocale(locale));
        var all = new SoftAssertions();
        for (View view : PAGES) {
            page.navigate("about:blank");
            page.navigate(view.path());
            assertThat(page.locator(view.there()).first()).isVisible();
            look(all, view.name(), "");
        }
        all.assertAll();
    }

    private void look(SoftAssertions all, String name, String within) {
        atRest(page);
        all.assertThat(Axe.violations(page, within)).as(name).isEmpty();
    }

    /** Colours count once nothing fades any more. */
    private static void atRest(Page page) {
        page.waitForFunction(
                "document.getAnimations().every(each => each.playState !== 'running'"
                        + " || each.effect.getComputedTiming().iterations === Infinity)");
    }

    private static void escape(Page page, String opened) {
        page.keyboard().press("Escape");
        assertThat(page.locator(opened)).hasCount(0);
    }

    private static void pressed(Page page, String keys) {
        page.locator("body").press(keys);
    }

    private static void explained(Page page) {
        first(page, ".lab-knobs .lab-why");
        assertThat(page.locator("vaadin-popover math").first()).isVisible();
    }

    /** The list of save points, with one in it. */
    private static void saved(Page page) {
        choose(page, "file", 2);
        page.locator(".lab-points input").fill("1");
        page.keyboard().press("Enter");
        assertThat(page.locator(".lab-points .lab-mine-row").first()).isVisible();
    }

    private static void listed(Page page) {
        first(page, ".lab-tools-beside > .lab-top-labelled");
        assertThat(page.locator(".lab-mine-row").first()).isVisible();
    }

    /** The dialog that shares, after a link was made. */
    private static void shared(Page page) {
        first(page, ".lab-tools .lab-top-labelled");
        first(page, ".lab-share-section > vaadin-button");
        first(page, ".lab-link vaadin-button[aria-expanded=false]");
        assertThat(page.locator(".lab-qr")).isVisible();
    }

    private static void tab(Page page, int place) {
        page.locator("vaadin-tab").nth(place).click();
        assertThat(page.locator("vaadin-tab").nth(place)).hasAttribute("selected", "");
    }

    private static void first(Page page, String selector) {
        page.locator(selector).first().click();
    }

    private static Part menu(String name) {
        return new Part(
                name + " menu",
                page -> open(page, name),
                ".lab-menu-" + name,
                page -> escape(page, ".lab-menu-" + name + " [role=menu]:visible"));
    }

    /** Opens a menu of the top bar. */
    private static void open(Page page, String menu) {
        page.locator(".lab-menu-" + menu + " > vaadin-menu-bar-button").first().click();
        assertThat(
                        page.locator(".lab-menu-" + menu + " vaadin-menu-bar-item[role^=menuitem]")
                                .first())
                .isVisible();
    }

    /** Chooses an item of a menu of the top bar. */
    private static void choose(Page page, String menu, int item) {
        open(page, menu);
        page.locator(".lab-menu-" + menu + " [role=menu] > vaadin-menu-bar-item").nth(item).click();
    }

    private static String controls() {
        return Stream.of(Control.values()).map(Control::code).collect(joining(","));
    }
}
