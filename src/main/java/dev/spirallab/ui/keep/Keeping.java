package dev.spirallab.ui.keep;

import com.vaadin.flow.component.UI;
import dev.spirallab.experiment.ExperimentId;
import dev.spirallab.experiment.Experiments;
import dev.spirallab.experiment.Kept;
import dev.spirallab.experiment.Summary;
import dev.spirallab.i18n.Texts;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.spec.Experiment;
import dev.spirallab.ui.kit.Pause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Saves the experiment on the page: each change as it is made, a quick row of them together. A
 * template is saved once it is changed or played. What cannot be saved is held by the tab, and
 * tried again, also after another experiment has taken its place on the page. Where another page
 * has changed the experiment meanwhile, this one goes on with a copy. Used by the page's thread.
 */
public final class Keeping {
    private static final Duration TOGETHER = Duration.ofMillis(300);
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final Draft.Place place;
    private final Listener listener;
    private final Pause together;
    private final Pause again;

    /** Earlier ones of the page that are not saved yet. */
    private final List<Draft> left = new ArrayList<>();

    private Draft current;
    private @Nullable ExperimentId remembered;

    /** How it stands. */
    public sealed interface State {

        /** There is nothing to save yet. */
        record Untouched() implements State {}

        record Underway() implements State {}

        record Done() implements State {}

        /**
         * @param why in the reader's words
         */
        record Failed(String why) implements State {}

        /**
         * An experiment that was on the page before is not saved.
         *
         * @param why in the reader's words
         */
        record LeftUnsaved(String title, String why) implements State {}
    }

    /** Hears how the saving goes. */
    public interface Listener {
        void onState(State state);

        /**
         * From now on the page's experiment is a copy of what it was, since that was changed.
         *
         * @param title the copy's
         */
        void onCopied(String title);

        /** Another experiment took the place of one that could not be saved so far. */
        void onLeft(ExperimentId id, String title, Experiment unsaved);
    }

    public Keeping(
            UI ui,
            Experiments experiments,
            OwnerId owner,
            Texts texts,
            Hold hold,
            Listener listener) {
        this.place = new Draft.Place(experiments, owner, texts, hold);
        this.listener = listener;
        together = new Pause(ui, TOGETHER);
        again = new Pause(ui, AGAIN);
        current = Draft.untouched(place, ExperimentId.random());
    }

    /** The id that the experiment has, or will have once it is saved. */
    public ExperimentId id() {
        return current.id();
    }

    /** The experiment as it was saved last, if it ever was. */
    public Optional<Summary> summary() {
        return current.summary();
    }

    /**
     * Takes over what an earlier page could not save; it is saved as soon as that is possible.
     *
     * @param revision the one that was changed; 0 if the experiment was never saved
     */
    public void adopt(ExperimentId id, long revision, Experiment unsaved) {
        left.add(Draft.held(place, id, revision, unsaved));
    }

    /** The page shows an experiment that nobody has touched yet. */
    public void begin() {
        begin(Draft.untouched(place, ExperimentId.random()));
    }

    /** The page shows an experiment that nobody has touched yet, and that shall have this id. */
    public void begin(ExperimentId untouched) {
        begin(Draft.untouched(place, untouched));
    }

    /**
     * The page shows an experiment that is kept.
     *
     * @return how to show it: as it is kept, or with what could not be saved of it so far
     */
    public Experiment begin(Kept kept) {
        return resume(kept.id())
                .orElseGet(() -> {
                    begin(Draft.of(place, kept));
                    return kept.experiment();
                });
    }

    /**
     * The page shows an experiment that could not be saved so far, if it is there.
     *
     * @return how to show it
     */
    public Optional<Experiment> resume(ExperimentId id) {
        Optional<Draft> draft = left.stream().filter(each -> each.id().equals(id)).findFirst();
        Optional<Experiment> unsaved = draft.flatMap(Draft::pending);
        draft.ifPresent(this::begin);
        return unsaved;
    }

    private void begin(Draft next) {
        together.cancel();
        left.remove(next);
        boolean reached = current.save();
        current.pending().ifPresent(unsaved -> leave(current, unsaved));
        current = next;
        if (reached) {
            finish();
        } else {
            tell();
        }
    }

    private void leave(Draft draft, Experiment unsaved) {
        left.add(draft);
        listener.onLeft(draft.id(), shown(unsaved), unsaved);
    }

    /** The experiment was changed. */
    public void changed(Experiment experiment) {
        current.change(experiment);
        if (together.resting()) {
            current.hold();
            listener.onState(new State.Underway());
        } else {
            current.save();
            tell();
            together.then(this::finish);
        }
    }

    /** Sees to it that the experiment is kept, whether or not it was touched. */
    public void need(Experiment experiment) {
        if (current.summary().isEmpty()) {
            changed(experiment);
        }
        finish();
    }

    /** Saves at once what is waiting, such as before leaving. */
    public void finish() {
        for (Draft draft : unsaved().toList()) {
            if (!draft.save()) {
                break;
            }
        }
        left.removeIf(draft -> draft.pending().isEmpty());
        tell();
    }

    /** Gives up what could not be saved of an experiment that is no longer on the page. */
    public void discard(ExperimentId id) {
        left.stream().filter(draft -> draft.id().equals(id)).forEach(Draft::discard);
        finish();
    }

    private Stream<Draft> unsaved() {
        return Stream.concat(Stream.of(current), left.stream())
                .filter(draft -> draft.pending().isPresent());
    }

    private void tell() {
        tryAgainWhereNeeded();
        remember(current.id());
        listener.onState(state());
        if (current.copied()) {
            listener.onCopied(title());
        }
    }

    private void tryAgainWhereNeeded() {
        if (unsaved().findAny().isEmpty()) {
            again.cancel();
        } else if (!again.resting()) {
            again.then(this::finish);
        }
    }

    private void remember(ExperimentId id) {
        if (!id.equals(remembered)) {
            remembered = id;
            place.hold().experiment(id);
        }
    }

    private State state() {
        return current.failure()
                .<State>map(State.Failed::new)
                .or(() -> left.stream().flatMap(draft -> left(draft).stream()).findFirst())
                .orElseGet(this::sound);
    }

    private Optional<State> left(Draft draft) {
        return draft.pending()
                .map(this::shown)
                .flatMap(title -> draft.failure().map(why -> new State.LeftUnsaved(title, why)));
    }

    private State sound() {
        if (current.pending().isPresent()) {
            return new State.Underway();
        }
        return current.summary().isPresent() ? new State.Done() : new State.Untouched();
    }

    private String shown(Experiment experiment) {
        return experiment.title().isBlank()
                ? place.texts().of("workbench.title.empty")
                : experiment.title();
    }

    private String title() {
        return current.summary().map(Summary::title).orElse("");
    }
}
