package dev.spirallab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import dev.spirallab.dataset.image.Pictures;
import java.awt.image.BufferedImage;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Somebody brings a table, looks at it, and learns from it. */
class OwnDataBrowserTest extends BrowserTest {

    @Test
    void aTableAndImagesAreLookedAtMendedChangedAndUsed() {
        page.navigate("/");
        sayWhatIsWrongInWordsUntilItIsMended();
        useATable();
        useImagesInFolders();
    }

    @Test
    void dataOfThePlaneOfValuesAndOfALessonAreShownByWhatTheyAre() {
        page.navigate("/");
        showTheBoundaryAndTheFiguresInTurns();
        showValuesAgainstTheTruth();
        learnALessonFromOtherFiles();
    }

    private void sayWhatIsWrongInWordsUntilItIsMended() {
        openDialog(page);
        bring(page, "table.csv", "a;b\n1;x\n2;y\n3\n".getBytes(StandardCharsets.UTF_8));
        assertThat(dialog(page).getByRole(AriaRole.ALERT)).containsText("Line 4 has 1 cells");
        assertThat(button(page, "Use")).isDisabled();

        choose(page, "Between cells", "Comma");
        assertThat(dialog(page).getByText("table.csv: 3 rows, 1 columns")).isVisible();
        page.keyboard().press("Escape");
        assertThat(dialog(page)).hasCount(0);
    }

    private void useATable() {
        openDialog(page);
        bring(page, "flowers.csv", flowers().getBytes(StandardCharsets.UTF_8));

        assertThat(dialog(page).getByText("flowers.csv: 60 rows, 5 columns")).isVisible();
        assertThat(field(page, "The answers are in")).containsText("species");
        Locator colour = column(page, "colour");
        assertThat(colour).containsText("2 different: red 30, white 30");
        assertThat(column(page, "width")).containsText("3 gaps");
        choose(page, "Use of colour", "Leave out");
        assertThat(colour).hasAttribute("data-use", "ignored");
        choose(page, "Scaling", "From 0 to 1");
        screenshot(page, "own-data");
        assertThat(Axe.violations(page, "vaadin-dialog[opened]")).isEmpty();

        button(page, "Use").click();

        assertThat(dialog(page)).hasCount(0);
        assertThat(page.getByText("flowers.csv · 60 rows, 3 inputs, 3 classes")).isVisible();
        assertThat(page.locator(".lab-title input")).hasValue("flowers");
        button(page, "Play").click();
        assertThat(page.locator(".lab-state")).hasText(Pattern.compile("Training|Done.*"));
        Locator judged = page.locator("assessment-view");
        assertThat(judged.locator("tbody th").first()).hasText("setosa");
        assertThat(judged.locator("td.count")).hasCount(9);
        assertThat(judged.locator(".words")).containsText("Test part, 12 rows");
        assertThat(judged.locator(".words")).containsText("Accuracy 100.0%");
        screenshot(page, "figures-classes");
        assertThat(Axe.violations(page, "assessment-view")).isEmpty();
    }

    private void useImagesInFolders() {
        openDialog(page);
        bring(page, "pets.zip", pets());

        assertThat(dialog(page).getByText("pets.zip: 20 images, each 3 × 12 × 16")).isVisible();
        Locator classes = dialog(page).locator(".lab-own-classes li");
        assertThat(classes).containsText(new String[] {"<b>cats<b>10", "dogs10"});
        assertThat(dialog(page).locator(".lab-own-classes b")).hasCount(0);
        assertThat(classes.locator("img[src^='data:image/png']")).hasCount(2);
        check(page, "Resize");
        Locator height =
                dialog(page)
                        .locator(".lab-kinds")
                        .filter(new Locator.FilterOptions().setHasText("Resize"))
                        .locator("input:not([type=checkbox])")
                        .first();
        height.fill("8");
        height.press("Enter");
        check(page, "Random horizontal flip");
        assertThat(dialog(page).getByText("The model is shown 3 × 8 × 16.")).isVisible();
        screenshot(page, "own-images");
        assertThat(Axe.violations(page, "vaadin-dialog[opened]")).isEmpty();

        button(page, "Use").click();

        assertThat(dialog(page)).hasCount(0);
        assertThat(page.getByText("pets.zip · 20 rows, 384 inputs, 2 classes")).isVisible();
    }

