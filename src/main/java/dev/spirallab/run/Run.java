package dev.spirallab.run;

import dev.spirallab.engine.NodeTensor;
import dev.spirallab.engine.Walk;
import dev.spirallab.engine.Weights;
import dev.spirallab.spec.Experiment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** One experiment being trained. Safe for use by many threads; no method waits for training. */
public interface Run extends AutoCloseable {

    RunId id();

    /** How it was started, and whose it is now. */
    RunOptions options();

    /** What runs, with the settings tuned and the seed chosen since. */
    Experiment experiment();

    RunStatus status();

    /** Asks for something; done between two slices of training, in the order asked. */
    void command(Command command);

    /**
     * A connection that watches this run and keeps it from counting as abandoned until it is
     * closed.
     *
     * @param cursor what the viewer has already
     * @throws TooManyViewers if there is no place for another
     */
    Viewer watch(View view, Cursor cursor);

    /**
     * The points of the curves so far, from place {@code from} on. Who asks counts as watching for
     * that moment.
     */
    History history(int from);

    /**
     * The parameters of each node, by its id; copied between two slices of training, of one moment.
     * Fails with a {@link java.util.concurrent.CancellationException} where there are none: the run
     * is closed or broken, or there is no room for it now.
     */
    CompletableFuture<Map<String, Weights>> weights();

    /** The parameters and then the running statistics; likewise. */
    CompletableFuture<List<NodeTensor>> tensors();

    /**
     * The same as they were at an earlier step, if that is one of those that are remembered ({@link
     * dev.spirallab.frame.Frame.Trail}).
     */
    CompletableFuture<Optional<List<NodeTensor>>> tensorsAt(long step);

    /**
     * Asks for the loss around what it has learnt, worked out between the steps; of two that are
     * asked for at once the first is given up.
     */
    Survey survey(Survey.Wish wish);

    /**
     * One example's way through the model as it is between two slices of training; likewise. The
     * run goes on as if it had not been asked.
     *
     * @param row of the training part, the nearest that there is; without it the first example of
     *     the next batch
     */
    CompletableFuture<Walk> walk(OptionalInt row);

    /**
     * Tells {@code listener} whenever the state, the reason or the experiment changes.
     *
     * @param listener called by the training thread: returns at once
     * @return ends it
     */
    Registration onChange(Consumer<RunStatus> listener);

    /** Ends the run for good and frees its memory. */
    @Override
    void close();

    /** Something that lasts until it is ended. */
    interface Registration {
        void end();
    }
}
