package dev.spirallab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.ClickOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.KeyboardModifier;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Layers that are made one block: folded and unfolded, by clicks and by keys. */
class BlocksBrowserTest extends BrowserTest {
    private static final String BLOCK = "block:Hidden part";

    @BeforeEach
    void openPage() {
        page.navigate("/");
        assertThat(nodes()).hasCount(3);
        part("palette-dropout").click();
        assertThat(part("shape-hidden-dropout")).isVisible();
    }

    @Test
    void aBlockIsMadeNamedUnfoldedAndTakenApartByKeys() {
        node("hidden").focus();
        page.keyboard().press("Space");
        assertThat(node("hidden")).hasClass(Pattern.compile(".*\\bselected\\b.*"));
        assertThat(page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Play")))
                .isVisible(); // Space chose, and started nothing
        node("dropout").focus();
        page.keyboard().press("Control+Space");
        page.keyboard().press("Control+g");
        assertThat(part("name-block:Block")).isFocused();
        page.keyboard().type("Hidden part");
        page.keyboard().press("Enter");

        assertThat(nodes()).hasCount(3);
        assertThat(node(BLOCK)).isFocused();
        assertThat(part("layers-" + BLOCK)).hasText("2 layers");
        assertThat(part("flow-" + BLOCK)).hasText("[N, 2] → [N, 100]");
        assertThat(part("parameters-" + BLOCK)).hasText("300 parameters");
        assertThat(part("totals")).containsText("603 parameters");
        assertThat(violations(page)).isEmpty();
        screenshot(page, "block-folded");
        seeItLitWhileAStepIsFollowedThroughIt();

        node(BLOCK).focus();
        page.keyboard().press("f");
        assertThat(part("frame-Hidden part")).isVisible();
        assertThat(node("hidden")).isFocused();
        assertThat(Axe.violations(page, ".sl-frame")).isEmpty();
        screenshot(page, "block-unfolded");
        page.reload();
        assertThat(part("frame-Hidden part")).isVisible();

        node("hidden").focus();
        page.keyboard().press("Control+Shift+g");
        assertThat(part("frame-Hidden part")).hasCount(0);
        page.keyboard().press("Control+z");
        assertThat(part("frame-Hidden part")).isVisible();
    }

    private void seeItLitWhileAStepIsFollowedThroughIt() {
        Locator tab = page.locator(".lab-drawer-bar").getByText("Walk through");
        Locator view = page.locator("walk-view");
        tab.click();
        assertThat(view.locator(".place")).hasText("1 of 10");
        assertThat(lit(BLOCK, "forward")).hasCount(0);
        for (String layer : List.of("Linear", "Dropout")) {
            view.locator("[data-lead='on']").click();
            assertThat(view.locator("article h3")).containsText(layer);
            assertThat(lit(BLOCK, "forward")).isVisible();
        }
        view.locator("[data-lead='on']").click();
        assertThat(lit("output", "forward")).isVisible();
        assertThat(lit(BLOCK, "forward")).hasCount(0);
        view.getByText("Backward: dropout").click();
        assertThat(lit(BLOCK, "backward")).isVisible();
        screenshot(page, "block-walked-through");
        tab.click();
        assertThat(page.locator("[data-walk]")).hasCount(0);
    }

    private Locator lit(String node, String way) {
        return page.locator("[data-testid='node-%s'][data-walk='%s']".formatted(node, way));
    }

    @Test
    void aBlockIsMadeDuplicatedAndFoldedByClicks() {
        part("node-hidden").getByText("Linear").click();
        part("node-dropout")
                .getByText("Dropout")
                .click(new ClickOptions().setModifiers(List.of(KeyboardModifier.CONTROL)));
        part("menu-hidden").click();
        part("menu-item-group").click();
        part("name-block:Block").fill("Hidden part");
        part("name-block:Block").press("Enter");
        part("menu-" + BLOCK).click();
        part("menu-item-duplicate").click();
        assertThat(part("node-" + BLOCK + " 2")).isVisible();
        page.keyboard().press("Delete");
        assertThat(part("node-" + BLOCK + " 2")).hasCount(0);

        part("unfold-" + BLOCK).click();
        assertThat(part("node-dropout")).isVisible();
        part("fold-Hidden part").click();
        assertThat(part("node-dropout")).hasCount(0);
        page.locator(".lab-play").click();

        assertThat(page.locator(".lab-play")).hasAccessibleName("Pause");
    }

    private Locator part(String name) {
        return page.getByTestId(name);
    }

    private Locator node(String id) {
        return page.getByTestId("rf__node-" + id);
    }

    private Locator nodes() {
        return page.locator(".react-flow__node");
    }
}
