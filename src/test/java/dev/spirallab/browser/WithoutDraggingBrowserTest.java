package dev.spirallab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.ClickOptions;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.KeyboardModifier;
import com.microsoft.playwright.options.ReducedMotion;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Templates;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Everything that can be dragged, done by clicks alone and by keys alone (WCAG 2.2, 2.1.1 and
 * 2.5.7). A new drag is one more part of a walk here and a line in {@code docs/accessibility.md}.
 */
class WithoutDraggingBrowserTest extends BrowserTest {
    private static final int MOST_TABS = 250;

    private static final ClickOptions HOLDING_CONTROL =
            new ClickOptions().setModifiers(List.of(KeyboardModifier.CONTROL));

    private void openPage() {
        page.emulateMedia(new EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        page.navigate("/");
        assertThat(nodes()).hasCount(3);
        assertThat(part("totals")).containsText("603 parameters");
        assertThat(page.locator("help-desk > vaadin-popover")).isAttached();
    }

    @Test
    void layersAreAddedConnectedMovedAndSelectedByClicksAndByKeysAlone() {
        openPage();
        addALayer();
        startOver();
        putALayerIntoAConnection();
        startOver();
        connectLayers();
        startOver();
        addALayerBehindAnother();
        startOver();
        putWhatIsThereIntoAConnectionByClicks();
        startOver();
        putWhatIsThereIntoAConnectionByKeys();
        startOver();
        moveALayer();
        startOver();
        selectSeveralLayers();
    }

    @Test
    void viewsSlidersCurvesAndFilesAreHandledByClicksAndByKeysAlone() {
        openPage();
        walkRoundByTab();
        moveTheView();
        zoomTheView();
        chooseAPartOfTheCurve();
        setSliders();
        moveTheSettings();
        page.keyboard().press("Escape");
        openAFile();
    }

    /** Takes back all that was done, so that what follows begins as on a fresh page. */
    private void startOver() {
        page.keyboard().press("Escape");
        while (!"true".equals(part("undo").getAttribute("aria-disabled"))) {
            part("undo").click();
        }
        assertThat(nodes()).hasCount(3);
        assertThat(edges()).hasCount(2);
        Locator canvas = page.locator(".react-flow__pane");
        canvas.click(new ClickOptions().setPosition(4, canvas.boundingBox().height - 4));
        assertThat(selected()).hasCount(0);
        part("fit").click();
        page.evaluate(
                "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    /** So that the others need not walk all the way to what they are about. */
    private void walkRoundByTab() {
        page.keyboard().press("Tab");
        assertThat(page.locator(".lab-skip")).isFocused();
        int tabs = 0;
        do {
            assertThat(tabs++).isLessThan(MOST_TABS);
            page.keyboard().press("Tab");
        } while (!isBeginning());

        Stream.of(
                        button("File"),
                        button("Settings"),
                        noise(),
                        part("palette-dropout"),
                        node("hidden"),
                        part("zoom-in"),
                        chart(".plot"))
                .forEach(stop ->
                        assertThat(stop.evaluate("element => reached.has(element)"))
                                .as("Tab reaches %s", stop)
                                .isEqualTo(true));
    }

    /** Notes what has the focus; whether that is the first thing of the page. */
    private boolean isBeginning() {
        return (boolean)
                page.evaluate(
                        """
                        () => {
                          let at = document.activeElement;
                          while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
                          (window.reached ??= new Set()).add(at);
                          return at?.matches('.lab-skip') ?? false;
                        }
                        """);
    }

    // From the palette onto the canvas.

    private void addALayer() {
        part("palette-dropout").click();
        assertThat(part("shape-dropout-output")).isVisible();

        takeBack();
        tabTo(part("palette-dropout"));
        page.keyboard().press("Enter");
        assertThat(part("shape-dropout-output")).isVisible();
    }

    // From the palette onto an edge.

    private void putALayerIntoAConnection() {
        part("menu-hidden").click();
        part("menu-item-after").click();
        part("found-dropout").click();
        assertThat(part("shape-hidden-dropout")).isVisible();
        assertThat(part("shape-dropout-output")).isVisible();

        takeBack();
        tabTo(node("hidden"));
        menu("menu-item-after");
        assertThat(part("search-input")).isFocused();
        page.keyboard().type("dropout");
        page.keyboard().press("Enter");
        assertThat(part("shape-hidden-dropout")).isVisible();
        assertThat(part("shape-dropout-output")).hasText("[N, 100]");
        assertThat(node("dropout")).isFocused();
    }

    // From handle to handle.

    private void connectLayers() {
        part("menu-output").click();
        part("menu-item-disconnect-hidden").click();
        assertThat(edges()).hasCount(1);
        click(part("out-hidden"));
        assertThat(part("connecting")).isVisible();
        click(part("in-output"));
        assertThat(part("connecting")).hasCount(0);
        assertThat(part("shape-hidden-output")).hasText("[N, 100]");

        tabTo(node("output"));
        menu("menu-item-disconnect-hidden");
        assertThat(edges()).hasCount(1);
        tabTo(node("hidden"));
        page.keyboard().press("c");
        choose("menu-item-to-output");
        assertThat(part("shape-hidden-output")).hasText("[N, 100]");
    }

    // From a handle into the empty canvas, which offers layers.

    private void addALayerBehindAnother() {
        part("menu-output").click();
        part("menu-item-after").click();
        part("found-dropout").click();
        assertThat(part("shape-output-dropout")).isVisible();

        takeBack();
        tabTo(node("output"));
        menu("menu-item-after");
        page.keyboard().type("dropout");
        page.keyboard().press("Enter");
        assertThat(part("shape-output-dropout")).isVisible();
    }

    // A node to another place.

    private void moveALayer() {
        String before = place("hidden");
        part("menu-hidden").click();
        part("menu-item-move").click();
        part("menu-item-move-down").click();
        page.waitForCondition(() -> !place("hidden").equals(before));
        String once = place("hidden");
        part("menu-item-move-down").click();
        page.waitForCondition(() -> !place("hidden").equals(once));

        page.keyboard().press("Escape");
        String twice = place("hidden");
        tabTo(node("hidden"));
        page.keyboard().press("Space");
        page.keyboard().press("ArrowDown");
        assertThat(part("said")).hasText("Linear moved");
        page.waitForCondition(() -> !place("hidden").equals(twice));
    }

    // A node onto an edge.

    private void putWhatIsThereIntoAConnectionByClicks() {
        part("palette-input").click();
        part("palette-dropout").click();
        part("menu-dropout").click();
        part("menu-item-disconnect-input2").click();
        assertThat(edges()).hasCount(2);

        click(part("out-hidden"));
        click(part("in-dropout"));
        click(part("out-dropout"));
        click(part("in-output"));
        part("menu-item-replace").click();

        assertThat(part("shape-hidden-dropout")).isVisible();
        assertThat(part("shape-dropout-output")).isVisible();
        assertThat(part("shape-hidden-output")).hasCount(0);
    }

    private void putWhatIsThereIntoAConnectionByKeys() {
        tabTo(part("palette-input"));
        page.keyboard().press("Enter");
        tabTo(part("palette-dropout"));
        page.keyboard().press("Enter");
        tabTo(node("dropout"));
        menu("menu-item-disconnect-input2");
        assertThat(edges()).hasCount(2);

        tabTo(node("hidden"));
        page.keyboard().press("c");
        choose("menu-item-to-dropout");
        assertThat(part("shape-hidden-dropout")).isVisible();
        tabTo(node("dropout"));
        page.keyboard().press("c");
        choose("menu-item-to-output");
        choose("menu-item-replace");

        assertThat(part("shape-dropout-output")).isVisible();
        assertThat(part("shape-hidden-output")).hasCount(0);
    }

    // A frame round several nodes.

    private void selectSeveralLayers() {
        node("input").click();
        node("hidden").click(HOLDING_CONTROL);
        assertThat(selected()).hasCount(2);

        tabTo(node("output"));
        page.keyboard().press("Space");
        assertThat(selected()).hasCount(1);
        tabTo(node("hidden"));
        page.keyboard().press("Control+Space");
        assertThat(selected()).hasCount(2);
    }

    // The canvas and the small map of it.

    private void moveTheView() {
        if (map().isHidden()) {
            part("map").click();
        }
        String before = view();
        map().click(new ClickOptions().setPosition(12, 12));
        page.waitForCondition(() -> !view().equals(before));

        tabTo(node("input"));
        String moved = view();
        page.keyboard().press("Control+ArrowRight");
        page.waitForCondition(() -> !view().equals(moved));
    }

    // Pinching and the wheel.

    private void zoomTheView() {
        double before = zoom();
        part("zoom-in").click();
        page.waitForCondition(() -> zoom() > before);

        tabTo(part("zoom-out"));
        double closer = zoom();
        page.keyboard().press("Enter");
        page.waitForCondition(() -> zoom() < closer);
    }

    // A part of the curve.

    private void chooseAPartOfTheCurve() {
        train();
        chart(".more > button").click();
        chart("[data-do=zoomIn]").click();
        chart("[data-do=earlier]").click();
        assertThat(chart(".menu")).isVisible();
        assertThat(chart(".reset")).isVisible();
        chart(".more > button").click();
        chart(".reset").click();
        assertThat(chart(".reset")).isHidden();

        tabTo(chart(".plot"));
        page.keyboard().press("ArrowLeft");
        assertThat(chart(".read")).isVisible();
        page.keyboard().press("+");
        assertThat(chart(".reset")).isVisible();
        page.keyboard().press("Escape");
        assertThat(chart(".reset")).isHidden();
    }

    // Sliders.

    private void setSliders() {
        chart("input[type=range]").click();
        assertThat(chart("output")).not().hasText("0.00");
        chart("input[type=range]").press("Home");
        assertThat(chart("output")).hasText("0.00");
        tabTo(chart("input[type=range]"));
        page.keyboard().press("ArrowRight");
        assertThat(chart("output")).hasText("0.01");

        noise().click(new ClickOptions().setPosition(noise().boundingBox().width - 2, 8));
        assertThat(box("Noise")).hasValue("0.6");
        tabTo(noise());
        page.keyboard().press("ArrowLeft");
        assertThat(box("Noise")).hasValue("0.59");
        tabTo(box("Noise"));
        page.keyboard().press("ArrowDown");
        assertThat(box("Noise")).not().hasValue("0.59");
    }

    // The settings, away from what they hide.

    private void moveTheSettings() {
        tabTo(button("Settings"));
        page.keyboard().press("Enter");
        assertThat(settings()).isVisible();
        double before = settings().boundingBox().x;
        button("Move to the other side").click();
        page.waitForCondition(() -> settings().boundingBox().x < before - 100);

        tabTo(button("Move to the other side"));
        page.keyboard().press("Enter");
        page.waitForCondition(() -> settings().boundingBox().x > before - 10);
    }

    // A file onto the page.

    private void openAFile() {
        // Playwright turns its eyes on and off for each chooser it waits for, and a key is quicker.
        page.onFileChooser(_ -> {});
        button("File").click();
        page.getByText("Open…").click();
        FileChooser chooser = page.waitForFileChooser(() -> button("Choose a file…").click());
        chooser.setFiles(file("Clicked"));
        assertThat(page.getByLabel("Title of the experiment")).hasValue("Clicked");

        tabTo(button("File"));
        page.keyboard().press("Enter");
        assertThat(page.getByText("Open…")).isVisible();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        tabTo(button("Choose a file…"));
        FileChooser again = page.waitForFileChooser(() -> page.keyboard().press("Enter"));
        again.setFiles(file("Typed"));
        assertThat(page.getByLabel("Title of the experiment")).hasValue("Typed");
    }

    private void takeBack() {
        page.keyboard().press("Control+z");
        assertThat(nodes()).hasCount(3);
    }

    /** Tab leads there from what comes before it. */
    private void tabTo(Locator wanted) {
        wanted.focus();
        page.keyboard().press("Shift+Tab");
        assertThat(wanted).not().isFocused();
        page.keyboard().press("Tab");
        assertThat(wanted).isFocused();
    }

    private static boolean isFocused(Locator wanted) {
        return (boolean) wanted.evaluate("element => element.matches(':focus')");
    }

    private void menu(String item) {
        page.keyboard().press("Shift+F10");
        choose(item);
    }

    /** Chooses an item of the menu that is open. */
    private void choose(String item) {
        part(item).waitFor();
        for (int stops = 0; !isFocused(part(item)); stops++) {
            assertThat(stops).as("items before %s", item).isLessThan(MOST_TABS);
            page.keyboard().press("ArrowDown");
        }
        page.keyboard().press("Enter");
    }

    /** Clicks where the part is, whatever of it is on top there. */
    private void click(Locator part) {
        var box = part.boundingBox();
        page.mouse().click(box.x + box.width / 2, box.y + box.height / 2);
    }

    private void train() {
        for (int step = 1; step <= 3; step++) {
            button("One step").click();
            assertThat(page.locator("loss-chart").first())
                    .hasAttribute("data-points", "" + (step + 1));
        }
    }

    private static FilePayload file(String title) {
        var document = ExperimentJson.write(Templates.get(Templates.FIRST).withTitle(title));
        return new FilePayload(
                "experiment.json", "application/json", document.getBytes(StandardCharsets.UTF_8));
    }

    private String place(String node) {
        return node(node).getAttribute("style").replaceAll(".*(translate\\([^)]*\\)).*", "$1");
    }

    private String view() {
        return page.locator(".react-flow__viewport").getAttribute("style");
    }

    private double zoom() {
        return Double.parseDouble(view().replaceAll(".*scale\\(([^)]*)\\).*", "$1"));
    }

    private Locator map() {
        return page.locator(".react-flow__minimap");
    }

    private Locator chart(String selector) {
        return page.locator("loss-chart").first().locator(selector);
    }

    private Locator noise() {
        return page.getByRole(AriaRole.SLIDER, new GetByRoleOptions().setName("Noise"));
    }

    private Locator settings() {
        return page.locator(".lab-settings h3").first();
    }

    private Locator box(String label) {
        return page.getByRole(
                AriaRole.TEXTBOX, new GetByRoleOptions().setName(label).setExact(true));
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator part(String name) {
        return page.getByTestId(name);
    }

    private Locator node(String id) {
        return page.getByTestId("rf__node-" + id);
    }

    private Locator nodes() {
        return page.locator(".react-flow__node");
    }

    private Locator selected() {
        return page.locator(".react-flow__node.selected");
    }

    private Locator edges() {
        return page.locator(".react-flow__edge");
    }
}
