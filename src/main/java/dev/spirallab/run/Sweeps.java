package dev.spirallab.run;

import dev.spirallab.owner.OwnerId;
import dev.spirallab.validation.SweepResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All sweeps of this server: of each owner one at work, and those that are kept. A sweep is kept
 * when it ends, or is broken off: its figures, boundaries, and what its variants have learnt as far
 * as there is room. Safe for use by many threads.
 */
public interface Sweeps {

    /**
     * Trains variants of an experiment, in place of the owner's sweep that is at work.
     *
     * @param unattended whether it goes on while nobody looks, as a program's sweep does
     */
    SweepAdmission begin(OwnerId owner, SweepResult.Sound sweep, boolean unattended);

    /** One's own sweep of that name, at work or kept. */
    Optional<Sweep> find(OwnerId owner, SweepId id);

    /** Somebody's sweeps: the one at work, then those that are kept, the last first. */
    List<Summary> list(OwnerId owner);

    /**
     * Stops and deletes one's own sweep.
     *
     * @return whether it was there
     */
    boolean delete(OwnerId owner, SweepId id);

    /**
     * A line of somebody's list of sweeps.
     *
     * @param title of the experiment that is varied
     * @param at when it was kept, or looked for
     */
    record Summary(SweepId id, String title, int variants, Sweep.State state, Instant at) {}
}
