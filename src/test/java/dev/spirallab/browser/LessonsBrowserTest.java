package dev.spirallab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.spirallab.lesson.Lessons;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LessonsBrowserTest extends BrowserTest {

    @Test
    void aLessonIsFoundByAWordAndOpened() {
        page.navigate("/");
        button("Templates").click();
        page.getByRole(AriaRole.MENUITEM, new GetByRoleOptions().setName("Lessons of the course"))
                .click();
        assertThat(page.locator(".lab-lesson")).hasCount(Lessons.ALL.size());
        screenshot(page, "lessons");

        page.getByLabel("Find a lesson").fill("vanish");
        assertThat(page.locator(".lab-lesson")).hasCount(1);
        button("Vanishing gradients: ReLU").click();

        assertThat(page.getByLabel("Title of the experiment"))
                .hasValue("Vanishing gradients: ReLU");
        assertThat(page.locator(".react-flow__node")).hasCount(10);
        button("Play").click();
        assertThat(button("Pause")).isVisible();
    }

    @Test
    void aLineThroughPointsMovesWithEachStep() {
        page.navigate("/");
        open("a line through points", "Open: A line through points");
        Locator line = page.locator("assessment-view svg .line");
        assertThat(line).hasAttribute("d", Pattern.compile("M.*L.*"));
        assertThat(page.locator("assessment-view svg .residuals"))
                .hasAttribute("d", Pattern.compile("(M[^MV]*V[^MV]*){100}"));
        String before = line.getAttribute("d");
        button("One step").click();
        assertThat(line).not().hasAttribute("d", before);
        assertThat(page.locator("assessment-view svg:has(.line)"))
                .hasAttribute("aria-label", Pattern.compile("A line over the only input.*"));
        assertThat(page.locator("assessment-view .pairs thead th")).hasCount(3);
        screenshot(page, "line-through-points");
    }

    private void open(String words, String lesson) {
        button("Templates").click();
        page.getByRole(AriaRole.MENUITEM, new GetByRoleOptions().setName("Lessons of the course"))
                .click();
        page.getByLabel("Find a lesson").fill(words);
        assertThat(page.locator(".lab-lesson")).hasCount(1);
        button(lesson).click();
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }
}
