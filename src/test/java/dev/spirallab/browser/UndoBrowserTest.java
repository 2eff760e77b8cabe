package dev.spirallab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** One history of all edits, wherever they were made. */
class UndoBrowserTest extends BrowserTest {
    /** Which of the made-up data are values, not classes. */
    private static final int PLANE = 5;

    private void open() {
        page.navigate("/");
        assertThat(part("totals")).isVisible();
    }

    @Test
    void anythingIsTakenBackAndDoneAgainWhereverItWasEdited() {
        open();
        takeBackOtherDataWithAllThatFollowed();
        takeBackTheLastEditWhereverItWas();
        takeBackAll();
        leaveToTextsWhatIsTypedInThem();
        takeBackAll();
        takeBackAReplacedExperiment();
    }

    private void takeBackOtherDataWithAllThatFollowed() {
        chip("x₁²").focus();
        page.locator("dataset-thumb").nth(PLANE).click();
        waitFor("Undo: Data changed");
        assertThat(part("totals")).containsText("401 parameters");

        page.keyboard().press("Control+z");

        assertThat(part("totals")).containsText("603 parameters");
        assertThat(part("problems")).hasCount(0);
        assertThat(title()).hasValue("Spiral: one ReLU layer");
        assertThat(part("undo")).hasAttribute("aria-disabled", "true");
    }

    private void takeBackTheLastEditWhereverItWas() {
        chip("x₁²").click();
        assertThat(chip("x₁²")).hasAttribute("aria-pressed", "true");
        waitFor("Undo: Data changed");
        rate().fill("0.5");
        rate().press("Enter");
        waitFor("Undo: Training settings changed");
        node("hidden").focus();
        page.keyboard().press("Delete");
        assertThat(nodes()).hasCount(2);

        page.keyboard().press("Control+z");
        assertThat(nodes()).hasCount(3);
        assertThat(rate()).hasValue("0.5");
        page.keyboard().press("Control+z");
        assertThat(rate()).not().hasValue("0.5");
        assertThat(chip("x₁²")).hasAttribute("aria-pressed", "true");
        part("undo").click();
        assertThat(chip("x₁²")).hasAttribute("aria-pressed", "false");
        assertThat(part("undo")).hasAttribute("aria-disabled", "true");

        page.keyboard().press("Control+Shift+z");
        assertThat(chip("x₁²")).hasAttribute("aria-pressed", "true");
        part("redo").click();
        assertThat(rate()).hasValue("0.5");
        page.keyboard().press("Control+y");
        assertThat(nodes()).hasCount(2);
        assertThat(page.locator(".lab-saved")).containsText("Saved");
    }

    private void leaveToTextsWhatIsTypedInThem() {
        rate().fill("0.5");
        rate().press("Enter");
        waitFor("Undo: Training settings changed");
        title().focus();
        page.keyboard().type("!");
        assertThat(title()).hasValue("Spiral: one ReLU layer!");

        page.keyboard().press("Control+z");

        assertThat(title()).hasValue("Spiral: one ReLU layer");
        assertThat(rate()).hasValue("0.5");
    }

    private void takeBackAReplacedExperiment() {
        node("hidden").focus();
        page.keyboard().press("Delete");
        assertThat(nodes()).hasCount(2);
        button("Templates").click();
        page.getByText("Regression: hills and hollows").click();
        assertThat(title()).hasValue("Regression: hills and hollows");
        waitFor("Undo: Other experiment opened");
        part("undo").focus();

        page.keyboard().press("Control+z");
        assertThat(title()).hasValue("Spiral: one ReLU layer");
        assertThat(nodes()).hasCount(2);
        page.keyboard().press("Control+z");
        assertThat(nodes()).hasCount(3);
        assertThat(part("problems")).hasCount(0);

        page.keyboard().press("Control+Shift+z");
        page.keyboard().press("Control+Shift+z");
        assertThat(title()).hasValue("Regression: hills and hollows");
        assertThat(part("totals")).containsText("1,185 parameters");
        rate().fill("0.5");
        rate().press("Enter");
        waitFor("Undo: Training settings changed");
        assertThat(page.locator(".lab-saved")).containsText("Saved");
        page.reload();
        assertThat(title()).hasValue("Regression: hills and hollows");
    }

    private void takeBackAll() {
        while (!"true".equals(part("undo").getAttribute("aria-disabled"))) {
            part("undo").click();
        }
        assertThat(nodes()).hasCount(3);
        assertThat(chip("x₁²")).hasAttribute("aria-pressed", "false");
        assertThat(rate()).not().hasValue("0.5");
    }

    private void waitFor(String what) {
        assertThat(part("undo")).hasAttribute("aria-label", what + " (Ctrl+Z)");
    }

    private Locator part(String id) {
        return page.getByTestId(id);
    }

    private Locator node(String id) {
        return page.locator(".react-flow__node[data-id=%s]".formatted(id));
    }

    private Locator nodes() {
        return page.locator(".react-flow__node");
    }

    private Locator chip(String name) {
        return page.locator(".lab-chip")
                .getByText(name, new Locator.GetByTextOptions().setExact(true));
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name));
    }

    private Locator title() {
        return page.getByLabel("Title of the experiment");
    }

    private Locator rate() {
        return page.locator(".lab-console")
                .getByLabel("Learning rate", new Locator.GetByLabelOptions().setExact(true));
    }
}
