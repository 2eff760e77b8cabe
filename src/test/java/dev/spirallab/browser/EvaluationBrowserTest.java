package dev.spirallab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import dev.spirallab.experiment.LinkText;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Reading;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** How a model does on single examples. */
class EvaluationBrowserTest extends BrowserTest {
    private static final String DIGITS =
            """
            {"format": 1, "title": "Digits",
             "dataset": {"kind": "printedDigits", "samples": 600},
             "graph": {"nodes": [
               {"id": "in", "layer": {"kind": "input"}, "at": [0, 0]},
               {"id": "flat", "layer": {"kind": "flatten"}, "at": [200, 0]},
               {"id": "hidden", "layer": {"kind": "linear", "units": 32, "activation": "relu"}, "at": [400, 0]},
               {"id": "out", "layer": {"kind": "linear", "units": 10}, "at": [600, 0]}],
              "edges": [{"from": "in", "to": "flat"}, {"from": "flat", "to": "hidden"}, {"from": "hidden", "to": "out"}]},
             "training": {"loss": {"kind": "crossEntropy"},
               "optimizer": {"kind": "adam", "learningRate": 0.003}, "batchSize": 32, "epochs": 4, "seed": 1}}
            """;

    private static final String PHONES =
            """
            {"format": 1, "title": "Phones",
             "dataset": {"kind": "phonePrices", "samples": 400},
             "graph": {"nodes": [
               {"id": "in", "layer": {"kind": "input"}, "at": [0, 0]},
               {"id": "out", "layer": {"kind": "linear", "units": 4}, "at": [200, 0]}],
              "edges": [{"from": "in", "to": "out"}]},
             "training": {"loss": {"kind": "crossEntropy"},
               "optimizer": {"kind": "adam", "learningRate": 0.01}, "batchSize": 32, "epochs": 10, "seed": 1}}
            """;

    @Test
    void digitsAreShownThatAreMistakenThoseDrawnOrGivenAreAnsweredAndTheirClassesPartInALayer()
            throws IOException {
        open(DIGITS);
        Locator curves = page.locator("assessment-view .roc .curve");
        assertThat(page.locator("assessment-view .roc figure .curve")).hasCount(10);
        assertThat(curves.first()).hasAttribute("d", Pattern.compile("M0 100.*L100 0"));
        assertThat(saved(".main", "csv")).isEqualTo("figures.csv");
        assertThat(saved(".main", "png")).isEqualTo("figures.png");
        assertThat(saved(".roc", "svg")).isEqualTo("roc.svg");
        ask(".roc", "table");
        assertThat(page.locator("assessment-view .roc .table tbody tr")).hasCount(10);
        assertThat(violations(page)).isEmpty();
        screenshot(page, "evaluation-roc-table");
        page.locator("assessment-view .roc .close").click();

        assertThat(
                        page.locator("assessment-view .scroll")
                                .evaluate("scroll => scroll.scrollWidth <= scroll.clientWidth"))
                .isEqualTo(true);
        page.locator("assessment-view td.count:not(.right) button").first().click();
        Locator mistakes = page.locator("mistakes-view");
        assertThat(mistakes.locator(".gallery li.wrong").first()).isVisible();
        assertThat(mistakes.locator(".gallery li.right")).hasCount(0);
        mistakes.getByText("Show all").click();
        assertThat(mistakes.locator(".gallery li")).hasCount(24);
        assertThat(mistakes.locator(".gallery canvas").first())
                .hasAttribute(
                        "aria-label",
                        Pattern.compile("Row \\d+: \\d is answered with \\d .+ gets .+%\\."));
        screenshot(page, "evaluation-digits");
        assertThat(violations(page)).isEmpty();

        choose("Your own example");
        aDigitIsDrawn();
        aDigitIsGivenAsAnImage();
        choose("Layer outputs");
        classesPartInALayer();
    }

    private void aDigitIsDrawn() {
        Locator own = page.locator("own-input");
        assertThat(own.locator(".words")).hasText("Nothing is asked yet.");
        own.locator(".sheet").scrollIntoViewIfNeeded();
        BoundingBox sheet = own.locator(".sheet").boundingBox();
        page.mouse().move(sheet.x + 90, sheet.y + 20);
        page.mouse().down();
        page.mouse().move(sheet.x + 90, sheet.y + 120);
        page.mouse().up();
        assertThat(own.locator(".words")).hasText(Pattern.compile("Most likely \\d: .+%\\."));
        assertThat(own.locator("li")).hasCount(10);
        screenshot(page, "evaluation-own-digit");
        assertThat(violations(page)).isEmpty();
        own.locator(".clear").click();
        assertThat(own.locator("li")).hasCount(0);
        own.locator(".sheet").focus();
        for (String key : List.of("Space", "ArrowDown", "ArrowDown", "Space")) {
            page.keyboard().press(key);
        }
        assertThat(own.locator("li")).hasCount(10);
    }

    private void aDigitIsGivenAsAnImage() throws IOException {
        Locator own = page.locator("own-input");
        own.locator(".clear").click();
        assertThat(own.locator("li")).hasCount(0);
        own.locator(".file").setInputFiles(new FilePayload("one.png", "image/png", one()));
        assertThat(own.locator(".words")).hasText(Pattern.compile("Most likely \\d: .+%\\."));
        assertThat(own.locator(".centre")).isHidden();
        own.locator(".file")
                .setInputFiles(new FilePayload("one.txt", "image/png", new byte[] {1, 2, 3}));
        assertThat(own.locator(".pad .trouble")).hasText(Pattern.compile(".+ PNG or JPEG\\."));
    }

