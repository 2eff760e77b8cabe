package dev.spirallab.run;

import dev.spirallab.frame.Assessment;
import dev.spirallab.frame.Frame;
import dev.spirallab.frame.RunState;
import java.time.Duration;
import java.util.Optional;

/** A look at a run: one boundary, or its figures, for somebody who does not go on watching. */
public final class Glimpse {
    private static final View FIGURES =
            new View(30, View.STANDARD.grid(), false, true, false, false);

    private Glimpse() {}

    /**
     * A run draws only for those who watch, so this watches for a moment, and waits.
     *
     * @param patience how long at most, and until the next news after that
     * @return empty if there is none by then, or no place for one more viewer
     */
    public static Optional<Frame.Boundary> boundary(Run run, View view, Duration patience) {
        return look(run, view, Frame.Boundary.class, patience);
    }

    /** Likewise how it does on the test part. */
    public static Optional<Assessment> assessment(Run run, Duration patience) {
        return look(run, FIGURES, Frame.Assessed.class, patience).map(Frame.Assessed::assessment);
    }

    private static <F extends Frame> Optional<F> look(
            Run run, View view, Class<F> wanted, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try (Viewer viewer = run.watch(view, Cursor.START)) {
            while (System.nanoTime() < end && run.status().state() != RunState.CLOSED) {
                Optional<F> drawn =
                        viewer.next().stream()
                                .filter(wanted::isInstance)
                                .map(wanted::cast)
                                .findFirst();
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
}
