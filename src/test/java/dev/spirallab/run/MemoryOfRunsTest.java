package dev.spirallab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.engine.Engines;
import dev.spirallab.engine.ResidentMemory;
import dev.spirallab.frame.Frame;
import dev.spirallab.frame.RunState;
import dev.spirallab.validation.ValidationResult.Valid;
import java.io.IOException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Runs as the server has them: some are stopped, some left alone, some closed in the middle. */
class MemoryOfRunsTest {
    private static final Duration LONG = Duration.ofMinutes(3);

    /** Some 1 MB of parameters, gradients and state, so that a leak of 500 runs would be 500 MB. */
    private static final Valid EXPERIMENT = Experiments.chain(2, 250);

    private final RunRegistry runs =
            new RunRegistry(
                    Engines.on("cpu"),
                    SomeSettings.of(
                            5,
                            1000,
                            2,
                            Duration.ofMillis(10),
                            Duration.ofHours(1),
                            Duration.ofHours(1),
                            5));

    @Test
    void fiveHundredRunsInARowLeaveMemoryFlat() throws IOException, InterruptedException {
        ResidentMemory.assumeKnown();
        try (runs) {
            run(200); // until the allocator, the compilers and PyTorch's caches have what they keep
            long before = ResidentMemory.megabytes();
            run(500);
            assertThat(ResidentMemory.megabytes() - before).isLessThan(150);
        }
    }

    private void run(int times) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            Run run = admitted(runs.start(EXPERIMENT, RunOptions.AT_FULL_SPEED));
            if (i % 10 == 0) {
                watch(run);
            }
            switch (i % 3) {
                case 0 -> stop(run);
                case 1 -> await(run, RunState.READY);
                default -> run.command(new Command.Play());
            }
            if (i % 3 != 0) {
                run.close();
            }
        }
    }

    /** Stopped and left: it makes room when others come. */
    private static void stop(Run run) {
        run.command(new Command.StepOnce());
        run.command(new Command.Stop());
        await(run, RunState.ENDED);
    }

    private static void watch(Run run) throws InterruptedException {
        try (Viewer viewer = run.watch(new View(60, 25, true), Cursor.START)) {
            while (viewer.next().stream().noneMatch(Frame.Boundary.class::isInstance)) {
                // not drawn yet
            }
        }
    }

    private static void await(Run run, RunState state) {
        Awaitility.await()
                .atMost(LONG)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> run.status().state() == state && run.status().latest().isPresent());
    }

    private static Run admitted(Admission admission) {
        return ((Admission.Admitted) admission).run();
    }
}
