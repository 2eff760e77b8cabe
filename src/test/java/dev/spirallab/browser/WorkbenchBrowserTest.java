package dev.spirallab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.WaitForFunctionOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.spirallab.run.Run;
import dev.spirallab.run.RunId;
import dev.spirallab.run.Runs;
import dev.spirallab.spec.graph.ModelGraph;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Templates;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What people do at the workbench, in a real browser, with real runs. */
class WorkbenchBrowserTest extends BrowserTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Counts the different pictures that the boundary's canvas has shown. */
    private static final String COUNT_PICTURES =
            """
            () => {
              const seen = (window.seenPictures ??= new Set());
              const canvas = document.querySelector('boundary-view')?.shadowRoot?.querySelector('canvas');
              if (canvas?.width) seen.add(canvas.toDataURL());
              return seen.size;
            }
            """;

    @Autowired private Runs runs;

    @Test
    void aRunIsPlayedChangedPausedSteppedAndBegunAnewOnALaptopWithoutScrolling() {
        open(page, "/");
        learnTheSpiral();
        showEverythingWithoutScrolling();
        goBackToTheStart();
        takeTime(page);
        changeTheLearningRateWhileItTrains();
        pauseAndGoOneStep();
        beginAtAnotherRandomStart();
    }

    private void learnTheSpiral() {
        var lossBefore = figure(page, "trainLoss");

        play(page);

        page.waitForFunction("(" + COUNT_PICTURES + ")() >= 5", null, patience());
        await(() -> assertThat(figure(page, "trainLoss")).isLessThan(lossBefore / 2));
        await(() -> assertThat(figure(page, "trainAccuracy")).isGreaterThan(90));
        assertThat(step(page)).isPositive();
    }

    private void showEverythingWithoutScrolling() {
        screenshot(page, "workbench-1366x768");

        assertThat(page.locator(".lab-state")).hasText(Pattern.compile("Training|Done.*"));
        assertThat(page.evaluate("document.documentElement.scrollHeight")).isEqualTo(768);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(1366);
    }

    private void goBackToTheStart() {
        button(page, "Reset").click();

        await(() -> assertThat(step(page)).isZero());
        assertThat(state(page)).hasText("Ready");
        assertThat(button(page, "Play")).isVisible();
    }

    private void changeTheLearningRateWhileItTrains() {
        play(page);
        await(() -> assertThat(step(page)).isPositive());
        var id = runId(page);

        choose(page, "Learning rate", "0.01");

        await(() -> assertThat(learningRate(id)).isEqualTo(0.01));
        var then = step(page);
        await(() -> assertThat(step(page)).isGreaterThan(then));
        assertThat(runId(page)).isEqualTo(id);
        assertThat(page.getByText("before your last changes")).isHidden();
    }

    private void pauseAndGoOneStep() {
        page.keyboard().press("Control+Enter");
        assertThat(state(page)).hasText("Paused");
        await(() -> assertThat(step(page)).isEqualTo(run(runId(page)).status().at().step()));
        var frozen = step(page);

        button(page, "One step").click();

        await(() -> assertThat(step(page)).isEqualTo(frozen + 1));
        assertThat(state(page)).hasText("Paused");
    }

    private void beginAtAnotherRandomStart() {
        var id = runId(page);
        var seed = run(id).experiment().training().seed();

        button(page, "New random start").click();

        await(() -> assertThat(step(page)).isZero());
        assertThat(runId(page)).isEqualTo(id);
        await(() -> assertThat(run(id).experiment().training().seed()).isNotEqualTo(seed));
        assertThat(button(page, "Play")).isVisible();
    }

    @Test
    void settingsAndDataAreChangedAndPlayTrainsWhatIsOnThePage() {
        open(page, "/");
        keepALearningRateThatIsNoneWithItsReason();
        takeALearningRateOfOnesOwn();
        setWhatTheCatalogueNames();
        changeDataBeforeAnythingIsTrained();
        takeTime(page);
        changeDataWhileItTrains();
        changeDataWhileItIsPaused();
    }

    private void keepALearningRateThatIsNoneWithItsReason() {
        var rate = box(page, "Learning rate");
        var before = rate.inputValue();

        choose(page, "Learning rate", "abc");
        assertThat(rate)
                .hasAccessibleDescription(Pattern.compile("Please enter a number from 0 to 1000"));
        assertThat(rate).hasValue("abc");

        choose(page, "Learning rate", "-1");
        assertThat(rate).hasAccessibleDescription(Pattern.compile("it must be between 0 and 1000"));
        assertThat(rate).hasValue("-1");

        rate.press("Escape");
        assertThat(rate).hasValue(before);
        assertThat(rate).not().hasAttribute("aria-invalid", "true");
    }

    private void takeALearningRateOfOnesOwn() {
        choose(page, "Learning rate", "0.0025");

        await(() -> assertThat(learningRate(runId(page))).isEqualTo(0.0025));
    }

    private void setWhatTheCatalogueNames() {
        button(page, "Settings").click();

        choose(page, "β₁", "0.8");

        await(() ->
                assertThat(
                                ExperimentJson.write(run(runId(page)).experiment())
                                        .replaceAll("\\s", ""))
                        .contains("\"beta1\":0.8"));
        choose(page, "β₁", "2");
        assertThat(box(page, "β₁"))
                .hasAccessibleDescription(Pattern.compile("it must be between 0 and 0.999999"));
        box(page, "β₁").press("Escape");
        assertThat(box(page, "β₁")).isHidden();
    }

    private void changeDataBeforeAnythingIsTrained() {
        var id = runId(page);

        button(page, "Circles").click();

        await(() -> assertThat(runId(page)).isNotEqualTo(id));
        assertThat(button(page, "Play")).isEnabled();
        assertThat(page.getByText("before your last changes")).isHidden();
    }

    private void changeDataWhileItTrains() {
        play(page);
        await(() -> assertThat(step(page)).isPositive());
        var id = runId(page);

        button(page, "Moons").click();

        assertThat(page.getByText("before your last changes")).isVisible();
        assertThat(page.getByLabel("Title of the experiment")).hasValue("Moons");
        assertThat(runId(page)).isEqualTo(id);
        button(page, "Restart with changes").click();
        assertThat(page.getByText("before your last changes")).isHidden();
        await(() -> assertThat(runId(page)).isNotEqualTo(id));
        await(() -> assertThat(step(page)).isPositive());
        assertThat(ExperimentJson.write(run(runId(page)).experiment())).contains("moons");
    }

    private void changeDataWhileItIsPaused() {
        button(page, "Pause").click();
        assertThat(state(page)).hasText("Paused");
        var id = runId(page);

        button(page, "Circles").click();
        button(page, "Restart with changes").click();

        await(() -> assertThat(runId(page)).isNotEqualTo(id));
        await(() -> assertThat(step(page)).isPositive());
        assertThat(ExperimentJson.write(run(runId(page)).experiment())).contains("\"circle\"");
    }

    @Test
    void experimentsAreOpenedPastedAndFoundAgainAfterAReload() {
        open(page, "/");
        reloadAPausedRunAndTellWhatCannotBeRead();
        openATemplateAndTakeItBack();
        tellBadTextWithItsPlace();
        sayWhyATornModelCannotRun();
        findUnfinishedDataAgain();
    }

    private void reloadAPausedRunAndTellWhatCannotBeRead() {
        takeTime(page);
        page.getByLabel("Title of the experiment").fill("My spiral");
        page.getByLabel("Title of the experiment").press("Enter");
        play(page);
        await(() -> assertThat(step(page)).isPositive());
        button(page, "Pause").click();
        assertThat(state(page)).hasText("Paused");
        var id = runId(page);
        await(() -> assertThat(step(page)).isEqualTo(run(id).status().at().step()));
        var done = step(page);
        page.evaluate(
                """
                const id = '00000000-0000-4000-8000-000000000001';
                const held = { id, revision: 0, document: { format: 99 } };
                sessionStorage.setItem('spirallab.unsaved.' + id, JSON.stringify(held));
                """);

        page.reload();

        assertThat(page.getByText("could not be opened")).isVisible();
        assertThat(page.getByLabel("Title of the experiment")).hasValue("My spiral");
        assertThat(state(page)).hasText("Paused");
        await(() -> assertThat(step(page)).isEqualTo(done));
        assertThat(runId(page)).isEqualTo(id);
        assertThat(button(page, "Play")).isEnabled();
    }

    private void openATemplateAndTakeItBack() {
        button(page, "Templates").click();

        page.getByText("Regression: hills and hollows").click();

        assertThat(page.getByLabel("Title of the experiment"))
                .hasValue("Regression: hills and hollows");
        assertThat(button(page, "Play")).isEnabled();
        play(page);
        await(() -> assertThat(step(page)).isPositive());

        page.locator("vaadin-notification-card").getByText("Undo").click();

        assertThat(page.getByLabel("Title of the experiment")).hasValue("My spiral");
    }

    private void tellBadTextWithItsPlace() {
        paste(page, "{\"format\": 1, \"dataset\": {\"kind\": \"spirl\"}}");

        assertThat(page.getByText("Did you mean “spiral”?")).isVisible();
        button(page, "Cancel").click();
        assertThat(page.getByLabel("Title of the experiment")).hasValue("My spiral");
        assertThat(button(page, "Play")).isEnabled();
    }

    private void sayWhyATornModelCannotRun() {
        var spiral = Templates.get(Templates.FIRST);
        var torn = spiral.withGraph(new ModelGraph(spiral.graph().nodes(), List.of()));
        var before = page.url();

        paste(page, ExperimentJson.write(torn));

        assertThat(page).not().hasURL(before);
        assertThat(button(page, "Play")).isDisabled();
        assertThat(state(page)).containsText("Not ready");
    }

    private void findUnfinishedDataAgain() {
        var document = (ObjectNode) ExperimentJson.tree(Templates.get(Templates.FIRST));
        for (var inputs : List.of("[]", "[[1]]", "[[1], [2, 3]]")) {
            document.put("title", "Unfinished " + inputs);
            document.set(
                    "dataset",
                    JsonMapper.shared()
                            .readTree("{\"kind\": \"inline\", \"inputs\": " + inputs + "}"));
            var before = page.url();
            paste(page, document.toString());
            assertThat(page.getByLabel("Title of the experiment")).hasValue("Unfinished " + inputs);
            assertThat(page).not().hasURL(before); // what a reload opens
            assertThat(button(page, "Play")).isDisabled();
            assertThat(state(page)).containsText("Not ready");
        }
        assertThat(page.locator(".lab-saved")).containsText("Saved");

        page.reload();

        assertThat(page.getByLabel("Title of the experiment")).hasValue("Unfinished [[1], [2, 3]]");
        assertThat(button(page, "Play")).isDisabled();
        assertThat(state(page)).containsText("Not ready");
    }

    @Test
    void thePageSpeaksTheBrowsersLanguageAndFollowsTheSystemsThemeUntilOthersAreChosen() {
        page = newPage(options().setLocale("zh-CN").setColorScheme(ColorScheme.DARK));
        page.navigate("/");

        assertThat(button(page, "开始")).isVisible();
        assertThat(page.locator("html")).hasAttribute("theme", "dark");
        assertThat(page).hasTitle(Pattern.compile("螺旋实验室"));
        assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
        assertThat(page.locator("body")).not().containsText("[workbench.");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        assertThat(page.locator("html")).hasAttribute("theme", "light");
        screenshot(page, "workbench-zh-1366x768");

        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("主题")).click();
        page.getByText("深色", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("html")).hasAttribute("theme", "dark");
        button(page, "English").click();

        assertThat(button(page, "Play")).isVisible();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page.locator("html")).hasAttribute("theme", "dark");
        page.reload();
        assertThat(button(page, "Play")).isVisible();
        assertThat(page.locator("html")).hasAttribute("theme", "dark");
        screenshot(page, "workbench-dark-1366x768");
    }

    @Test
    void aPhoneShowsTheBoundaryFirstAndScrollsOneWayOnly() {
        page = newPage(options().setViewportSize(390, 844));
        open(page, "/");
        play(page);
        await(() -> assertThat(figure(page, "trainAccuracy")).isGreaterThan(90));

        screenshot(page, "workbench-390x844");

        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        assertThat(page.locator("boundary-view").boundingBox().y)
                .isLessThan(page.locator("loss-chart").first().boundingBox().y);
        assertThat(violations(page)).isEmpty();
    }

    private void open(Page page, String path) {
        page.navigate(path);
        assertThat(page.locator("boundary-view[run-id]")).isVisible();
        await(() -> assertThat(figure(page, "trainLoss")).isNotNaN());
    }

    private static void play(Page page) {
        button(page, "Play").click();
    }

    /** Lets the run last longer than any test. */
    private static void takeTime(Page page) {
        choose(page, "Speed", "10");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator state(Page page) {
        return page.locator(".lab-state");
    }

    private static Locator box(Page page, String label) {
        return page.getByRole(
                AriaRole.TEXTBOX, new GetByRoleOptions().setName(label).setExact(true));
    }

    private static void choose(Page page, String label, String value) {
        var field = box(page, label);
        field.fill(value);
        field.press("Enter");
    }

    private static void paste(Page page, String text) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("File").setExact(true))
                .click();
        page.getByText("Open…").click();
        page.getByLabel("Text of the experiment (JSON)").fill(text);
        button(page, "Open").click();
    }

    private static String runId(Page page) {
        return page.locator("boundary-view").getAttribute("run-id");
    }

    private Run run(String id) {
        return runs.find(new RunId(id)).orElseThrow(() -> new AssertionError("closed meanwhile"));
    }

    private double learningRate(String run) {
        return run(run).experiment().training().optimizer().learningRate();
    }

    private static long step(Page page) {
        return (long) number(page.locator("run-counters .step dd"));
    }

    private static double figure(Page page, String name) {
        return number(page.locator("run-figures ." + name + " dd"));
    }

    private static double number(Locator figure) {
        var digits = figure.textContent().replaceAll("[^\\d.eE-]", "");
        return digits.isEmpty() || digits.equals("-") ? Double.NaN : Double.parseDouble(digits);
    }

    /**
     * Waits, and lets the browser's requests pass meanwhile: they are held until Playwright is
     * called.
     */
    private void await(ThrowingRunnable condition) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInSameThread()
                .untilAsserted(() -> {
                    page.waitForTimeout(20);
                    condition.run();
                });
    }

    private static WaitForFunctionOptions patience() {
        return new WaitForFunctionOptions().setTimeout((double) PATIENCE.toMillis());
    }
}
