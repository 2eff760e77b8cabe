package dev.spirallab.run;

import dev.spirallab.frame.Frame;
import dev.spirallab.frame.RunState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A look at a run: one boundary, for somebody who does not go on watching. */
public final class Glimpse {
    private Glimpse() {}

    /**
     * A run draws only for those who watch, so this watches for a moment, and waits.
     *
     * @param patience how long at most, and until the next news after that
     * @return empty if there is none by then, or no place for one more viewer
     */
    public static Optional<Frame.Boundary> boundary(Run run, View view, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try (Viewer viewer = run.watch(view, Cursor.START)) {
            while (System.nanoTime() < end && run.status().state() != RunState.CLOSED) {
                Optional<Frame.Boundary> drawn = boundary(viewer.next());
                if (drawn.isPresent()) {
                    return drawn;
                }
            }
        } catch (TooManyViewers _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private static Optional<Frame.Boundary> boundary(List<Frame> frames) {
        return frames.stream()
                .filter(Frame.Boundary.class::isInstance)
                .map(Frame.Boundary.class::cast)
                .findFirst();
    }
}
