package dev.spirallab.ui.keep;

import com.vaadin.flow.component.UI;
import dev.spirallab.experiment.ExperimentId;
import dev.spirallab.experiment.Experiments;
import dev.spirallab.experiment.Kept;
import dev.spirallab.experiment.Saving;
import dev.spirallab.experiment.Summary;
import dev.spirallab.i18n.Texts;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.ui.kit.Pause;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;

/**
 * Saves the experiment on the page: each change as it is made, a quick row of them together. A
 * template is saved once it is changed or played. What cannot be saved is held by the tab, and
 * tried again. Where another page has changed the experiment meanwhile, this one goes on with a
 * copy. Used by the page's thread.
 */
public final class Keeping {
    private static final Logger LOG = LoggerFactory.getLogger(Keeping.class);
    private static final Duration TOGETHER = Duration.ofMillis(300);
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final Experiments experiments;
    private final OwnerId owner;
    private final Texts texts;
    private final TabMemory memory;
    private final Listener listener;
    private final Pause together;
    private final Pause again;
    private ExperimentId id = ExperimentId.random();
    private long revision;
    private @Nullable Summary summary;
    private @Nullable Experiment pending;

    /** Whether the tab may hold a change, this page's or an earlier one's. */
    private boolean held = true;

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
    }

    /** Hears how the saving goes. */
    public interface Listener {
        void onState(State state);

        /** From now on the page's experiment is a copy of what it was, since that was changed. */
        void onCopied();
    }

    public Keeping(
            UI ui,
            Experiments experiments,
            OwnerId owner,
            Texts texts,
            TabMemory memory,
            Listener listener) {
        this.experiments = experiments;
        this.owner = owner;
        this.texts = texts;
        this.memory = memory;
        this.listener = listener;
        together = new Pause(ui, TOGETHER);
        again = new Pause(ui, AGAIN);
    }

    /** The id that the experiment has, or will have once it is saved. */
    public ExperimentId id() {
        return id;
    }

    /** The experiment as it was saved last, if it ever was. */
    public Optional<Summary> summary() {
        return Optional.ofNullable(summary);
    }

    /** The page shows an experiment that nobody has touched yet. */
    public void begin() {
        begin(ExperimentId.random());
    }

    /** The page shows an experiment that nobody has touched yet, and that shall have this id. */
    public void begin(ExperimentId untouched) {
        finish();
        id = untouched;
        revision = 0;
        summary = null;
        listener.onState(new State.Untouched());
    }

    /** The page shows an experiment that is kept. */
    public void begin(Kept kept) {
        finish();
        saved(kept.summary());
    }

    /** The next change was made to this revision. */
    public void since(long changed) {
        revision = changed;
    }

    /** The experiment was changed. */
    public void changed(Experiment experiment) {
        pending = experiment;
        if (together.resting()) {
            hold();
            listener.onState(new State.Underway());
        } else {
            save();
            together.then(this::finish);
        }
    }

    /** Sees to it that the experiment is kept, whether or not it was touched. */
    public void need(Experiment experiment) {
        if (summary == null) {
            changed(experiment);
        }
        finish();
    }

    /** Saves at once what is waiting, such as before leaving. */
    public void finish() {
        if (pending != null) {
            save();
        }
    }

    private void save() {
        Experiment experiment = pending;
        if (experiment == null) {
            return;
        }
        try {
            take(experiment, write(experiment));
        } catch (NestedRuntimeException unreachable) {
            LOG.error("An experiment could not be saved", unreachable);
            failed(texts.of("share.saved.unreachable"));
            again.then(this::finish);
        }
    }

    private Saving write(Experiment experiment) {
        return summary == null
                ? experiments.create(owner, id, experiment)
                : experiments.save(owner, id, revision, experiment);
    }

    private void take(Experiment experiment, Saving saving) {
        switch (saving) {
            case Saving.Saved(Summary now) -> saved(now);
            case Saving.Outdated(Kept now) -> meet(experiment, now);
            case Saving.Missing() -> renew(experiment);
            case Saving.Refused(Problem problem) -> failed(texts.of(problem));
        }
    }

    private void saved(Summary now) {
        summary = now;
        id = now.id();
        revision = now.revision();
        pending = null;
        again.cancel();
        memory.experiment(id);
        if (held) {
            held = false;
            memory.letGo();
        }
        listener.onState(new State.Done());
    }

    /** Another page was quicker: nothing to do if it says the same. */
    private void meet(Experiment experiment, Kept now) {
        if (now.experiment().equals(experiment)) {
            saved(now.summary());
        } else {
            copy(experiment);
        }
    }

    private void copy(Experiment experiment) {
        switch (experiments.fork(owner, id)) {
            case Saving.Saved(Summary copy) -> {
                id = copy.id();
                revision = copy.revision();
                summary = copy;
                take(experiment, write(experiment));
                listener.onCopied();
            }
            case Saving.Outdated _, Saving.Missing _ -> renew(experiment);
            case Saving.Refused(Problem problem) -> failed(texts.of(problem));
        }
    }

    /** It was deleted meanwhile; but here it still is. */
    private void renew(Experiment experiment) {
        id = ExperimentId.random();
        summary = null;
        take(experiment, write(experiment));
    }

    private void failed(String why) {
        hold();
        listener.onState(new State.Failed(why));
    }

    private void hold() {
        if (pending != null) {
            held = true;
            memory.hold(revision, pending);
        }
    }
}
