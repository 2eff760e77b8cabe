package dev.spirallab.run;

import dev.spirallab.frame.Frame;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where runs are kept. Safe for use by many threads; each method does all or nothing, and throws a
 * {@link RuntimeException} where the shelf cannot be reached. For {@link Runs}, which everybody
 * else asks.
 */
public interface RunShelf {

    /**
     * Keeps what is new of a run. Its points take the place of those that the shelf has from {@link
     * KeptRun#firstPoint} on, and of all points of an earlier attempt. Where the owner has more
     * runs than he may, those left alone for longest go, starred ones last.
     *
     * @throws IllegalStateException if points before the first are missing
     * @throws Unkeepable if that will never be possible
     */
    void keep(KeptRun run);

    /** Why runs of this experiment can never be kept, if they cannot. */
    Optional<Problem> obstacle(Experiment experiment);

    /** A run that cannot be kept, however often that is tried. */
    final class Unkeepable extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Unkeepable(Problem problem) {
            super(problem.toString());
        }
    }

    /** With all its points. */
    Optional<KeptRun> find(RunId id);

    /** The last boundary that was drawn of a run, if any was. */
    Optional<Frame.Boundary> boundary(RunId id);

    /** The last kept first; fixed copies are not among them. */
    List<RunSummary> list(OwnerId owner);

    /** What is noted of one's own run; nothing where there is none. */
    Mark mark(OwnerId owner, RunId id);

    /**
     * @return whether it was there
     */
    boolean mark(OwnerId owner, RunId id, Mark mark);

    /** Of the runs of an experiment the one kept last. */
    Optional<RunId> last(UUID experiment);

    /**
     * Makes a fixed copy of one's own run, which belongs to nobody.
     *
     * @return whether there was something to copy
     */
    boolean copy(OwnerId owner, RunId from, RunId to);

    void deleteCopy(RunId id);

    /**
     * Deletes one's own run.
     *
     * @return whether it was there
     */
    boolean delete(OwnerId owner, RunId id);

    /** Deletes an owner's runs of one experiment; not their fixed copies. */
    void deleteOf(OwnerId owner, UUID experiment);

    /** Deletes an owner's runs; not their fixed copies. */
    void deleteAll(OwnerId owner);

    /** Gives all runs of one owner to another. */
    void adopt(OwnerId from, OwnerId to);
}
