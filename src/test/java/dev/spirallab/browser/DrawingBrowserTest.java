package dev.spirallab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.KeyboardModifier;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Points are put on the plane by hand, and learnt from. */
class DrawingBrowserTest extends BrowserTest {

    @Test
    void pointsAreDrawnErasedAndTakenBackWhileItTrains() {
        page.navigate("/");
        assertThat(page.locator("boundary-view[run-id]")).isVisible();
        Locator speed =
                page.getByRole(
                        AriaRole.TEXTBOX, new GetByRoleOptions().setName("Speed").setExact(true));
        speed.fill("10");
        speed.press("Enter");
        chip(page, "pen").click();
        chip(page, "wipe").click();
        assertThat(facts(page)).hasText("0 rows, 2 inputs, 2 classes");

        drag(page, 0.2, 0.2, 0.8, 0.2);
        assertThat(facts(page)).hasText(Pattern.compile("\\d+ rows, 2 inputs, 2 classes"));
        page.locator("boundary-view .ink").nth(1).click();
        drag(page, 0.2, 0.8, 0.8, 0.8);
        assertThat(page.locator("graph-editor")).containsText("parameters");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Play").setExact(true))
                .click();
        assertThat(page.locator(".lab-state")).hasText("Training");
        String run = page.locator("boundary-view").getAttribute("run-id");
        int before = rows(page);

        Locator plot = page.locator("boundary-view .plot");
        plot.click(new Locator.ClickOptions().setPosition(40, 120));
        assertThat(facts(page)).hasText(before + 1 + " rows, 2 inputs, 2 classes");
        plot.press("Enter");
        assertThat(facts(page)).hasText(before + 2 + " rows, 2 inputs, 2 classes");
        screenshot(page, "drawing");
        assertThat(page.locator("boundary-view")).hasAttribute("run-id", run);
        assertThat(page.locator(".lab-state")).hasText("Training");
        plot.press("Delete");
        assertThat(facts(page)).hasText(before + " rows, 2 inputs, 2 classes");

        page.keyboard().press("Control+z");
        assertThat(facts(page)).hasText(before + 2 + " rows, 2 inputs, 2 classes");
        assertThat(violations(page)).isEmpty();
    }

    @Test
    void madeUpPointsBecomeOnesOwnOnAPhoneToo() {
        Page phone =
                newPage(
                        options()
                                .setViewportSize(390, 844)
                                .setLocale("zh-CN")
                                .setColorScheme(ColorScheme.DARK));
        phone.navigate("/");
        assertThat(phone.locator("boundary-view[run-id]")).isVisible();
        chip(phone, "pen").click();
        phone.locator("boundary-view .plot")
                .click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
        assertThat(phone.getByText("2,000 个点现在可以修改")).isVisible();
        screenshot(phone, "drawing-phone-dark");
        phone.locator(".lab-place-data").click();
        assertThat(facts(phone)).hasText("2,001 行，2 个输入，3 个类别");
    }

    private static Locator chip(Page page, String name) {
        return page.locator("boundary-view .chip." + name);
    }

    private static Locator facts(Page page) {
        return page.locator(".lab-own-described");
    }

    private static int rows(Page page) {
        return Integer.parseInt(facts(page).textContent().replaceAll(" rows.*", ""));
    }

    private static void drag(Page page, double u, double v, double toU, double toV) {
        var box = page.locator("boundary-view .plot").boundingBox();
        page.mouse().move(box.x + u * box.width, box.y + v * box.height);
        page.mouse().down();
        for (int part = 1; part <= 10; part++) {
            double share = part / 10.0;
            page.mouse()
                    .move(
                            box.x + (u + (toU - u) * share) * box.width,
                            box.y + (v + (toV - v) * share) * box.height);
        }
        page.mouse().up();
        assertThat(page.locator("boundary-view .chip.pen")).isVisible();
    }
}
