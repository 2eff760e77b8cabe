package dev.spirallab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.spirallab.lesson.Lessons;
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

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }
}
