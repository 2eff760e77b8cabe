package dev.spirallab.ui;

import dev.spirallab.experiment.ExperimentId;
import dev.spirallab.experiment.Kept;
import dev.spirallab.experiment.Summary;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.graph.ModelGraph;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Part;
import dev.spirallab.spec.json.Reading;
import dev.spirallab.spec.json.Templates;
import dev.spirallab.ui.keep.TabMemory.Found;
import dev.spirallab.ui.keep.TabMemory.Unsaved;
import dev.spirallab.ui.kit.Clipboard;
import dev.spirallab.ui.kit.Toast;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts on the bench what a page is to work on: the experiment asked for, else the one that the tab
 * showed, with what could not be saved of it; else the one changed last; else a template.
 */
final class Homecoming {
    private static final Logger LOG = LoggerFactory.getLogger(Homecoming.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final Visit visit;
    private final Services services;
    private final Function<Experiment, Work> furnish;
    private final Found found;

    /**
     * @param furnish makes a bench that shows the experiment
     */
    Homecoming(Visit visit, Services services, Function<Experiment, Work> furnish, Found found) {
        this.visit = visit;
        this.services = services;
        this.furnish = furnish;
        this.found = found;
    }

    /**
     * @return whether the experiment asked for is there
     */
    boolean to(ExperimentId asked) {
        Optional<Kept> kept = find(asked);
        kept.ifPresent(this::open);
        return kept.isPresent();
    }

    void toLast() {
        found.experiment().flatMap(this::find).ifPresentOrElse(this::open, this::toUnsaved);
    }

    private void toUnsaved() {
        unsaved()
                .ifPresentOrElse(
                        experiment -> furnish.apply(experiment).take(experiment),
                        () -> latest().ifPresentOrElse(this::open, this::begin));
    }

    private Optional<Experiment> unsaved() {
        return found.unsaved().map(Unsaved::document).flatMap(this::read);
    }

    private Optional<Kept> latest() {
        return services.experiments().list(visit.owner()).stream()
                .findFirst()
                .map(Summary::id)
                .flatMap(this::find);
    }

    private Optional<Kept> find(ExperimentId id) {
        return services.experiments().find(visit.owner(), id);
    }

    /** Whatever was kept, the page comes up: else it would fail again at each visit. */
    private void open(Kept kept) {
        try {
            Work work = furnish.apply(kept.experiment());
            work.open(kept, found.run());
            if (found.experiment().filter(kept.id()::equals).isPresent()) {
                catchUp(work);
            }
        } catch (RuntimeException broken) {
            LOG.error("A kept experiment cannot be shown", broken);
            begin();
        }
    }

    /** With what this tab has and the server has not. */
    private void catchUp(Work work) {
        long revision = found.unsaved().map(Unsaved::revision).orElse(0L);
        unsaved().ifPresent(experiment -> work.catchUp(revision, experiment));
        found.graph().flatMap(Homecoming::readGraph).ifPresent(work::catchUp);
    }

    private void begin() {
        Optional<Experiment> early = found.early().flatMap(this::read);
        Experiment first =
                early.orElseGet(() -> Documents.template(visit.texts(), Templates.FIRST));
        Work work = furnish.apply(first);
        early.ifPresentOrElse(work::take, () -> work.begin(first));
    }

    private Optional<Experiment> read(String json) {
        return switch (ExperimentJson.read(json)) {
            case Reading.Read(Experiment experiment) -> Optional.of(experiment);
            case Reading.Unreadable _ -> {
                offerRescue(json);
                yield Optional.empty();
            }
        };
    }

    private void offerRescue(String text) {
        Toast toast = new Toast(visit.texts(), visit.texts().of("share.unreadable"));
        toast.offer(
                visit.texts().of("workbench.file.save"),
                () -> Clipboard.download("experiment.json", text));
        toast.setDuration(0);
        toast.open();
    }

    private static Optional<ModelGraph> readGraph(String json) {
        try {
            return ExperimentJson.readPart(ModelGraph.class, JSON.readTree(json))
                            instanceof Part.Read<ModelGraph>(ModelGraph graph)
                    ? Optional.of(graph)
                    : Optional.empty();
        } catch (JacksonException garbled) {
            return Optional.empty();
        }
    }
}
