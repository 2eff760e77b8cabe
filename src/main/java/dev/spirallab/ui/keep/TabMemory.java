package dev.spirallab.ui.keep;

import com.vaadin.flow.component.UI;
import dev.spirallab.experiment.ExperimentId;
import dev.spirallab.run.RunId;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.json.ExperimentJson;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a tab remembers from one page to the next: which experiment and run it shows, and what could
 * not be saved yet. All else is kept by the server.
 */
public final class TabMemory implements Hold {
    private final UI ui;

    public TabMemory(UI ui) {
        this.ui = ui;
    }

    /**
     * What the page finds that comes up in a tab.
     *
     * @param untouched what the page before showed unchanged, if it was changed in vain
     * @param unsaved what earlier pages could not save any more, each experiment once
     * @param graph a graph that the server has not heard of
     * @param carried the experiment that the address carries, as a text
     * @param news what the page before wants said
     * @param interrupted whether a run trained when the server went away
     * @param early an experiment from the time when browsers kept them, as JSON
     */
    public record Found(
            Optional<ExperimentId> experiment,
            Optional<RunId> run,
            Optional<Unsaved> untouched,
            List<Unsaved> unsaved,
            Optional<Drawn> graph,
            Optional<String> carried,
            Optional<String> news,
            boolean interrupted,
            Optional<String> early) {
        private static final Found NOTHING =
                new Found(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Optional.empty());
    }

    /**
     * A change that has not been saved.
     *
     * @param id of the experiment that was changed
     * @param revision of it; 0 if it was never saved
     * @param document the changed experiment, as JSON
     */
    public record Unsaved(ExperimentId id, long revision, String document) {}

    /**
     * @param of the experiment that the page showed
     * @param graph as JSON
     */
    public record Drawn(ExperimentId of, String graph) {}

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
                        const parsed = (text) => {
                          try { return JSON.parse(text); } catch { return null; }
                        };
                        const unsaved = () => {
                          try {
                            return Object.keys(sessionStorage)
                                .filter((name) => name.startsWith('spirallab.unsaved.'))
                                .map((name) => parsed(sessionStorage.getItem(name)));
                          } catch { return []; }
                        };
                        addEventListener('hashchange', () => {
                          if (location.hash.startsWith('#e=')) location.reload();
                        });
                        const carried = location.hash.startsWith('#e=') ? location.hash.slice(3) : null;
                        if (carried !== null) return { carried };
                        const drawn = parsed(take('sessionStorage', 'graph'));
                        const unsent = parsed(read('sessionStorage', 'unsent'));
                        const untouched = parsed(read('sessionStorage', 'untouched'));
                        const waits = untouched && [drawn?.of, unsent?.of].includes(untouched.id);
                        return {
                          experiment: read('sessionStorage', 'experiment'),
                          run: read('sessionStorage', 'run'),
                          untouched: waits ? untouched : null,
                          unsaved: unsaved(),
                          drawn,
                          news: take('sessionStorage', 'news'),
                          interrupted: take('sessionStorage', 'interrupted') !== null,
                          early: take('localStorage', 'experiment'),
                        };
                        """)
                .then(found -> consumer.accept(found(found)), _ -> consumer.accept(Found.NOTHING));
    }

    private static Found found(JsonNode found) {
        return new Found(
                id(found, "experiment"),
                text(found, "run").map(RunId::new),
                unsaved(found.path("untouched")),
                found.path("unsaved")
                        .valueStream()
                        .flatMap(each -> unsaved(each).stream())
                        .toList(),
                id(found.path("drawn"), "of")
                        .map(of -> new Drawn(of, found.path("drawn").path("graph").toString())),
                text(found, "carried"),
                text(found, "news"),
                found.path("interrupted").asBoolean(false),
                text(found, "early"));
    }

    private static Optional<Unsaved> unsaved(JsonNode found) {
        return id(found, "id")
                .map(id ->
                        new Unsaved(
                                id,
                                found.path("revision").asLong(0),
                                found.path("document").toString()));
    }

    private static Optional<ExperimentId> id(JsonNode found, String name) {
        return text(found, name).flatMap(TabMemory::experimentId);
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

    @Override
    public void experiment(ExperimentId id) {
        put("experiment", id.toString());
    }

    /** The tab shows this run from now on. */
    public void run(RunId id) {
        put("run", id.value());
    }

    /** A run that nothing keeps trains at this address. */
    public void trains() {
        ui.getPage()
                .executeJs(
                        """
                        try {
                          sessionStorage.setItem('spirallab.embedded', location.href);
                        } catch { /* a full or forbidden storage keeps nothing */ }
                        """);
    }

    /** Tells once whether such a run trained here before the page was loaded anew. */
    public void takeTrained(Consumer<Boolean> consumer) {
        ui.getPage()
                .executeJs(
                        """
                        try {
                          const there = sessionStorage.getItem('spirallab.embedded');
                          sessionStorage.removeItem('spirallab.embedded');
                          return there === location.href;
                        } catch { return false; }
                        """)
                .then(Boolean.class, consumer::accept);
    }

    /** The tab shows an experiment that is not kept unless something is changed. */
    public void untouched(ExperimentId id, Experiment experiment) {
        put("untouched", entry(id, 0, experiment));
    }

    @Override
    public void hold(ExperimentId id, long revision, Experiment changed) {
        put(unsaved(id), entry(id, revision, changed));
    }

    private static String entry(ExperimentId id, long revision, Experiment experiment) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.put("id", id.toString());
        entry.put("revision", revision);
        entry.set("document", ExperimentJson.tree(experiment));
        return entry.toString();
    }

    @Override
    public void letGo(ExperimentId id) {
        ui.getPage()
                .executeJs(
                        "try { sessionStorage.removeItem('spirallab.' + $0) } catch { /* none */ }",
                        unsaved(id));
    }

    private static String unsaved(ExperimentId id) {
        return "unsaved." + id;
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
