package dev.spirallab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.ClickOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.spirallab.lesson.Lessons;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Reading and setting the numbers of single layers. */
class WeightsBrowserTest extends BrowserTest {
    private static final String DRAWN =
            "canvas => canvas.getContext('2d') === null ? '' : canvas.toDataURL()";

    @Test
    void aWeightIsReadAndSetByKeyboardWhileTheModelTrains() {
        page.navigate("/");
        assertThat(page.locator("boundary-view[run-id]")).isAttached();
        tab("Weights").click();
        Locator view = page.locator("weights-view");
        Locator what = view.locator(".what");
        assertThat(view.locator(".words").first())
                .hasText(Pattern.compile("16 of 100 units and 2 of 2 inputs, evenly taken.+"));
        Locator stage = view.locator(".stage");
        stage.focus();
        assertThat(what).hasText(Pattern.compile("weight\\[0, 0] = .+"));
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowRight");
        assertThat(what).hasText(Pattern.compile("weight\\[6, 1] = .+"));
        assertThat(view.locator(".where"))
                .hasText("from unit 2 of input · Input to unit 7 of hidden · Linear");
        String before = what.textContent();
        button("Play").click();
        assertThat(what).not().hasText(before);

        stage.press("Enter");
        Locator input = view.getByLabel("New value");
        assertThat(input).isFocused();
        input.fill("one");
        input.press("Enter");
        assertThat(view.locator(".wrong")).hasText(Pattern.compile("Enter a number .+"));
        input.fill("-50");
        input.press("Enter");
        assertThat(stage).isFocused();
        assertThat(what).hasText(Pattern.compile("weight\\[6, 1] = −(50|4\\d)\\.\\d+"));
        assertThat(view.locator(".said")).hasText("weight[6, 1] was set to −50.00.");

        button("Pause").click();
        assertThat(button("Play")).isVisible();
        screenshot(page, "weights-links");
        assertThat(violations(page)).isEmpty();
        Locator boundary = page.locator("boundary-view canvas").first();
        String unit = page.locator("[data-testid='unit-hidden-6']").getAttribute("aria-label");
        String drawn = (String) boundary.evaluate(DRAWN);
        stage.press("ArrowRight");
        assertThat(what).hasText(Pattern.compile("bias\\[6] = .+"));
        stage.press("Enter");
        input.fill("123.5");
        input.press("Enter");
        assertThat(what).hasText("bias[6] = 123.5");
        assertThat(page.locator("[data-testid='unit-hidden-6']"))
                .not()
                .hasAttribute("aria-label", unit);
        page.waitForFunction(
                "drawn => document.querySelector('boundary-view').shadowRoot"
                        + ".querySelector('canvas').toDataURL() !== drawn",
                drawn);
        tab("Runs").click();
        assertThat(page.locator(".lab-runs-curves e-chart .chart"))
                .hasAttribute("aria-label", Pattern.compile("\\(weights set by hand\\)"));
    }