    private void showTheBoundaryAndTheFiguresInTurns() {
        assertThat(page.locator("boundary-view[run-id]")).isVisible();
        button(page, "Figures").click();
        assertThat(page.locator("assessment-view td.count")).hasCount(9);
        assertThat(page.locator("boundary-view")).isHidden();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        screenshot(page, "figures-of-the-plane-dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        button(page, "Boundary").click();
        assertThat(page.locator("boundary-view[run-id]")).isVisible();
        assertThat(page.locator("assessment-view")).isHidden();
    }

    private void showValuesAgainstTheTruth() {
        assertThat(page.getByTestId("palette-linear")).isInViewport();
        button(page, "More data").click();
        page.getByRole(AriaRole.MENUITEMCHECKBOX)
                .filter(new Locator.FilterOptions().setHasText("Polynomial regression"))
                .click();
        assertThat(page.locator(".lab-data-name")).hasText("Polynomial regression");
        assertThat(page.locator("assessment-view .words")).containsText("Test part");
        button(page, "Play").click();
        assertThat(page.locator("assessment-view .words")).containsText("mean absolute error");
        assertThat(page.locator("assessment-view .pairs tbody tr")).hasCount(20);
        screenshot(page, "figures-values");
    }

    private void learnALessonFromOtherFiles() {
        button(page, "Templates").click();
        page.getByRole(AriaRole.MENUITEM, new GetByRoleOptions().setName("Lessons of the course"))
                .click();
        page.getByLabel("Find a lesson").fill("lenet");
        assertThat(page.locator(".lab-lesson")).hasCount(1);
        button(page, "LeNet-5: Handwritten digits").click();
        assertThat(page.locator(".lab-data .lab-problems"))
                .containsText(Pattern.compile("The file t10k-.* is not here"));
        screenshot(page, "lesson-without-its-files");
        button(page, "Bring the file…").click();

        byte[] images = new byte[40 * 28 * 28];
        byte[] labels = new byte[40];
        for (int at = 0; at < images.length; at++) {
            images[at] = (byte) (at * 31);
        }
        for (int at = 0; at < labels.length; at++) {
            labels[at] = (byte) (at % 10);
        }
        give(page, "images-idx3-ubyte", Pictures.idx(new int[] {40, 28, 28}, images));
        assertThat(dialog(page).getByRole(AriaRole.ALERT)).containsText("Bring the other file too");
        assertThat(button(page, "Use")).isDisabled();
        give(page, "labels-idx1-ubyte", Pictures.idx(new int[] {40}, labels));
        assertThat(dialog(page).getByText("images-idx3-ubyte: 40 images, each 1 × 28 × 28"))
                .isVisible();
        assertThat(dialog(page).locator(".lab-own-classes li")).hasCount(10);
        button(page, "Use").click();

        assertThat(dialog(page)).hasCount(0);
        assertThat(page.locator(".lab-data .lab-problems")).isHidden();
        assertThat(page.getByText("images-idx3-ubyte · 40 rows, 784 inputs, 10 classes"))
                .isVisible();
        assertThat(button(page, "Your own data…")).isVisible();
        button(page, "One step").click();
        assertThat(page.locator("assessment-view td.count").first()).isVisible();
    }

    private static void check(Page page, String name) {
        page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(name).setExact(true))
                .check();
    }

    private static byte[] pets() {
        Map<String, byte[]> entries = new TreeMap<>();
        for (int at = 0; at < 10; at++) {
            entries.put("pets/<b>cats<b>/" + at + ".png", picture(0xFF0000 + at));
            entries.put("pets/dogs/" + at + ".png", picture(0x0000FF + (at << 8)));
        }
        return Pictures.zip(StandardCharsets.UTF_8, entries);
    }

    private static byte[] picture(int rgb) {
        return Pictures.picture("png", BufferedImage.TYPE_INT_RGB, 16, 12, rgb);
    }

    @Test
    void chineseTablesAreReadOnAPhoneInTheDarkAndNothingInThemIsMarkup() {
        Page phone =
                newPage(
                        options()
                                .setViewportSize(390, 844)
                                .setLocale("zh-CN")
                                .setColorScheme(ColorScheme.DARK));
        phone.navigate("/");
        openDialog(phone);
        String mean = "<img src=x onerror=\"console.error('interpreted')\">";
        bring(
                phone,
                "花 <b>.csv",
                ("宽,类," + mean.replace(",", " ") + "\n1,甲,<b>x</b>\n2,乙,<b>y</b>\n3,甲,<b>x</b>\n")
                        .replace("\"", "'")
                        .getBytes(Charset.forName("GB18030")));

        assertThat(dialog(phone).getByText("花 <b>.csv：3 行，3 列")).isVisible();
        assertThat(field(phone, "字符编码")).containsText("GB18030");
        assertThat(dialog(phone).locator(".lab-column img, .lab-own-preview img, b")).hasCount(0);
        screenshot(phone, "own-data-phone-dark");
    }

    private static void openDialog(Page page) {
        if (page.viewportSize().width < 704) {
            page.locator(".lab-place-data").click();
        }
        page.locator(".lab-own-open").click();
        assertThat(page.locator("vaadin-upload")).isVisible();
    }

    private static Locator dialog(Page page) {
        return page.locator("vaadin-dialog.lab-own");
    }

    private static void give(Page page, String name, byte[] bytes) {
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload(name, "text/csv", bytes));
    }

    private static void bring(Page page, String name, byte[] bytes) {
        give(page, name, bytes);
        assertThat(page.locator(".lab-own-table")).isAttached();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator field(Page page, String label) {
        return page.locator("vaadin-select")
                .filter(new Locator.FilterOptions().setHas(page.getByText(label)));
    }

    private static Locator column(Page page, String name) {
        return page.locator(".lab-column")
                .filter(
                        new Locator.FilterOptions()
                                .setHas(page.locator(".lab-column-name").getByText(name)));
    }

    private static void choose(Page page, String label, String item) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(label)).first().click();
        page.getByRole(AriaRole.OPTION, new GetByRoleOptions().setName(item)).click();
    }

    private static String flowers() {
        StringBuilder csv = new StringBuilder("width,length,colour,height,species\n");
        String[] species = {"setosa", "versicolor", "virginica"};
        for (int i = 0; i < 60; i++) {
            int kind = i % 3;
            csv.append(i % 20 == 0 ? "" : String.valueOf(kind + (i % 7) * 0.1)).append(',');
            csv.append(2 * kind + (i % 5) * 0.1).append(',');
            csv.append(i % 2 == 0 ? "red" : "white").append(',');
            csv.append(i % 4).append(',').append(species[kind]).append('\n');
        }
        return csv.toString();
    }
}
