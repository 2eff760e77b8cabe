package dev.spirallab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Going through one step of lesson C1, as with pencil and paper. */
class WalkBrowserTest extends BrowserTest {

    @Test
    void aStepIsGoneThroughByKeyboardAndByClick() {
        page.navigate("/");
        button(page, "Templates").click();
        page.getByRole(AriaRole.MENUITEM, new GetByRoleOptions().setName("Lessons of the course"))
                .click();
        page.getByLabel("Find a lesson").fill("by hand");
        assertThat(page.locator(".lab-lesson")).hasCount(2);
        button(page, "Open: Backpropagation by hand").click();
        assertThat(page.getByLabel("Title of the experiment")).hasValue("Backpropagation by hand");
        tab(page, "Walk through").click();
        button(page, "Larger").click();

        Locator view = page.locator("walk-view");
        Locator stop = view.locator("article");
        assertThat(view.locator(".place")).hasText("1 of 8");
        assertThat(stop.locator("p").first())
                .hasText("Example 1 of the training data enters: 0.0500, 0.1000.");

        view.locator("[data-lead='on']").focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        assertThat(stop.locator("h3")).hasText("Forward: output · Linear");
        assertThat(view.locator(".live")).containsText("gives 0.7514, 0.7729");
        assertThat(stop.locator(".math math").first()).isAttached();
        assertThat(view.locator(".temml-error")).hasCount(0);
        assertThat(page.locator("[data-testid='node-output'][data-walk='forward']")).hasCount(1);
        assertThat(page.locator("[data-testid='shape-hidden-output']"))
                .hasAttribute("data-walk", "forward");
        screenshot(page, "walk-forward");

        page.keyboard().press("ArrowRight");
        assertThat(stop).containsText("the loss is 0.2984");
        page.keyboard().press("ArrowRight");
        assertThat(stop.locator("h3")).hasText("Backward: output · Linear");
        assertThat(page.locator("[data-testid='shape-hidden-output']"))
                .hasAttribute("data-walk", "backward");
        stop.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Weights: number 3 is −0.0226"))
                .click();
        assertThat(stop.locator("[data-formula*='w_{2,1}']")).isVisible();
        screenshot(page, "walk-backward");

        page.keyboard().press("Home");
        assertThat(view.locator(".place")).hasText("1 of 8");
        view.getByText("Update: output · Linear").click();
        assertThat(stop).containsText("weight: 0.4000, 0.4500, 0.5000, 0.5500 becomes 0.3589");
        assertThat(stop.locator("[data-formula*='0.08217 = 0.3589']")).isVisible();
        assertThat(view.locator("[aria-current='step']")).hasText("Update: output · Linear");
        assertThat(violations(page)).isEmpty();
        screenshot(page, "walk-update");

        button(page, "One step").click();
        assertThat(page.locator(".lab-state"))
                .hasText(Pattern.compile("Finished.*|Paused.*|Done.*"));
        button(page, "As the run is now").click();
        assertThat(view.locator(".at")).hasText("Model at step 1");
        assertThat(stop).containsText("weight: 0.3589");
        tab(page, "Walk through").click();
        assertThat(page.locator("[data-walk]")).hasCount(0);
    }

    @Test
    void anExampleOfAnotherDataSetIsChosenInTheDark() {
        Page dark = newPage(options().setLocale("zh-CN").setColorScheme(ColorScheme.DARK));
        dark.navigate("/");
        tab(dark, "走一步").click();
        Locator view = dark.locator("walk-view");
        assertThat(view.locator(".place")).hasText("第 1 站，共 8 站");
        view.locator("input").fill("7");
        view.locator("input").press("Enter");
        assertThat(view.locator("article p").first()).containsText("第 7 个样本");
        view.locator("[data-lead='on']").click();
        assertThat(view.locator("article section").first()).containsText("输入");
        assertThat(view.locator("article")).containsText("100 个数：");
        screenshot(dark, "walk-dark-zh");
    }

    private static Locator tab(Page page, String name) {
        return page.locator(".lab-drawer-bar").getByText(Pattern.compile("^" + name + "$"));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }
}