    @Test
    void aLargeMatrixIsReadByAWindowFiltersAndMapsOfAConvolutionAreShown() {
        Page wide = newPage(options().setViewportSize(1366, 900));
        wide.navigate("/");
        openLesson(wide, "LeNet", "LeNet-5: Printed digits, no file");
        theNetworkIsLaidOutAtOnce(wide);
        wide.locator(".lab-drawer-bar").getByText(Pattern.compile("^Weights$")).click();
        wide.locator(".lab-drawer-size").click();
        Locator view = wide.locator("weights-view");
        assertThat(view.locator("select.layer option")).hasCount(7);
        assertThat(view.locator(".words").first())
                .hasText(Pattern.compile("Filters 1 to 6 of 6\\. .+"));
        assertThat(view.locator(".map-words"))
                .hasText(
                        Pattern.compile(
                                "Example 1 of 1,000 of the test part\\. It is of class \\d; the"
                                        + " model says \\d\\. Channels: 6;.+"));
        Locator maps = view.locator(".all canvas");
        String first = (String) maps.evaluate(DRAWN);
        view.locator(".example .on").click();
        assertThat(view.locator(".map-words"))
                .hasText(Pattern.compile("Example 2 of 1,000 of the test part.+"));
        assertThat((String) maps.evaluate(DRAWN)).isNotEqualTo(first);
        view.locator(".stage canvas").click(new ClickOptions().setPosition(5, 5));
        assertThat(view.locator(".what")).hasText(Pattern.compile("weight\\[0, 0, 0, 0] = .+"));
        screenshot(wide, "weights-filters");
        assertThat(violations(wide)).isEmpty();

        view.locator("select.layer").selectOption("conv2 · Conv 2D");
        assertThat(view.locator(".words").first())
                .hasText(Pattern.compile("Filters 1 to 16 of 16\\. .+"));
        view.locator(".channel select").selectOption("3");
        view.locator(".stage").focus();
        assertThat(view.locator(".what")).hasText(Pattern.compile("weight\\[0, 2, 0, 0] = .+"));

        view.locator("select.layer").selectOption("full1 · Linear");
        assertThat(view.locator(".words").first())
                .hasText(
                        Pattern.compile("32 of 120 rows from 0 on, 32 of 400 columns from 0 on.+"));
        view.locator(".across .on").click();
        view.locator(".stage").focus();
        assertThat(view.locator(".what")).hasText(Pattern.compile("weight\\[0, 32] = .+"));
        for (String kind : List.of("csv", "svg")) {
            view.locator(".more > button").click();
            Download saved =
                    wide.waitForDownload(() -> view.locator("[data-do=" + kind + "]").click());
            assertThat(saved.suggestedFilename()).isEqualTo("weights." + kind);
        }
        view.locator(".more > button").click();
        view.locator("[data-do=table]").click();
        assertThat(view.locator("tbody tr")).hasCount(32);
        assertThat(view.locator("thead th").nth(1)).hasText("32");
        wide.keyboard().press("Escape");
        wide.emulateMedia(
                new Page.EmulateMediaOptions()
                        .setColorScheme(com.microsoft.playwright.options.ColorScheme.DARK));
        screenshot(wide, "weights-matrix-dark");
        assertThat(violations(wide)).isEmpty();
    }

    private Locator tab(String name) {
        return page.locator(".lab-drawer-bar").getByText(Pattern.compile("^" + name + "$"));
    }

    private Locator button(String name) {
        return button(page, name);
    }

    /**
     * By the heights that its layers are drawn in, so that all are to be seen and none is hidden.
     */
    private static void theNetworkIsLaidOutAtOnce(Page page) {
        assertThat(page.locator("[data-testid='parameters-output']")).hasText("850 parameters");
        page.waitForFunction(
                """
                () => {
                  const boxes = [...document.querySelectorAll('.react-flow__node')].map((node) =>
                    node.getBoundingClientRect());
                  const foot = document.querySelector('.sl-bottom').getBoundingClientRect();
                  const apart = (a, b) => a.right <= b.left || b.right <= a.left
                    || a.bottom <= b.top || b.bottom <= a.top;
                  return boxes.length === 9 && boxes.every((box, index) =>
                    apart(box, foot) && boxes.slice(index + 1).every((other) => apart(box, other)));
                }
                """);
        screenshot(page, "network-laid-out");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    private static void openLesson(Page page, String words, String lesson) {
        button(page, "Templates").click();
        page.getByRole(AriaRole.MENUITEM, new GetByRoleOptions().setName("Lessons of the course"))
                .click();
        page.getByLabel("Find a lesson").fill(words);
        assertThat(page.locator(".lab-lesson")).not().hasCount(Lessons.ALL.size());
        button(page, lesson).click();
        assertThat(page.locator("[data-testid='node-conv1']")).isVisible();
    }
}
