package dev.spirallab.api;

import dev.spirallab.engine.Weights;
import dev.spirallab.frame.Assessment;
import dev.spirallab.frame.Frame;
import dev.spirallab.run.Glimpse;
import dev.spirallab.run.Run;
import dev.spirallab.run.View;
import dev.spirallab.spec.data.FeaturedDataset;
import dev.spirallab.spec.data.FormulaDataset;
import dev.spirallab.spec.data.ImageDataset;
import dev.spirallab.spec.data.Inline;
import dev.spirallab.spec.data.PhonePrices;
import dev.spirallab.spec.data.Table;
import java.time.Duration;
import java.util.Map;
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
            case FeaturedDataset _ ->
                    CompletableFuture.supplyAsync(() -> draw(run, grid), Thread::startVirtualThread)
                            .thenApply(BoundaryAnswer::of);
            case FormulaDataset _, PhonePrices _, Inline _, Table _, ImageDataset _ ->
                    throw Faults.noBoundary();
        };
    }

    static CompletableFuture<Assessment> assessment(Run run) {
        return CompletableFuture.supplyAsync(
                () -> Glimpse.assessment(run, PATIENCE).orElseThrow(Faults::busy),
                Thread::startVirtualThread);
    }

    private static Frame.Boundary draw(Run run, Grid grid) {
        return Glimpse.boundary(run, new View(FRAMES_PER_SECOND, grid.cells(), true), PATIENCE)
                .orElseThrow(Faults::busy);
    }
}
