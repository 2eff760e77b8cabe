package dev.spirallab.ui.keep;

import dev.spirallab.experiment.ExperimentId;
import dev.spirallab.experiment.Experiments;
import dev.spirallab.experiment.Kept;
import dev.spirallab.experiment.Saving;
import dev.spirallab.experiment.Summary;
import dev.spirallab.i18n.Texts;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;

/**
 * An experiment of the page, and what of it is still to be saved; the tab holds that too where it
 * may take a while. Used by the page's thread.
 */
final class Draft {
    private static final Logger LOG = LoggerFactory.getLogger(Draft.class);

    private final Place place;
    private ExperimentId id;

    /** The one that was changed; 0 if the experiment was never saved. */
    private long revision;

    private @Nullable Summary summary;
    private @Nullable Experiment pending;
    private @Nullable String failure;

    /** Under which id the tab holds it, if it does. */
    private @Nullable ExperimentId held;

    private boolean copied;

    /** Where it is saved, and held meanwhile. */
    record Place(Experiments experiments, OwnerId owner, Texts texts, Hold hold) {}

    private Draft(Place place, ExperimentId id, long revision) {
        this.place = place;
        this.id = id;
        this.revision = revision;
    }

    /** Of an experiment that nobody has touched yet. */
    static Draft untouched(Place place, ExperimentId id) {
        return new Draft(place, id, 0);
    }

    /** Of an experiment that is kept. */
    static Draft of(Place place, Kept kept) {
        Draft draft = new Draft(place, kept.id(), kept.revision());
        draft.summary = kept.summary();
        return draft;
    }

    /**
     * Of a change that is held by the tab.
     *
     * @param revision the one that was changed; 0 if the experiment was never saved
     */
    static Draft held(Place place, ExperimentId id, long revision, Experiment changed) {
        Draft draft = new Draft(place, id, revision);
        draft.pending = changed;
        draft.held = id;
        return draft;
    }

    ExperimentId id() {
        return id;
    }

    /** The experiment as it was saved last, if it ever was. */
    Optional<Summary> summary() {
        return Optional.ofNullable(summary);
    }

    /** What is still to be saved. */
    Optional<Experiment> pending() {
        return Optional.ofNullable(pending);
    }

    /** Why it could not be saved when that was tried last, in the reader's words. */
    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    void change(Experiment experiment) {
        pending = experiment;
        failure = null;
    }

    /** Lets the tab hold what is still to be saved. */
    void hold() {
        if (pending != null) {
            letGo();
            place.hold().hold(id, revision, pending);
            held = id;
        }
    }

    /**
     * Saves what is still to be saved, if that is possible now.
     *
     * @return whether the database could be asked
     */
    boolean save() {
        Experiment experiment = pending;
        if (experiment == null) {
            return true;
        }
        try {
            take(experiment, write(experiment));
            return true;
        } catch (NestedRuntimeException unreachable) {
            if (failure == null) {
                LOG.error("An experiment could not be saved", unreachable);
            }
            failed(place.texts().of("share.saved.unreachable"));
            return false;
        }
    }

    /** Whether it has become a copy of what it was; told once. */
    boolean copied() {
        boolean told = copied && pending == null;
        copied = copied && !told;
        return told;
    }

    /** Gives up what is still to be saved. */
    void discard() {
        pending = null;
        failure = null;
        letGo();
    }

    private Saving write(Experiment experiment) {
        return revision == 0
                ? place.experiments().create(place.owner(), id, experiment)
                : place.experiments().save(place.owner(), id, revision, experiment);
    }

    private void take(Experiment experiment, Saving saving) {
        switch (saving) {
            case Saving.Saved(Summary now) -> saved(now);
            case Saving.Outdated(Kept now) -> meet(experiment, now);
            case Saving.Missing() -> renew(experiment);
            case Saving.Refused(Problem problem) -> failed(place.texts().of(problem));
        }
    }

    private void saved(Summary now) {
        be(now);
        discard();
    }

    private void be(Summary now) {
        summary = now;
        id = now.id();
        revision = now.revision();
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
        switch (place.experiments().fork(place.owner(), id)) {
            case Saving.Saved(Summary copy) -> {
                be(copy);
                copied = true;
                Experiment titled = experiment.withTitle(Copies.title(place.texts(), experiment));
                pending = titled;
                take(titled, write(titled));
            }
            case Saving.Outdated _, Saving.Missing _ -> renew(experiment);
            case Saving.Refused(Problem problem) -> failed(place.texts().of(problem));
        }
    }

    /** It was deleted meanwhile; but here it still is. */
    private void renew(Experiment experiment) {
        id = ExperimentId.random();
        revision = 0;
        summary = null;
        take(experiment, write(experiment));
    }

    private void failed(String why) {
        failure = why;
        hold();
    }

    private void letGo() {
        if (held != null) {
            place.hold().letGo(held);
            held = null;
        }
    }
}
