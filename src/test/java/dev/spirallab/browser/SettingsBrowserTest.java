package dev.spirallab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.spirallab.run.RunId;
import dev.spirallab.run.Runs;
import dev.spirallab.spec.json.ExperimentJson;
import java.time.Duration;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The settings of training and layers that have many of their own. */
class SettingsBrowserTest extends BrowserTest {
    @Autowired private Runs runs;

    @BeforeEach
    void openPage() {
        page.navigate("/");
        assertThat(button("Play")).isEnabled();
    }

    @Test
    void whatIsRarelyChangedIsFoldedAway() {
        openSettings();
        assertThat(box("ε")).isHidden();

        page.locator(".lab-settings vaadin-details-summary").first().click();

        assertThat(box("ε")).isVisible();
        box("ε").fill("1e-6");
        box("ε").press("Enter");
        awaitDocument("\"eps\":0.000001");
    }

    @Test
    void theLearningRateIsDrawnBeforeTraining() {
        openSettings();
        Locator chart = page.locator(".lab-rates e-chart .chart");
        assertThat(chart).isHidden();

        choose("Schedule", "One cycle");

        assertThat(chart)
                .hasAttribute(
                        "aria-label", Pattern.compile("Learning rate over .* epochs: from .*"));
        page.locator(".lab-rates").scrollIntoViewIfNeeded();
        assertThat(page.locator(".lab-rates e-chart canvas, .lab-rates e-chart svg").first())
                .isVisible();
        assertThat(violations(page)).isEmpty();
        screenshot(page, "settings-one-cycle");

        choose("Schedule", "Multi-step");
        box("After").fill("10, 20, 60");
        box("After").press("Enter");

        awaitDocument("\"milestones\":[10,20,60]");
        box("After").fill("10, x");
        box("After").press("Enter");
        assertThat(page.getByText("Numbers with commas between them")).isVisible();
        screenshot(page, "settings-multi-step");
    }

    @Test
    void lbfgsAsksForTheFullBatchAndThenTrains() {
        box("Batch size").fill("32");
        box("Batch size").press("Enter");
        openSettings();
        choose("Optimiser", "LBFGS");

        Locator fix =
                page.getByRole(AriaRole.DIALOG)
                        .getByRole(
                                AriaRole.BUTTON,
                                new Locator.GetByRoleOptions()
                                        .setName("Set the batch size to “full batch”"));
        assertThat(fix).isVisible();
        screenshot(page, "settings-wrong-1366x768");
        fix.click();
        button("Play").click();

        await(() -> assertThat(figure("trainAccuracy")).isGreaterThan(90));
    }

    @Test
    void aLayersInitialiserIsChosenInItsNode() {
        part("more-hidden").click();
        part("setting-hidden-initializer").selectOption("normal");
        part("setting-hidden-initializer-std").fill("0.01");
        part("setting-hidden-initializer-std").press("Enter");

        awaitDocument("\"initializer\":{\"kind\":\"normal\",\"mean\":0,\"std\":0.01}");
        part("setting-hidden-biasInitializer").selectOption("orthogonal");
        assertThat(part("problems")).isVisible();
        screenshot(page, "initialiser-in-a-node");
        page.getByText("Use PyTorch’s default for “hidden”").first().click();
        assertThat(part("problems")).hasCount(0);

        part("setting-hidden-initializer").selectOption("");
        part("more-hidden").click();
        assertThat(part("setting-hidden-initializer")).hasCount(0);
    }

    private void openSettings() {
        button("Settings").click();
        assertThat(page.getByText("When it ends")).isVisible();
    }

    private void choose(String label, String option) {
        page.locator(".lab-settings vaadin-select:has(> label:text-is(\"" + label + "\"))").click();
        page.getByRole(AriaRole.OPTION, new GetByRoleOptions().setName(option).setExact(true))
                .click();
    }

    private double figure(String name) {
        String digits =
                page.locator("run-figures ." + name + " dd")
                        .textContent()
                        .replaceAll("[^\\d.]", "");
        return digits.isEmpty() ? Double.NaN : Double.parseDouble(digits);
    }

    private void awaitDocument(String part) {
        await(() -> assertThat(document()).contains(part));
    }

    /** Lets the browser's requests pass meanwhile: they are held until Playwright is called. */
    private void await(ThrowingRunnable condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInSameThread()
                .untilAsserted(() -> {
                    page.waitForTimeout(20);
                    condition.run();
                });
    }

    private String document() {
        String id = page.locator("boundary-view").getAttribute("run-id");
        return runs.find(new RunId(id))
                .map(run -> ExperimentJson.write(run.experiment()).replaceAll("\\s", ""))
                .orElse("");
    }

    private Locator part(String name) {
        return page.getByTestId(name);
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator box(String label) {
        return page.getByRole(
                AriaRole.TEXTBOX, new GetByRoleOptions().setName(label).setExact(true));
    }
}
