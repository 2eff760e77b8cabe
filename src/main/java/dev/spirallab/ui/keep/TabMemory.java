package dev.spirallab.ui.keep;

import com.vaadin.flow.component.UI;
import dev.spirallab.experiment.ExperimentId;
import dev.spirallab.run.RunId;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.json.ExperimentJson;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * What a tab remembers from one page to the next: which experiment and run it shows, and what could
 * not be saved yet. All else is kept by the server.
 */
public final class TabMemory {
    private final UI ui;

    public TabMemory(UI ui) {
        this.ui = ui;
    }

    /**
     * What the page finds that comes up in a tab.
     *
     * @param unsaved what the last page could not save any more
     * @param graph a graph that the server has not heard of, as JSON
     * @param carried the experiment that the address carries, as a text
     * @param early an experiment from the time when browsers kept them, as JSON
     */
    public record Found(
            Optional<ExperimentId> experiment,
            Optional<RunId> run,
            Optional<Unsaved> unsaved,
            Optional<String> graph,
            Optional<String> carried,
            Optional<String> early) {
        private static final Found NOTHING =
                new Found(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
    }

    /**
     * A change that has not been saved.
     *
     * @param revision of the experiment that was changed
     * @param document the changed experiment, as JSON
     */
    public record Unsaved(long revision, String document) {}

    /** Tells what there is; what only this page can save is told once. */
    public void load(Consumer<Found> consumer) {
        ui.getPage()
                .executeJs(
                        """
                        const read = (storage, name) => {
                          try { return window[storage].getItem('spirallab.' + name); } catch { return null; }
                        };
                        const take = (storage, name) => {
                          const found = read(storage, name);
                          if (found !== null) window[storage].removeItem('spirallab.' + name);
                          return found;
                        };
                        addEventListener('hashchange', () => {
                          if (location.hash.startsWith('#e=')) location.reload();
                        });
                        const carried = location.hash.startsWith('#e=') ? location.hash.slice(3) : null;
                        if (carried !== null) return { carried };
                        return {
                          experiment: read('sessionStorage', 'experiment'),
                          run: read('sessionStorage', 'run'),
                          revision: read('sessionStorage', 'revision'),
                          unsaved: read('sessionStorage', 'unsaved'),
                          graph: take('sessionStorage', 'graph'),
                          early: take('localStorage', 'experiment'),
                        };
                        """)
                .then(found -> consumer.accept(found(found)), _ -> consumer.accept(Found.NOTHING));
    }

    private static Found found(JsonNode found) {
        return new Found(
                text(found, "experiment").flatMap(TabMemory::experimentId),
                text(found, "run").map(RunId::new),
                text(found, "unsaved").map(document -> new Unsaved(revision(found), document)),
                text(found, "graph"),
                text(found, "carried"),
                text(found, "early"));
    }

    private static long revision(JsonNode found) {
        return found.path("revision").asLong(0);
    }

    private static Optional<String> text(JsonNode found, String name) {
        return Optional.of(found.path(name)).filter(JsonNode::isString).map(JsonNode::asString);
    }

    /** The id that the text names, if it names one. */
    public static Optional<ExperimentId> experimentId(String text) {
        try {
            return Optional.of(new ExperimentId(UUID.fromString(text)));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /** The tab shows this experiment from now on. */
    public void experiment(ExperimentId id) {
        put("experiment", id.toString());
    }

    /** The tab shows this run from now on. */
    public void run(RunId id) {
        put("run", id.value());
    }

    /** Holds a change until it is saved. */
    void hold(long revision, Experiment changed) {
        put("revision", Long.toString(revision));
        put("unsaved", ExperimentJson.tree(changed).toString());
    }

    /** Nothing is left to be saved. */
    void letGo() {
        ui.getPage()
                .executeJs(
                        "try { sessionStorage.removeItem('spirallab.unsaved') } catch { /* none */ }");
    }

    private void put(String name, String value) {
        ui.getPage()
                .executeJs(
                        """
                        try {
                          sessionStorage.setItem('spirallab.' + $0, $1);
                        } catch { /* a full or forbidden storage keeps nothing */ }
                        """,
                        name,
                        value);
    }
}
