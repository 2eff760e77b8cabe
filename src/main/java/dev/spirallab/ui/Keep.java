package dev.spirallab.ui;

import com.vaadin.flow.component.UI;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Reading;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Keeps the work in the browser: the experiment for this tab and for the next one that is opened,
 * the note of the run for this tab alone, so that a second tab does not command the first one's
 * run.
 */
final class Keep {
    private Keep() {}

    /** What a reload finds again. */
    record Kept(Optional<String> text, Optional<String> run) {
        /** The experiment, unless its text cannot be read. */
        Optional<Experiment> experiment() {
            return text.flatMap(Keep::read);
        }
    }

    static void load(UI ui, Consumer<Kept> consumer) {
        ui.getPage()
                .executeJs(
                        """
                        const read = (storage, name) => {
                          try { return window[storage].getItem('spirallab.' + name); } catch { return null; }
                        };
                        return {
                          experiment: read('sessionStorage', 'experiment') ?? read('localStorage', 'experiment'),
                          run: read('sessionStorage', 'run'),
                        };
                        """)
                .then(found -> consumer.accept(kept(found)), _ -> consumer.accept(nothing()));
    }

    private static Kept kept(JsonNode found) {
        return new Kept(text(found, "experiment"), text(found, "run"));
    }

    private static Kept nothing() {
        return new Kept(Optional.empty(), Optional.empty());
    }

    private static Optional<String> text(JsonNode found, String name) {
        return Optional.of(found.path(name)).filter(JsonNode::isString).map(JsonNode::asString);
    }

    private static Optional<Experiment> read(String json) {
        return switch (ExperimentJson.read(json)) {
            case Reading.Read(Experiment experiment) -> Optional.of(experiment);
            case Reading.Unreadable _ -> Optional.empty();
        };
    }

    static void save(UI ui, Experiment experiment) {
        ui.getPage()
                .executeJs(
                        """
                        try {
                          sessionStorage.setItem('spirallab.experiment', $0);
                          localStorage.setItem('spirallab.experiment', $0);
                        } catch { /* a full or forbidden storage keeps nothing */ }
                        """,
                        ExperimentJson.write(experiment));
    }

    static void saveRun(UI ui, String note) {
        ui.getPage()
                .executeJs(
                        """
                        try { sessionStorage.setItem('spirallab.run', $0); } catch { /* not kept */ }
                        """,
                        note);
    }
}
