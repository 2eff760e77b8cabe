package dev.spirallab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How people find their way: the tour, explanations, the palette, keys, numbers. */
class HelpBrowserTest extends BrowserTest {

    @Test
    void theFirstVisitBeginsWithATourThatEndsForGoodAndWhoHasBegunIsOnlyToldOfIt() {
        var visitor = firstVisit(options());
        visitor.navigate("/");

        var stops =
                List.of(
                        "Choose the data",
                        "Draw the model",
                        "Set how it learns",
                        "Press Play",
                        "Watch it learn",
                        "Keep and share");
        for (var stop : stops) {
            assertThat(dialog(visitor, stop)).isVisible();
            if (stop.equals("Set how it learns")) {
                screenshot(visitor, "tour-1366x768");
            }
            visitor.keyboard().press("Enter");
        }

        assertThat(visitor.locator(".driver-popover")).isHidden();
        visitor.reload();
        ready(visitor);
        assertThat(visitor.locator(".driver-popover")).isHidden();
        beOfferedTheTourWhereWorkHasBegun(visitor);
    }

    /** As whoever came first before there was a tour. */
    private static void beOfferedTheTourWhereWorkHasBegun(Page visitor) {
        visitor.evaluate(
                "localStorage.removeItem('spirallab.tour');"
                        + " sessionStorage.setItem('spirallab.begun', 'begun')");
        visitor.reload();

        button(visitor, "Show the tour").click();

        assertThat(dialog(visitor, "Choose the data")).isVisible();
        visitor.keyboard().press("Escape");
        visitor.reload();
        ready(visitor);
        assertThat(button(visitor, "Show the tour")).isHidden();
    }

    @Test
    void theTourIsSkippedByATapAndBeginsAgainFromTheMenu() {
        var phone = firstVisit(options().setViewportSize(390, 844).setHasTouch(true));
        phone.navigate("/");
        assertThat(dialog(phone, "Choose the data")).isVisible();
        button(phone, "Next").tap();
        assertThat(dialog(phone, "Draw the model")).isVisible();
        screenshot(phone, "tour-390x844");

        button(phone, "Skip the tour").tap();
        assertThat(phone.locator(".driver-popover")).isHidden();
        assertThat(phone.locator(".lab-place-curves")).hasAttribute("aria-pressed", "true");
        assertThat(phone.getByLabel("Title of the experiment")).isInViewport();

        button(phone, "Help").tap();
        phone.getByRole(AriaRole.MENUITEM, new GetByRoleOptions().setName("Tour of the page"))
                .tap();
        assertThat(dialog(phone, "Choose the data")).isVisible();
        phone.keyboard().press("Escape");
        assertThat(phone.locator(".driver-popover")).isHidden();

        phone.keyboard().press("Control+k");
        phone.keyboard().type("weights");
        assertThat(phone.locator("[data-action]").first()).isVisible();
        assertThat(phone.locator("[data-action^='open.']")).hasCount(0);
    }

    @Test
    void whateverIsOnThePageExplainsItselfAndIsFoundByThePaletteAndTheKeys() {
        open(page);
        explainASettingAndWhatIsChosen();
        explainLayersAndChartsToo();
        typeNumbersAsOneLikes();
        takeEditsBackAndSaveChartsByThePalette();
        findWhateverCanBeDone();
        listTheKeysUnlessSomebodyIsTyping();
        searchInChineseByTheFirstLettersOfSounds();
    }

    private void explainASettingAndWhatIsChosen() {
        var mark = button(page, "About Optimiser");
        mark.focus();
        page.keyboard().press("Enter");

        var explanation = dialog(page, "Optimiser");
        assertThat(explanation).containsText("How gradients move the parameters.");
        assertThat(explanation).containsText("Adapts the step of each parameter");
        assertThat(explanation.locator("math")).hasCount(2);
        screenshot(page, "explanation-1366x768");

        page.keyboard().press("Escape");
        assertThat(explanation).isHidden();
        assertThat(mark).isFocused();
    }

    private void explainLayersAndChartsToo() {
        page.locator("[data-testid=node-hidden]").hover();
        page.getByTestId("node-hidden").getByLabel("About Activation").click();
        assertThat(dialog(page, "Activation")).containsText("Passes positive inputs on");

        page.keyboard().press("Escape");
        page.getByLabel("About smoothing and scale").first().click();
        assertThat(dialog(page, "Smoothing")).containsText("exponentially weighted mean");
        page.keyboard().press("Escape");
        assertThat(dialog(page, "Smoothing")).isHidden();
    }

