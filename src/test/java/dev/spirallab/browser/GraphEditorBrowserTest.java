package dev.spirallab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.ClickOptions;
import com.microsoft.playwright.Mouse.MoveOptions;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.Test;

/** The graph editor on the page, with a real mouse and a real keyboard. */
class GraphEditorBrowserTest extends BrowserTest {
    private static final MoveOptions IN_STEPS = new MoveOptions().setSteps(8);

    private record Point(double x, double y) {}

    @Test
    void aNetworkIsBuiltFromAnEmptyCanvasWithTheMouseAndWithTheKeyboardAlone() {
        openPage();
        buildWithTheMouse();
        startOver();
        buildWithTheKeyboard();
    }

    private void buildWithTheMouse() {
        emptyTheCanvas();

        drag(inSight(part("palette-input")), onCanvas(0.17, 0.4));
        drag(inSight(part("palette-linear")), onCanvas(0.5, 0.4));
        drag(inSight(part("palette-linear")), onCanvas(0.83, 0.4));
        assertThat(nodes()).hasCount(3);
        drag(middle(part("out-input")), middle(part("in-linear")));
        drag(middle(part("out-linear")), middle(part("in-linear2")));
        assertThat(edges()).hasCount(2);
        part("setting-linear2-units").fill("3");

        assertThat(part("totals")).containsText("51 parameters");
        assertThat(part("shape-linear-linear2")).hasText("[N, 8]");
        part("fix-hint.linearInRow").click();
        assertThat(part("setting-linear-activation")).hasValue("relu");
        assertThat(part("problems")).hasCount(0);
        assertThat(play()).isEnabled();
        screenshot(page, "graph-built-by-mouse");
    }

    private void buildWithTheKeyboard() {
        emptyTheCanvas();

        find("input");
        find("linear 8");
        find("linear");
        page.keyboard().press("Enter");
        assertThat(part("setting-linear2-units")).isFocused();
        page.keyboard().type("3");
        page.keyboard().press("Escape");
        assertThat(node("linear2")).isFocused();

        assertThat(edges()).hasCount(2);
        assertThat(part("totals")).containsText("51 parameters");
        assertThat(part("problem-hint.linearInRow")).isVisible();
        assertThat(play()).isEnabled();
    }

    @Test
    void connectionsAreDrawnWithTheMouseAndRefusedWithTheReason() {
        openPage();
        refuseWhatMayNotBe();
        offerToReplaceTheFirstInputOrToJoinIt();
        startOver();
        refuseAnotherShape();
        startOver();
        dropALayerOnAnEdge();
        startOver();
        letGoOfAnEdgeOverTheCanvas();
    }

    private void refuseWhatMayNotBe() {
        Point out = middle(part("out-output"));
        press(out);
        page.mouse().move(out.x() - 60, out.y() + 120, IN_STEPS);
        hover(middle(part("node-input")));

        assertThat(part("refusal")).containsText("nothing can lead into it");
        hover(middle(part("node-hidden")));
        assertThat(part("refusal")).containsText("close a circle");
        page.mouse().up();

        assertThat(part("refusal")).containsText("close a circle");
        assertThat(edges()).hasCount(2);
    }

    private void offerToReplaceTheFirstInputOrToJoinIt() {
        drag(middle(part("out-input")), middle(part("node-output")));
        assertThat(part("menu")).containsText("takes one input only");
        part("menu-item-merge-concat").click();

        assertThat(nodes()).hasCount(4);
        assertThat(edges()).hasCount(4);
        assertThat(part("shape-concat-output")).hasText("[N, 102]");
        page.keyboard().press("Control+z");
        assertThat(edges()).hasCount(2);

        drag(middle(part("out-input")), middle(part("node-output")));
        part("menu-item-replace").click();
        assertThat(part("shape-input-output")).hasText("[N, 2]");
    }

    private void refuseAnotherShape() {
        part("palette-add").click();
        assertThat(part("shape-hidden-add")).hasText("[N, 100]");

        part("out-input").click();
        part("in-add").click();

        assertThat(part("refusal")).containsText("[N, 2] does not fit [N, 100]");
        assertThat(edges()).hasCount(3);
    }

    private void dropALayerOnAnEdge() {
        drag(inSight(part("palette-dropout")), middle(part("shape-hidden-output")));

        assertThat(part("shape-hidden-dropout")).hasText("[N, 100]");
        assertThat(part("shape-dropout-output")).hasText("[N, 100]");
        assertThat(play()).isEnabled();
    }

    private void letGoOfAnEdgeOverTheCanvas() {
        drag(middle(part("out-hidden")), onCanvas(0.7, 0.8));
        assertThat(part("search-input")).isFocused();
        page.keyboard().type("tanh");
        page.keyboard().press("Enter");

        assertThat(part("shape-hidden-activation")).hasText("[N, 100]");
        assertThat(part("setting-activation-function")).hasValue("tanh");
    }

