package dev.spirallab.run;

import dev.spirallab.engine.NodeTensor;
import dev.spirallab.frame.Frame;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All runs of this server, those at work and those that are kept. A run that belongs to somebody is
 * kept from its first step on, and may be found again after it was closed or the server broke down:
 * paused where it was. Safe for use by many threads.
 */
public interface Runs {

    /** A new run, {@code ready} at step 0; {@link Command.Play} sets it going. Returns at once. */
    default Admission start(Valid valid, RunOptions options) {
        return start(valid, options, List.of());
    }

    /**
     * The same, beginning from these parameters and running statistics wherever it begins anew.
     *
     * @param weights all of the model's; none for its own
     */
    Admission start(Valid valid, RunOptions options, List<NodeTensor> weights);

    /** Variants of experiments that are trained at once. */
    Sweeps sweeps();

    /**
     * A new run that goes on from where another is, or was kept, with its weights and curves;
     * paused. Refused if there is no such run or it cannot go on.
     *
     * @param options the new run's; its experiment is that of the other
     */
    Admission resume(RunId other, RunOptions options);

    /**
     * The run of that name, whoever asks: to be looked at. Brings back one that is kept, unless all
     * places of this server are taken.
     */
    Optional<Run> find(RunId id);

    /**
     * One's own run of that name: to be commanded. Brings back one that is kept, likewise. Where
     * too many of one's runs are at work, one that is brought back stays paused and says so.
     */
    Optional<Run> find(OwnerId owner, RunId id);

    /** Somebody's runs, the last kept first. */
    List<RunSummary> list(OwnerId owner);

    /**
     * The curves of one's own run, wherever it is: one that is kept stays on the shelf.
     *
     * @return empty if there is no such run
     */
    Optional<RunCurve> curve(OwnerId owner, RunId id);

    /** What is noted of one's own run. */
    Mark mark(OwnerId owner, RunId id);

    /**
     * Notes something of one's own run, in place of what was noted before.
     *
     * @return whether it was there: a run is kept from its first step on
     */
    boolean mark(OwnerId owner, RunId id, Mark mark);

    /** Of the runs of an experiment the one kept last, whoever asks. */
    Optional<RunId> last(UUID experiment);

    /** The boundary that an experiment's run kept last had learnt, if one was drawn. */
    Optional<Frame.Boundary> learnt(UUID experiment);

    /**
     * A copy of one's own run as it is at this moment, with its weights, curves and boundary. It
     * belongs to nobody and never changes; who knows its name may look at it and {@link #resume}
     * it. Waits some seconds at most.
     *
     * @return empty if there is no such run
     * @throws IllegalStateException if it cannot be kept now
     */
    Optional<RunId> copy(OwnerId owner, RunId id);

    /** Deletes a copy made by {@link #copy}. */
    void deleteCopy(RunId copy);

    /**
     * Closes and deletes one's own run.
     *
     * @return whether it was there
     */
    boolean delete(OwnerId owner, RunId id);

    /** Closes and deletes somebody's runs of one of his experiments. */
    void deleteOf(OwnerId owner, UUID experiment);

    /** Whether a run of that name was closed lately. */
    boolean isOver(RunId id);
}
