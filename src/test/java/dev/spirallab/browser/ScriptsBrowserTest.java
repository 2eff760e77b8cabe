package dev.spirallab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.spirallab.Scripts;
import dev.spirallab.experiment.Links;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.run.Mark;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.graph.Edge;
import dev.spirallab.spec.graph.Function;
import dev.spirallab.spec.graph.Linear;
import dev.spirallab.spec.graph.ModelGraph;
import dev.spirallab.spec.graph.Node;
import dev.spirallab.spec.graph.Position;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Templates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whatever people type or upload is shown as text. Where it were not, either it would run, or the
 * page's policy would stop it with an error on the console; both fail the test.
 */
class ScriptsBrowserTest extends BrowserTest {
    private static final int LONGEST_TITLE = 200;
    private static final int LAYERS = 6;
    private static final WaitForOptions ATTACHED =
            new WaitForOptions().setState(WaitForSelectorState.ATTACHED);

    @Autowired private Links links;

    @Test
    void anExperimentFullOfScriptsRunsNoneOfThem() {
        open();

        paste(ExperimentJson.write(full()));
        awaitAllLayers();
        assertNothingRan();

        page.reload();
        awaitAllLayers();
        screenshot(page, "scripts");
        assertNothingRan();
    }

    @Test
    void aTitleOfScriptsRunsNoneOfThemWhereverItIsShown() {
        open();
        for (String title : titles()) {
            page.getByLabel("Title of the experiment").fill(title);
            page.keyboard().press("Enter");
            assertThat(page.locator(".lab-saved-words")).hasText("Saved");
            assertNothingRan();
        }
        button("My experiments").click();
        page.locator(".lab-mine-list li").first().waitFor();
        assertNothingRan();
    }

    @Test
    void layersAndNotesOfScriptsRunNoneOfThemInAnyPane() {
        open();
        paste(ExperimentJson.write(chain()));
        page.locator(".react-flow__node").nth(LAYERS).waitFor(ATTACHED);
        button("One step").click();
        assertThat(page.locator(".lab-state")).hasText("Paused");
        Locator tabs = page.locator(".lab-drawer-bar > button[aria-controls]");
        for (Locator tab : tabs.all()) {
            tab.click();
            assertThat(page.locator(".lab-drawer-body > .lab-pane")).hasCount(1);
            assertNothingRan();
        }
        tabs.getByText("Layers", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("layers-view tbody").first())
                .containsText(Scripts.all().getFirst());

        tabs.getByText("Runs", new Locator.GetByTextOptions().setExact(true)).click();
        Locator note = page.locator(".lab-runs-grid vaadin-text-field input").first();
        List<String> notes = inAsFew(Mark.LONGEST);
        for (String script : notes) {
            note.fill(script);
            note.press("Enter");
            assertNothingRan();
        }
        page.reload();
        tabs.getByText("Runs", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(note).not().hasValue("");
        assertNothingRan();
    }

    @Test
    void aSharedExperimentFullOfScriptsRunsNoneOfThem() {
        for (String title : titles()) {
            page.navigate(shared(Templates.get(Templates.FIRST).withTitle(title)));
            page.locator("boundary-view").waitFor();
            assertNothingRan();
        }
        page.navigate(shared(full()));
        awaitAllLayers();
        assertNothingRan();
        page.navigate(shared(full()) + "?embed");
        page.locator("boundary-view").waitFor();
        assertNothingRan();
    }

    @Test
    void whatOthersPreviewOfALinkIsTextToo() {
        for (String title : titles()) {
            Document sent =
                    Jsoup.parse(
                            page.request().get(address(shared(full().withTitle(title)))).text());

            assertThat(sent.select("script:not([nonce])")).isEmpty();
            assertThat(sent.select("meta[property=og:title]").attr("content"))
                    .contains(title.strip().substring(0, 10));
        }
    }

    private String shared(Experiment experiment) {
        var made =
                (Links.Sharing.Made)
                        links.share(
                                OwnerId.random(), Optional.empty(), experiment, Optional.empty());
        return "/x/" + made.token().value();
    }

    /**
     * One with every script as the name of a layer; it does not fit, so that problems tell names.
     */
    private static Experiment full() {
        Experiment spiral = Templates.get("spiral-relu");
        List<Node> nodes = new ArrayList<>(List.of(spiral.graph().nodes().getFirst()));
        List<Edge> edges = new ArrayList<>();
        for (String script : Scripts.all()) {
            edges.add(new Edge(nodes.getLast().id(), script));
            nodes.add(new Node(script, new Linear(2, Function.identity), new Position(0, 0)));
        }
        edges.add(new Edge("<nowhere onclick=pwned=1>", "<x>"));
        return spiral.withTitle(titles().getFirst()).withGraph(new ModelGraph(nodes, edges));
    }

    /** One that can be trained, with layers named by scripts. */
    private static Experiment chain() {
        Experiment spiral = Templates.get("spiral-relu");
        List<Node> nodes = new ArrayList<>(List.of(spiral.graph().nodes().getFirst()));
        List<Edge> edges = new ArrayList<>();
        for (String script : Scripts.all().subList(0, LAYERS)) {
            edges.add(new Edge(nodes.getLast().id(), script));
            nodes.add(new Node(script, new Linear(3, Function.identity), new Position(0, 0)));
        }
        return spiral.withTitle(titles().getFirst()).withGraph(new ModelGraph(nodes, edges));
    }

    private static List<String> titles() {
        return inAsFew(LONGEST_TITLE);
    }

    /** All of them in as few texts as hold them. */
    private static List<String> inAsFew(int longest) {
        List<String> titles = new ArrayList<>();
        StringBuilder title = new StringBuilder();
        for (String script : Scripts.all()) {
            if (title.length() + script.length() >= longest) {
                titles.add(title.toString());
                title.setLength(0);
            }
            title.append(script).append(' ');
        }
        titles.add(title.toString());
        return titles;
    }

    private void open() {
        page.navigate("/");
        page.locator("boundary-view[run-id]").waitFor();
    }

    private void paste(String text) {
        button("File").click();
        page.getByText("Open…").click();
        page.getByLabel("Text of the experiment (JSON)").fill(text);
        button("Open").click();
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    private void awaitAllLayers() {
        page.locator(".react-flow__node").nth(Scripts.all().size()).waitFor(ATTACHED);
    }

    private void assertNothingRan() {
        assertThat((boolean) page.evaluate(Scripts.TRACE)).as("a script ran").isFalse();
    }
}