    @Test
    void layersAreEditedFromTheirMenuAndByKeysAndSpacePlaysElsewhere() {
        openPage();
        undoAndRedo();
        startOver();
        connectFromTheMenu();
        startOver();
        copyPasteAndDuplicate();
        startOver();
        addBeforeTheOutputOrAfterTheFocus();
        startOver();
        playBySpace();
    }

    private void undoAndRedo() {
        node("hidden").focus();
        page.keyboard().press("Space");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        assertThat(part("said")).hasText("Linear moved");
        page.keyboard().press("Delete");
        assertThat(nodes()).hasCount(2);

        page.keyboard().press("Control+z");
        assertThat(nodes()).hasCount(3);
        part("undo").click();
        assertThat(part("said")).hasText("Undone: Linear moved");
        assertThat(part("undo")).hasAttribute("aria-disabled", "true");
        part("redo").click();
        page.keyboard().press("Control+Shift+z");

        assertThat(nodes()).hasCount(2);
        assertThat(part("problems")).isVisible();
    }

    private void connectFromTheMenu() {
        node("output").focus();
        page.keyboard().press("Shift+F10");
        part("menu-item-disconnect-hidden").press("Enter");
        assertThat(edges()).hasCount(1);
        assertThat(node("output")).isFocused();

        node("hidden").focus();
        page.keyboard().press("Shift+F10");
        part("menu-item-connect").press("ArrowRight");
        part("menu-item-to-output").press("Enter");

        assertThat(edges()).hasCount(2);
        assertThat(part("said")).hasText("Linear connected to Linear");
    }

    private void copyPasteAndDuplicate() {
        node("hidden").focus();
        page.keyboard().press("Space");
        page.keyboard().press("Control+c");
        page.keyboard().press("Control+v");
        assertThat(nodes()).hasCount(4);
        page.keyboard().press("Control+d");

        assertThat(nodes()).hasCount(5);
        assertThat(part("setting-linear2-units")).hasValue("100");
    }

    private void addBeforeTheOutputOrAfterTheFocus() {
        part("palette-dropout").click();
        assertThat(part("shape-hidden-dropout")).isVisible();
        assertThat(part("said")).hasText("Dropout inserted between “hidden” and “output”");
        page.keyboard().press("Control+z");
        page.keyboard().press("Escape");

        node("input").focus();
        find("linear");

        assertThat(part("shape-input-linear")).isVisible();
        assertThat(part("setting-linear-activation")).hasValue("relu");
    }

    private void playBySpace() {
        press(onCanvas(0.5, 0.9));
        page.mouse().up();
        page.keyboard().press("Space");
        assertThat(play()).hasAccessibleName("Pause");

        node("hidden").focus();
        page.keyboard().press("Space");
        assertThat(selected("hidden")).hasCount(1); // on a layer it chooses first
        page.keyboard().press("Space");
        assertThat(play()).hasAccessibleName("Play");
    }

    private Locator selected(String id) {
        return page.locator(".react-flow__node.selected[data-id=" + id + "]");
    }

    @Test
    void fieldsOfferUsualValuesAndWhatIsWrongIsSaidWhereItIsAndMended() {
        openPage();
        chooseUsualValues();
        startOver();
        focusTheFieldOnceChosen();
        startOver();
        keepWhatMayNotBeWithItsReason();
        mendAProblemByItsFix();
        keepTheWorkOverAReload();
    }

    private void chooseUsualValues() {
        Locator units = part("setting-hidden-units");
        units.focus();
        page.keyboard().press("Alt+ArrowDown");
        Locator list = page.locator("[role=listbox]:has-text('128')");
        assertThat(list.getByRole(AriaRole.OPTION))
                .hasText(new String[] {"4", "8", "16", "32", "64", "100", "128", "256"});
        assertThat(list.locator("[aria-selected=true]")).hasText("100");
        assertThat(list.locator("[aria-selected=true]")).isFocused();
        assertThat(violations(page)).isEmpty();
        screenshot(page, "usual-units-1366x768");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(units).hasValue("128");
        assertThat(units).isFocused();

        part("usual-hidden-units").click();
        list.getByText("16", new Locator.GetByTextOptions().setExact(true)).click();

        assertThat(units).hasValue("16");
        assertThat(part("parameters-hidden")).hasText("48 parameters");
        page.keyboard().press("Control+z");
        assertThat(units).hasValue("128");
    }

    private void focusTheFieldOnceChosen() {
        Locator units = part("setting-hidden-units");
        part("usual-hidden-units").click();
        Locator chosen = page.getByRole(AriaRole.LISTBOX).locator("[aria-selected=true]");
        assertThat(chosen).isFocused();

        var focused =
                chosen.evaluate("it => { it.click(); return document.activeElement.ariaLabel }");

        assertThat(focused).isEqualTo(units.getAttribute("aria-label"));
    }

