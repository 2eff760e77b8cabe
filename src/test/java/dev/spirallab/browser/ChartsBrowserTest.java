package dev.spirallab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Charts given away and told otherwise: as pictures, as data, as tables, in words. */
class ChartsBrowserTest extends BrowserTest {

    @Test
    void chartsAreGivenAwayAsDataAndPicturesAndToldAsTablesAndInWords() throws IOException {
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.navigate("/");
        train(3);
        saveEveryPointOfTheCurve();
        saveTheBoundaryAsItsGrid();
        savePicturesThatSayWhatTheyShow();
        copyAPicture();
        readTheCurveAsATable();
        readTheBoundaryAsATable();
        keepATitleThatLooksLikeMarkupAsText();
        saveWhatMayNotBeCopied();
        saveTheSameDataInAnotherLanguage();
        hearWhatTheRunDoes();
    }

    private void saveEveryPointOfTheCurve() {
        var lines = text(save("loss-chart", "csv")).split("\r\n");

        assertThat(lines[0]).startsWith("step,epoch,trainLoss,testLoss,trainAccuracy");
        assertThat(lines).hasSize(5);
        assertThat(lines[4]).matches("3,3(,\\d+\\.?\\d*(e-?\\d+)?){5}");
    }

    private void saveTheBoundaryAsItsGrid() {
        var lines = text(save("boundary-view", "csv")).split("\r\n");

        assertThat(lines[0]).isEqualTo("x1,x2,class0,class1,class2");
        assertThat(lines).hasSize(10_001);
    }

    private void savePicturesThatSayWhatTheyShow() throws IOException {
        for (var chart : List.of("loss-chart", "boundary-view")) {
            var drawing = text(save(chart, "svg"));
            assertThat(drawing).contains("Spiral: one ReLU layer").contains("train", "test");
            assertThat(ImageIO.read(new ByteArrayInputStream(bytes(save(chart, "png")))).getWidth())
                    .isGreaterThan(1000);
        }
        assertThat(text(save("loss-chart", "svg"))).contains(">Loss<", ">step<");
        assertThat(text(save("boundary-view", "svg"))).contains(">x₁<", ">x₂<", "<image");
    }

    private void copyAPicture() {
        choose("loss-chart", "copy");

        assertThat(part("loss-chart", ".told")).hasText("Copied");
        assertThat(page.evaluate("navigator.clipboard.read().then(items => items[0].types[0])"))
                .isEqualTo("image/png");
    }

    private void readTheCurveAsATable() {
        part("loss-chart", ".more > button").focus();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("End");
        page.keyboard().press("Enter");

        assertThat(part("loss-chart", ".table")).isFocused();
        assertThat(part("loss-chart", "caption"))
                .containsText(
                        Pattern.compile("Training part: from [\\d.]+ to [\\d.]+ over 3 steps"));
        assertThat(part("loss-chart", "tbody tr")).hasCount(4);
        page.keyboard().press("Escape");
        assertThat(part("loss-chart", ".table")).isHidden();
        assertThat(part("loss-chart", ".more > button")).isFocused();
    }

    private void readTheBoundaryAsATable() {
        choose("boundary-view", "table");

        assertThat(part("boundary-view", "caption")).containsText("Decision boundary of 3 classes");
        assertThat(part("boundary-view", "caption"))
                .containsText(Pattern.compile("class 0 holds \\d+%.*Training accuracy"));
        assertThat(part("boundary-view", "tbody tr")).hasCount(11);
        part("boundary-view", ".table .close").click();
        assertThat(part("boundary-view", ".plot")).isVisible();
    }

    private void keepATitleThatLooksLikeMarkupAsText() {
        page.getByLabel("Title of the experiment").fill("<script>alert(1)</script>");
        page.getByLabel("Title of the experiment").press("Enter");
        assertThat(page).hasTitle(Pattern.compile("<script>.*"));

        assertThat(text(save("boundary-view", "svg"))).contains("&lt;script&gt;");
        assertThat(text(save("loss-chart", "svg"))).doesNotContain("<script>");
    }

    private void saveWhatMayNotBeCopied() {
        page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })");

        assertThat(save("boundary-view", "copy").suggestedFilename()).endsWith(".png");
    }

    private void saveTheSameDataInAnotherLanguage() {
        var before = text(save("loss-chart", "csv"));
        page.getByLabel("中文", new Page.GetByLabelOptions().setExact(true)).click();
        assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
        assertThat(page.locator("loss-chart").first()).hasAttribute("data-points", "4");

        assertThat(text(save("loss-chart", "csv"))).isEqualTo(before);
    }

    private void hearWhatTheRunDoes() {
        page.locator(".lab-play").click();
        assertThat(part("run-connection", ".spoken")).hasText("训练中");

        page.locator(".lab-play").click();

        assertThat(part("run-connection", ".spoken"))
                .hasText(Pattern.compile("已在第 [\\d,]+ 步暂停。 ?训练准确率 .*%.*"));
    }

    private void train(int steps) {
        assertThat(page.locator("run-figures .trainLoss dd")).containsText(".");
        for (int step = 1; step <= steps; step++) {
            page.locator(".lab-transport vaadin-button").nth(3).click();
            assertThat(page.locator("run-counters .step dd")).hasText("" + step);
            assertThat(page.locator("loss-chart").first())
                    .hasAttribute("data-points", "" + (step + 1));
        }
    }

    private Download save(String chart, String what) {
        return page.waitForDownload(() -> choose(chart, what));
    }

    private void choose(String chart, String what) {
        part(chart, ".more > button").click();
        part(chart, "[data-do=" + what + "]").click();
    }

    private Locator part(String chart, String selector) {
        return page.locator(chart).first().locator(selector);
    }

    private static String text(Download download) {
        return new String(bytes(download), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Download download) {
        try (var content = download.createReadStream()) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
