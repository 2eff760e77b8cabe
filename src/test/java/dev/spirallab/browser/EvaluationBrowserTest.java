package dev.spirallab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.spirallab.experiment.LinkText;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Reading;
import java.util.regex.Pattern;
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
    void digitsAreShownThatAreMistakenOfAllAndOfACellOfTheConfusionMatrix() {
        open(DIGITS);
        Locator curves = page.locator("assessment-view .roc .curve");
        assertThat(page.locator("assessment-view .roc figure .curve")).hasCount(10);
        assertThat(curves.first()).hasAttribute("d", Pattern.compile("M0 100.*L100 0"));

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
    }

    @Test
    void rowsOfATableAreShownAsTypedAndATypedRowIsAnswered() {
        open(PHONES);
        play();
        tab("Evaluation").click();
        Locator mistakes = page.locator("mistakes-view");
        assertThat(mistakes.locator("tbody tr")).hasCount(24);
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

    private Locator tab(String name) {
        return page.locator(".lab-drawer-bar").getByText(Pattern.compile("^" + name + "$"));
    }
}