    private void keepWhatMayNotBeWithItsReason() {
        Locator units = part("setting-hidden-units");
        for (String wrong : new String[] {"0", "1000000", "12.5", "many"}) {
            units.fill(wrong);
            units.press("Enter");
            node("output").focus();

            assertThat(units).hasValue(wrong);
            assertThat(units).hasAttribute("aria-invalid", "true");
            assertThat(units).hasAccessibleDescription("Whole number, 1 to 65,536");
        }
        assertThat(part("totals")).containsText("603 parameters");
        units.press("Escape");

        assertThat(units).hasValue("100");
        assertThat(part("error-hidden-units")).hasCount(0);
    }

    private void mendAProblemByItsFix() {
        part("setting-output-units").fill("5");

        Locator output = part("node-output");
        assertThat(output).hasAttribute("data-errors", "true");
        assertThat(part("problem-output.classes")).containsText("3 classes");
        assertThat(play()).isDisabled();
        assertThat(violations(page)).isEmpty();
        node("input").focus();
        part("problem-output.classes").getByRole(AriaRole.BUTTON).first().click();
        assertThat(node("output")).isFocused();
        part("fix-output.classes").click();

        assertThat(output).hasAttribute("data-errors", "false");
        assertThat(part("setting-output-units")).hasValue("3");
        assertThat(part("problems")).hasCount(0);
        assertThat(play()).isEnabled();
    }

    private void keepTheWorkOverAReload() {
        part("setting-hidden-units").fill("7");
        assertThat(part("totals")).containsText("45 parameters");
        page.reload();

        assertThat(part("setting-hidden-units")).hasValue("7");
    }

    @Test
    void layersAreAddedAndConnectedByTouch() {
        page = newPage(options().setViewportSize(768, 1024).setHasTouch(true));
        openPage();

        part("palette-input").tap();
        assertThat(nodes()).hasCount(4);
        part("palette-concat").tap();
        assertThat(part("shape-input2-concat")).isVisible();
        part("out-input").tap();
        assertThat(part("connecting")).isVisible();
        part("in-concat").tap();

        assertThat(part("shape-input-concat")).isVisible();
        assertThat(part("refusal")).hasCount(0);
    }

    private void openPage() {
        page.emulateMedia(new EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        page.navigate("/");
        assertAsOpened();
    }

    /** Takes back all that was done, so that what follows begins as on a fresh page. */
    private void startOver() {
        page.keyboard().press("Escape");
        while (!"true".equals(part("undo").getAttribute("aria-disabled"))) {
            part("undo").click();
        }
        assertAsOpened();
        Locator canvas = page.locator(".react-flow__pane");
        canvas.click(new ClickOptions().setPosition(4, canvas.boundingBox().height - 4));
        assertThat(page.locator(".react-flow__node.selected")).hasCount(0);
        part("fit").click();
        page.evaluate(
                "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    private void assertAsOpened() {
        assertThat(nodes()).hasCount(3);
        assertThat(edges()).hasCount(2);
        assertThat(part("totals")).containsText("603 parameters");
    }

    private void emptyTheCanvas() {
        node("input").focus();
        page.keyboard().press("Control+a");
        page.keyboard().press("Delete");
        assertThat(nodes()).hasCount(0);
        assertThat(part("empty")).isVisible();
    }

    /** Adds what the search finds first. */
    private void find(String query) {
        page.keyboard().press("/");
        assertThat(part("search-input")).isFocused();
        page.keyboard().type(query);
        page.keyboard().press("Enter");
        assertThat(part("search")).hasCount(0);
        assertThat(page.locator(".react-flow__node.selected")).isFocused();
    }

    private void drag(Point from, Point to) {
        press(from);
        page.mouse().move(from.x() + 8, from.y() + 4);
        hover(to);
        page.mouse().up();
    }

    private void press(Point at) {
        page.mouse().move(at.x(), at.y());
        page.mouse().down();
    }

    private void hover(Point at) {
        page.mouse().move(at.x(), at.y(), IN_STEPS);
    }

    /** The palette is longer than a small screen. */
    private static Point inSight(Locator part) {
        part.scrollIntoViewIfNeeded();
        return middle(part);
    }

    private static Point middle(Locator part) {
        BoundingBox box = part.boundingBox();
        return new Point(box.x + box.width / 2, box.y + box.height / 2);
    }

    private Point onCanvas(double right, double down) {
        BoundingBox box = part("graph-editor").boundingBox();
        return new Point(box.x + box.width * right, box.y + box.height * down);
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

    private Locator edges() {
        return page.locator(".react-flow__edge");
    }

    private Locator play() {
        return page.locator(".lab-play");
    }
}
