package dev.spirallab.api;

import dev.spirallab.engine.Weights;
import dev.spirallab.frame.Frame;
import dev.spirallab.frame.RunState;
import dev.spirallab.run.Cursor;
import dev.spirallab.run.Run;
import dev.spirallab.run.TooManyViewers;
import dev.spirallab.run.View;
import dev.spirallab.run.Viewer;
import dev.spirallab.spec.data.Inline;
import dev.spirallab.spec.data.PlaneDataset;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What a run has found out so far. No request thread waits for it. */
final class Figures {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int FRAMES_PER_SECOND = 30;

    private Figures() {}

    static CurveAnswer curve(Run run, int from) {
        return CurveAnswer.of(run.history(from));
    }

    static CompletableFuture<Map<String, Weights>> weights(Run run) {
        return run.weights()
                .exceptionally(_ -> {
                    throw Faults.busy();
                });
    }

    static CompletableFuture<BoundaryAnswer> boundary(Run run, Grid grid) {
        return switch (run.experiment().dataset()) {
            case PlaneDataset _ ->
                    CompletableFuture.supplyAsync(() -> draw(run, grid), Thread::startVirtualThread)
                            .thenApply(BoundaryAnswer::of);
            case Inline _ -> throw Faults.noBoundary();
        };
    }

    /** A run draws only for those who watch, so this watches for a moment. */
    private static Frame.Boundary draw(Run run, Grid grid) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        View view = new View(FRAMES_PER_SECOND, grid.cells(), true);
        try (Viewer viewer = run.watch(view, Cursor.START)) {
            while (System.nanoTime() < end && run.status().state() != RunState.CLOSED) {
                Optional<Frame.Boundary> drawn = drawn(viewer.next());
                if (drawn.isPresent()) {
                    return drawn.get();
                }
            }
        } catch (TooManyViewers _) {
            throw Faults.busy();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        throw Faults.busy();
    }

    private static Optional<Frame.Boundary> drawn(List<Frame> frames) {
        return frames.stream()
                .filter(Frame.Boundary.class::isInstance)
                .map(Frame.Boundary.class::cast)
                .findFirst();
    }
}
