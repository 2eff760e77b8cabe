package dev.spirallab.experiment;

import dev.spirallab.owner.OwnerId;
import dev.spirallab.spec.Experiment;
import java.util.List;
import java.util.Optional;

/**
 * Everybody's experiments. Safe for use by many threads; what a method has returned is kept, and
 * outlives the end of the process.
 */
public interface Experiments {

    /** Keeps a new experiment: {@link Saving.Saved} or {@link Saving.Refused}. */
    default Saving create(OwnerId owner, Experiment experiment) {
        return create(owner, ExperimentId.random(), experiment);
    }

    /**
     * Keeps a new experiment under an id that was drawn before. Where the owner has one of that id
     * already, it is {@link Saving.Outdated}; where somebody else has, {@link Saving.Missing}.
     */
    Saving create(OwnerId owner, ExperimentId id, Experiment experiment);

    /** Keeps one that comes from elsewhere: an address that carries it whole, a file. */
    Saving fork(OwnerId owner, Experiment experiment, Origin origin);

    /** Keeps a copy of what a link leads to; its lineage is that of what was shared. */
    Saving fork(OwnerId owner, Shared shared);

    /** Keeps a copy of one's own experiment. */
    Saving fork(OwnerId owner, ExperimentId id);

    Optional<Kept> find(OwnerId owner, ExperimentId id);

    /** The last changed first. */
    List<Summary> list(OwnerId owner);

    /**
     * Keeps a change. The state before it becomes an unnamed version when the last version, or the
     * experiment's beginning, is some minutes ago ({@link KeepingSettings#versionEvery}). An equal
     * experiment is no change: the revision stays.
     *
     * @param revision the revision that was changed; if the experiment has another by now, nothing
     *     is overwritten
     */
    Saving save(OwnerId owner, ExperimentId id, long revision, Experiment experiment);

    /**
     * Deletes it with its versions and runs; links to it stay until they are revoked.
     *
     * @return whether it was there
     */
    boolean delete(OwnerId owner, ExperimentId id);

    /**
     * Keeps its present state as a version. Where there are as many as there may be, the oldest
     * unnamed one gives way.
     *
     * @param name at most 200 characters; without one the version counts as unnamed
     */
    Versioning keepVersion(OwnerId owner, ExperimentId id, String name);

    /** The newest first. */
    List<Version> versions(OwnerId owner, ExperimentId id);

    /** The experiment as it was then. */
    Optional<Experiment> version(OwnerId owner, ExperimentId id, int number);

    boolean deleteVersion(OwnerId owner, ExperimentId id, int number);

    /** Deletes all experiments of an owner. */
    void deleteAll(OwnerId owner);
}
