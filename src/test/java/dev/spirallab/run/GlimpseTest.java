package dev.spirallab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.spirallab.frame.RunState;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class GlimpseTest {
    private static final Duration LONG = Duration.ofHours(1);
    private static final int MOST_VIEWERS = 1;
    private final RunRegistry runs =
            new RunRegistry(
                    new FakeEngine(),
                    SomeSettings.of(100, 1000, 2, Duration.ofMillis(10), LONG, LONG, MOST_VIEWERS));
    private final Run run =
            ((Admission.Admitted) runs.start(Experiments.epochs(3), RunOptions.AT_FULL_SPEED))
                    .run();

    @AfterEach
    void close() {
        runs.close();
    }

    @Test
    void aRunThatNobodyWatchesShowsABoundaryOfTheResolutionAskedFor() {
        assertThat(Glimpse.boundary(run, new View(30, 25, true), LONG))
                .hasValueSatisfying(boundary -> assertThat(boundary.width()).isEqualTo(25));
        assertThat(run.status().viewers()).isZero();
    }

    @Test
    void ofAClosedRunThereIsNothingToWaitFor() {
        run.close();
        await().until(() -> run.status().state() == RunState.CLOSED);
        assertThat(Glimpse.boundary(run, View.STANDARD, LONG)).isEmpty();
    }

    @Test
    void whoFindsNoPlaceSeesNothing() {
        try (Viewer _ = run.watch(View.STANDARD, Cursor.START)) {
            assertThat(Glimpse.boundary(run, View.STANDARD, LONG)).isEmpty();
        }
    }
}