    /** A stroke in white on black. */
    private static byte[] one() throws IOException {
        BufferedImage image = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 5; y < 24; y++) {
            for (int x = 13; x < 16; x++) {
                image.setRGB(x, y, 0xFFFFFF);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }

    private void classesPartInALayer() {
        Locator features = page.locator("features-view");
        assertThat(features).hasAttribute("data-shown", "pca hidden 0 1");
        Locator words = features.locator(".words");
        assertThat(words)
                .hasText(
                        Pattern.compile(
                                "hidden .+, 32 outputs at step 0, for 120 of 120 rows of the test"
                                        + " part\\. The two directions hold .+%.+"));
        assertThat(features.locator(".classes button")).hasCount(10);

        features.locator(".stage").focus();
        page.keyboard().press("Home");
        assertThat(features.locator(".what")).hasText(Pattern.compile("Row \\d+: \\d, .+"));
        String first = features.locator(".what").textContent();
        page.keyboard().press("End");
        assertThat(features.locator(".said")).hasText(Pattern.compile("Row \\d+: .+"));
        assertThat(features.locator(".said")).not().hasText(first);
        assertThat(features.locator(".reading canvas")).isVisible();
        features.locator(".classes button").first().click();
        assertThat(features.locator(".classes button").first())
                .hasAttribute("aria-pressed", "false");
        features.locator(".classes button").first().click();

        features.getByLabel("Follow the run").check();
        play();
        assertThat(words).hasText(Pattern.compile(".+; at step 0 it was so for .+%\\..*"));
        assertThat(page.locator(".lab-state")).hasText(Pattern.compile("Done: .+"));
        screenshot(page, "evaluation-features");
        assertThat(violations(page)).isEmpty();
        features.getByLabel("Follow the run").uncheck();

        features.getByText("t-SNE").click();
        features.getByLabel("Iterations").fill("60");
        features.getByLabel("Iterations").press("Enter");
        assertThat(features).hasAttribute("data-shown", Pattern.compile("tsne hidden [1-9]\\d* 1"));
        features.locator("select.layer").selectOption("out");
        assertThat(features).hasAttribute("data-shown", Pattern.compile("tsne out [1-9]\\d* 1"));
        page.setViewportSize(768, 1024);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        features.locator(".stage").scrollIntoViewIfNeeded();
        screenshot(page, "evaluation-features-narrow-dark");
        assertThat(violations(page)).isEmpty();
    }

    @Test
    void rowsOfATableAreShownAsTypedAndATypedRowIsAnswered() {
        open(PHONES);
        play();
        tab("Evaluation").click();
        Locator mistakes = page.locator("mistakes-view");
        assertThat(mistakes.locator("tbody tr.wrong").first()).isVisible();
        assertThat(mistakes.locator("tbody tr:not(.wrong)")).hasCount(0);
        Locator head = mistakes.locator("thead th");
        assertThat(head.nth(4)).hasText("battery_power");
        assertThat(mistakes.locator("tbody tr").first().locator("td").nth(3))
                .hasText(Pattern.compile("\\d{3,4}"));
        choose("Your own example");
        Locator own = page.locator("own-input");
        assertThat(own.locator("li")).hasCount(4);
        String before = own.locator(".words").textContent();
        own.getByLabel("ram").fill("0");
        own.getByLabel("ram").fill("much");
        assertThat(own.locator(".trouble.row")).hasText(Pattern.compile("Not a number: ram.*"));
        own.getByLabel("ram").fill("3998");
        assertThat(own.locator(".trouble.row")).hasText("");
        assertThat(own.locator(".words")).not().hasText(before);
        screenshot(page, "evaluation-own-row");
        assertThat(violations(page)).isEmpty();
    }

    @Test
    void mistakenPointsAreMarkedAndPlacesOfThePlaneAreAskedAbout() {
        page.navigate("/");
        assertThat(page.locator("boundary-view[run-id]")).isAttached();
        tab("Evaluation").click();
        Locator mistakes = page.locator("mistakes-view");
        mistakes.locator("tbody button").first().click();
        assertThat(mistakes.locator("tr[aria-current='true']")).hasCount(1);
        choose("Your own example");
        Locator own = page.locator("own-input");
        assertThat(own.locator(".words")).hasText(Pattern.compile("Most likely .+"));
        assertThat(own.locator("li")).hasCount(3);
        String place = own.getByLabel("x1").inputValue();
        page.locator("boundary-view .plot").click();
        assertThat(own.getByLabel("x1")).not().hasValue(place);
        own.getByLabel("x2").fill("0.75");
        assertThat(own.locator(".words")).hasText(Pattern.compile("Most likely .+"));
        screenshot(page, "evaluation-plane");
        assertThat(violations(page)).isEmpty();
    }

    private void open(String json) {
        Experiment experiment = ((Reading.Read) ExperimentJson.read(json)).experiment();
        page.navigate("/#e=" + LinkText.write(experiment));
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Fork to make it yours"))
                .click();
        assertThat(page.locator("assessment-view[run-id]")).isAttached();
    }

    private void play() {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Play").setExact(true))
                .click();
    }

    private void choose(String view) {
        page.locator(".lab-pane-evaluation .lab-segments").getByText(view).click();
    }

    private String saved(String chart, String what) {
        return page.waitForDownload(() -> ask(chart, what)).suggestedFilename();
    }

    private void ask(String chart, String what) {
        Locator of = page.locator("assessment-view " + chart);
        of.locator(".more > button").click();
        of.locator("[data-do=" + what + "]").click();
    }

    private Locator tab(String name) {
        return page.locator(".lab-drawer-bar").getByText(Pattern.compile("^" + name + "$"));
    }
}
