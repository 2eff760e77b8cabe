package dev.spirallab.run;

import dev.spirallab.engine.Edit;
import dev.spirallab.engine.Tuning;
import dev.spirallab.spec.data.DatasetSpec;

/** What a person may ask of a run. What makes no sense at the moment does nothing. */
public sealed interface Command {

    /**
     * Starts or goes on. After the end of its budget a run goes on for as much again; after early
     * stopping with the best parameters and new patience; after it diverged or failed from its
     * start.
     */
    record Play() implements Command {}

    record Pause() implements Command {}

    /** One optimiser step, then a pause. */
    record StepOnce() implements Command {}

    /** To the end of the epoch, then a pause. */
    record StepEpoch() implements Command {}

    /** Back to step 0 with the same seed and the settings as they are now; then waits. */
    record Reset() implements Command {}

    /** Back to step 0 with another seed. */
    record Reseed(long seed) implements Command {}

    /** Ends the run. */
    record Stop() implements Command {}

    /**
     * How fast it may go. Never changes what is learnt.
     *
     * @param stepsPerSecond at most so many; 0: as fast as it can
     */
    record Pace(double stepsPerSecond) implements Command {
        public Pace {
            if (!(stepsPerSecond >= 0 && stepsPerSecond <= 1e9)) {
                throw new IllegalArgumentException("a pace of " + stepsPerSecond);
            }
        }
    }

    /**
     * Goes on with other data from the present weights, where the model fits them as it is; else
     * does nothing.
     */
    record Relearn(DatasetSpec dataset) implements Command {}

    /**
     * Sets one number of a parameter between two steps; what the optimiser keeps stays as it is,
     * and a reset takes it back. Does nothing after the run diverged or failed.
     */
    record SetWeight(Edit edit) implements Command {}

    /** Changes settings while it goes on. */
    record Tune(Tuning tuning) implements Command {}
}
