package dev.spirallab.run;

import dev.spirallab.frame.Frame;
import java.util.List;

/** One connection's view of a run. Used by one thread, but for {@link #show} and {@link #close}. */
public interface Viewer extends AutoCloseable {

    /** Wants to see something else from now on. */
    void show(View view);

    /**
     * Waits for news, at least as long as the frame rate asks and at most ten seconds. Points of
     * the curves come without gaps; of boundaries and states only the newest. Nothing queues while
     * nobody asks.
     *
     * @return at least the state; after state {@code CLOSED} there is nothing more to ask
     */
    List<Frame> next() throws InterruptedException;

    /** Watches no longer. */
    @Override
    void close();
}