    private void typeNumbersAsOneLikes() {
        var rate = box(page, "Learning rate");
        rate.fill("1/128");
        rate.press("Enter");
        assertThat(rate).hasValue("0.0078125");
        rate.fill("3e-4");
        rate.press("ArrowUp");
        assertThat(rate).hasValue("0.003");

        button(page, "Usual values: Learning rate").click();
        page.getByRole(AriaRole.OPTION, new GetByRoleOptions().setName("0.03").setExact(true))
                .click();
        assertThat(rate).hasValue("0.03");

        var share = box(page, "Held out");
        share.fill("25%");
        share.press("Enter");
        assertThat(share).hasValue("25 %");
        share.press("ArrowDown");
        assertThat(share).hasValue("20 %");
        var noise = box(page, "Noise");
        noise.fill("3");
        noise.press("Enter");
        assertThat(noise).hasAccessibleDescription(Pattern.compile("must be between 0 and 2"));
        assertThat(noise).hasValue("3");
        screenshot(page, "number-wrong-1366x768");
        noise.press("Escape");
        assertThat(noise).hasValue("0.2");
        assertThat(noise).not().hasAttribute("aria-invalid", "true");
        assertThat(button(page, "Usual values: Noise")).isAttached();
    }

    private void takeEditsBackAndSaveChartsByThePalette() {
        button(page, "Moons").click();
        var data = page.locator(".lab-data-name");
        assertThat(data).hasText("Moons");
        find("undo", "Undo");
        page.keyboard().press("Enter");
        assertThat(data).hasText("Spiral");
        find("redo", "Redo");
        page.keyboard().press("Enter");
        assertThat(data).hasText("Moons");

        assertThat(page.request().get("/VAADIN/licences.txt").text())
                .contains("## @saehrimnir/druidjs", "## echarts", "Redistribution");
        for (var format : List.of("PNG", "SVG", "CSV")) {
            find("loss " + format, "Loss: save as " + format);
            var saved = page.waitForDownload(() -> page.keyboard().press("Enter"));
            assertThat(saved.suggestedFilename()).endsWith("." + format.toLowerCase(Locale.ROOT));
        }
    }

    private void findWhateverCanBeDone() {
        page.keyboard().press("Control+k");
        var find = page.getByRole(AriaRole.COMBOBOX, new GetByRoleOptions().setName("Find an"));
        assertThat(find).isFocused();
        find.fill("weights");
        assertThat(page.locator("[data-action='open.weights']")).isVisible();
        find.fill("drk thm");
        assertThat(chosen(page)).containsText("Dark theme");
        page.keyboard().press("Enter");

        assertThat(page.locator("html")).hasAttribute("theme", "dark");
        assertThat(find).isHidden();

        page.keyboard().press("Control+k");
        assertThat(chosen(page)).containsText("Dark theme");
        screenshot(page, "palette-dark-1366x768");
        page.keyboard().type("early stop");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.CHECKBOX, new GetByRoleOptions().setName("Early stop")))
                .isFocused();
        page.keyboard().press("Escape");
        assertThat(dialog(page, "Training settings")).isHidden();
    }

    private void listTheKeysUnlessSomebodyIsTyping() {
        page.getByLabel("Title of the experiment").press("?");
        assertThat(page.getByLabel("Title of the experiment")).hasValue(Pattern.compile(".*\\?"));
        page.getByLabel("Title of the experiment").blur();

        page.keyboard().press("?");

        var keys = dialog(page, "Keyboard shortcuts");
        assertThat(keys).containsText("Play or pause");
        assertThat(keys).containsText("Delete and join the neighbours");
        screenshot(page, "keys-dark-1366x768");
        page.keyboard().press("Escape");
        assertThat(keys).isHidden();

        page.waitForFunction("document.activeElement === document.body"); // the list has gone
        page.keyboard().press("Space");
        assertThat(page.locator(".lab-state"))
                .hasAttribute("data-state", Pattern.compile("running|ended"));

        page.keyboard().press("?");
        page.getByLabel("Keys such as / and ? work alone, everywhere on the page").uncheck();
        page.keyboard().press("Escape");
        assertThat(keys).isHidden();
        page.keyboard().press("?");
        page.keyboard().press("Control+k");
        assertThat(
                        page.getByRole(
                                AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Find an")))
                .isVisible();
        assertThat(keys).isHidden();
    }

    private void searchInChineseByTheFirstLettersOfSounds() {
        page.keyboard().press("Escape");
        button(page, "中文").click();
        assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
        ready(page);
        page.keyboard().press("Control+k");

        page.keyboard().type("xxl");

        assertThat(chosen(page)).containsText("学习率");
        page.keyboard().press("Enter");
        assertThat(box(page, "学习率")).isFocused();
    }

    private void find(String words, String action) {
        page.keyboard().press("Control+k");
        assertThat(page.getByRole(AriaRole.COMBOBOX, new GetByRoleOptions().setName("Find an")))
                .isFocused();
        page.keyboard().type(words);
        assertThat(chosen(page)).containsText(action);
    }

    private void open(Page page) {
        page.navigate("/");
        ready(page);
    }

    private static void ready(Page page) {
        assertThat(page.locator("boundary-view[run-id]")).isVisible();
        assertThat(page.locator("help-desk > vaadin-popover")).isAttached();
    }

    private static Locator dialog(Page page, String name) {
        return page.getByRole(AriaRole.DIALOG, new GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator chosen(Page page) {
        return page.locator("dialog [role=option][aria-selected=true]");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator box(Page page, String label) {
        return page.getByRole(
                AriaRole.TEXTBOX, new GetByRoleOptions().setName(label).setExact(true));
    }
}
