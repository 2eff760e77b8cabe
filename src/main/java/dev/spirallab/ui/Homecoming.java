package dev.spirallab.ui;

import dev.spirallab.experiment.ExperimentId;
import dev.spirallab.experiment.Kept;
import dev.spirallab.experiment.Summary;
import dev.spirallab.frame.RunState;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.graph.ModelGraph;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Part;
import dev.spirallab.spec.json.Reading;
import dev.spirallab.spec.json.Templates;
import dev.spirallab.ui.keep.TabMemory.Found;
import dev.spirallab.ui.kit.Clipboard;
import dev.spirallab.ui.kit.Toast;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts on the bench what a page is to work on: the experiment asked for, else the one that the tab
 * showed, with what could not be saved of it; else the one changed last; else a template. What
 * could not be saved of others is saved beside it.
 */
final class Homecoming {
    private static final Logger LOG = LoggerFactory.getLogger(Homecoming.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final Visit visit;
    private final Services services;
    private final Function<Experiment, Work> furnish;
    private final Found found;
    private final List<Held> held;

    /**
     * @param furnish makes a bench that shows the experiment
     */
    Homecoming(Visit visit, Services services, Function<Experiment, Work> furnish, Found found) {
        this.visit = visit;
        this.services = services;
        this.furnish = furnish;
        this.found = found;
        this.held = held();
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

    /** Of what was never saved the tab holds all there is. */
    private void toUnsaved() {
        Optional<Held> unsaved =
                held.stream()
                        .filter(each -> found.experiment().filter(each.id()::equals).isPresent())
                        .findFirst();
        unsaved.ifPresentOrElse(
                this::resume, () -> latest().ifPresentOrElse(this::open, this::begin));
    }

    private void resume(Held unsaved) {
        Work work = furnish(unsaved.experiment());
        work.resume(unsaved.id());
        work.catchUp();
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
            Work work = furnish(kept.experiment());
            work.open(kept, found.run());
            work.catchUp();
            tellOfBreak();
        } catch (RuntimeException broken) {
            LOG.error("A kept experiment cannot be shown", broken);
            begin();
        }
    }

    /** A run that comes back is paused; whoever saw it train should know why. */
    private void tellOfBreak() {
        found.run()
                .filter(_ -> found.interrupted())
                .flatMap(id -> services.runs().find(visit.owner(), id))
                .filter(run -> run.status().state() == RunState.PAUSED)
                .ifPresent(_ ->
                        new Toast(visit.texts(), visit.texts().of("workbench.interrupted")).open());
    }

    /** The bench also sees to what this tab has of other experiments and the server has not. */
    private Work furnish(Experiment experiment) {
        Work work = furnish.apply(experiment);
        found.news().map(news -> new Toast(visit.texts(), news)).ifPresent(Toast::open);
        held.forEach(each -> work.adopt(each.id(), each.revision(), each.experiment()));
        return work;
    }

    private void begin() {
        Optional<Experiment> early = found.early().flatMap(this::read);
        Experiment first =
                early.orElseGet(() -> Documents.template(visit.texts(), Templates.FIRST));
        Work work = furnish(first);
        early.ifPresentOrElse(work::take, () -> work.begin(first));
    }

    /** What this tab has and the server has not: a change that was not saved, or a graph alone. */
    private List<Held> held() {
        Map<ExperimentId, Held> held = new LinkedHashMap<>();
        Stream.concat(
                        found.untouched().filter(it -> find(it.id()).isEmpty()).stream(),
                        found.unsaved().stream())
                .forEach(unsaved ->
                        read(unsaved.document())
                                .ifPresent(experiment ->
                                        held.put(
                                                unsaved.id(),
                                                new Held(
                                                        unsaved.id(),
                                                        unsaved.revision(),
                                                        experiment))));
        found.graph()
                .flatMap(drawn ->
                        Optional.ofNullable(held.get(drawn.of()))
                                .or(() -> find(drawn.of()).map(Held::of))
                                .flatMap(base -> readGraph(drawn.graph()).map(base::with)))
                .ifPresent(drawn -> held.put(drawn.id(), drawn));
        return List.copyOf(held.values());
    }

    /**
     * @param revision the one that was changed; 0 if the experiment was never saved
     */
    private record Held(ExperimentId id, long revision, Experiment experiment) {
        static Held of(Kept kept) {
            return new Held(kept.id(), kept.revision(), kept.experiment());
        }

        Held with(ModelGraph graph) {
            return new Held(id, revision, experiment.withGraph(graph));
        }
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
