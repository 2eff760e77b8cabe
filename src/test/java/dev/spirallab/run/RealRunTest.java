package dev.spirallab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.spirallab.engine.Engine;
import dev.spirallab.engine.Engines;
import dev.spirallab.engine.NodeTensor;
import dev.spirallab.frame.EndReason;
import dev.spirallab.frame.Frame;
import dev.spirallab.frame.MetricPoint;
import dev.spirallab.frame.RunState;
import dev.spirallab.spec.data.Feature;
import dev.spirallab.spec.data.Points;
import dev.spirallab.validation.ValidationResult.Valid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs on the real engine. */
class RealRunTest {
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final int EPOCHS = 60;
    private final Engine engine = Engines.on("cpu");
    private final RunRegistry runs =
            new RunRegistry(
                    engine,
                    SomeSettings.of(
                            100,
                            1000,
                            2,
                            Duration.ofMillis(10),
                            Duration.ofHours(1),
                            Duration.ofHours(1),
                            100));

    @AfterEach
    void closeAll() {
        runs.close();
    }

    @Test
    void lossesAreBitIdenticalAloneAmongTwentyOthersSlicedWatchedAndPaused()
            throws InterruptedException {
        List<MetricPoint> alone = played(start(Experiments.epochs(EPOCHS)));
        List<Run> others = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Run other = start(Experiments.epochs(100_000));
            other.command(new Command.Play());
            others.add(other);
        }
        Run watched = start(Experiments.epochs(EPOCHS));
        try (Viewer viewer = watched.watch(new View(60, 50, true), Cursor.START)) {
            watched.command(new Command.StepOnce());
            watched.command(new Command.Pace(2000));
            watched.command(new Command.Play());
            for (int i = 0; i < 5; i++) {
                viewer.next();
                watched.command(new Command.Pause());
                viewer.next();
                watched.command(new Command.Play());
            }
            awaitEnd(watched);
        }
        assertThat(curve(watched)).containsAll(alone);
        assertThat(played(start(Experiments.epochs(EPOCHS)))).isEqualTo(alone);
        others.forEach(Run::close);
    }

    /** Its loss bit for bit, and its boundary too. */
    @Test
    void aRunThatBeginsFromAnEarlierMomentIsAsTheFirstWasThen() throws Exception {
        Run run = start(Experiments.epochs(EPOCHS));
        List<MetricPoint> curve = played(run);
        long step = curve.get(curve.size() / 2).step();
        byte[] past;
        View back = new View(60, 25, false, false, false, false, true, OptionalLong.of(step));
        try (Viewer viewer = run.watch(back, Cursor.START)) {
            List<Frame> seen = new ArrayList<>();
            while (seen.stream().noneMatch(Frame.Past.class::isInstance)
                    || seen.stream().noneMatch(Frame.Trail.class::isInstance)) {
                seen.addAll(viewer.next());
            }
            Frame.Trail trail = only(seen, Frame.Trail.class);
            assertThat(trail.steps()).startsWith(0L).contains(step).isSorted();
            Frame.Past picture = only(seen, Frame.Past.class);
            assertThat(picture.at().step()).isEqualTo(step);
            past = picture.picture().values();
        }
        assertThat(run.tensorsAt(step + 1).get()).isEmpty();
        List<NodeTensor> then = run.tensorsAt(step).get().orElseThrow();
        Run other = begun(Experiments.epochs(EPOCHS), then);
        await().until(() -> other.status().latest().isPresent());
        MetricPoint first = other.status().latest().orElseThrow();
        MetricPoint passed = curve.get(curve.size() / 2);
        assertThat(first.trainLoss()).isEqualTo(passed.trainLoss());
        assertThat(first.testLoss()).isEqualTo(passed.testLoss());
        try (Viewer viewer = other.watch(new View(60, 25, true), Cursor.START)) {
            List<Frame> seen = new ArrayList<>();
            while (seen.stream().noneMatch(Frame.Boundary.class::isInstance)) {
                seen.addAll(viewer.next());
            }
            assertThat(only(seen, Frame.Boundary.class).values()).isEqualTo(past);
        }
    }

    private Run begun(Valid valid, List<NodeTensor> weights) {
        return switch (runs.start(valid, RunOptions.AT_FULL_SPEED, weights)) {
            case Admission.Admitted(Run admitted) -> admitted;
            case Admission.Refused(var problem) -> throw new AssertionError(problem);
        };
    }

    private static <T extends Frame> T only(List<Frame> frames, Class<T> type) {
        return frames.stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
    }

    @Test
    void aRunThatWasParkedAndSetBackRepeatsItself() throws InterruptedException {
        Run run = start(Experiments.epochs(EPOCHS));
        List<MetricPoint> once = played(run);
        run.command(new Command.Reset());
        await().atMost(LONG).until(() -> run.status().at().attempt() == 1);
        assertThat(played(run)).isEqualTo(once);
    }

    @Test
    void aRunThatGoesOnAfterItsEndIsAsOneThatWasLonger() throws InterruptedException {
        List<MetricPoint> longer = played(start(Experiments.epochs(2 * EPOCHS)));
        Run run = start(Experiments.epochs(EPOCHS));
        played(run);
        run.command(new Command.Play());
        await().atMost(LONG).until(() -> run.status().at().epoch() == 2 * EPOCHS);
        awaitEnd(run);
        assertThat(curve(run)).isEqualTo(longer);
    }

    /** Drawn points take the place of the examples, while it trains. */
    @Test
    void aRunGoesOnFromItsWeightsWithOtherPoints() throws InterruptedException {
        Run run = start(Experiments.epochs(100_000));
        try (Viewer viewer = run.watch(new View(60, 25, true), Cursor.START)) {
            run.command(new Command.Play());
            Frame.Points before = next(viewer, Frame.Points.class);
            await().atMost(LONG).until(() -> run.status().at().step() > 50);
            long then = run.status().at().step();

            run.command(new Command.Relearn(drawn(12, 3)));

            Frame.Points after = next(viewer, Frame.Points.class);
            assertThat(before.train() + before.test()).isEqualTo(100);
            assertThat(after.train()).isEqualTo(12);
            await().atMost(LONG).until(() -> run.status().stepsPerEpoch() == 2);
            await().atMost(LONG).until(() -> run.status().at().step() > then + 10);
            assertThat(run.status().at().attempt()).isZero();
            assertThat(run.experiment().dataset()).isEqualTo(drawn(12, 3));

            run.command(new Command.Relearn(drawn(10, 2)));
            run.command(new Command.Pause());
            await().atMost(LONG).until(() -> run.status().state() == RunState.PAUSED);
            assertThat(run.experiment().dataset()).isEqualTo(drawn(12, 3));
        }
        run.close();
    }

    private static Points drawn(int count, int classes) {
        List<Points.Point> points =
                IntStream.range(0, count)
                        .mapToObj(i -> new Points.Point(i / 20.0, -i / 30.0, i % classes))
                        .toList();
        return new Points(points, List.of(Feature.x1, Feature.x2), false, 7, 0);
    }

    private static <F extends Frame> F next(Viewer viewer, Class<F> wanted)
            throws InterruptedException {
        while (true) {
            for (Frame frame : viewer.next()) {
                if (wanted.isInstance(frame)) {
                    return wanted.cast(frame);
                }
            }
        }
    }

    @Test
    void boundariesShowProbabilities() throws InterruptedException {
        Run run = start(Experiments.epochs(EPOCHS));
        try (Viewer viewer = run.watch(new View(60, 25, true), Cursor.START)) {
            Frame.Boundary boundary = null;
            while (boundary == null) {
                boundary =
                        viewer.next().stream()
                                .filter(Frame.Boundary.class::isInstance)
                                .map(Frame.Boundary.class::cast)
                                .findFirst()
                                .orElse(null);
            }
            for (int cell = 0; cell < 625; cell++) {
                int sum = 0;
                for (int channel = 0; channel < 3; channel++) {
                    sum += Byte.toUnsignedInt(boundary.values()[channel * 625 + cell]);
                }
                assertThat(sum).isBetween(253, 257);
            }
        }
    }

    private Run start(Valid valid) {
        return ((Admission.Admitted) runs.start(valid, RunOptions.AT_FULL_SPEED)).run();
    }

    private static List<MetricPoint> played(Run run) throws InterruptedException {
        run.command(new Command.Play());
        awaitEnd(run);
        return curve(run);
    }

    private static void awaitEnd(Run run) {
        await().atMost(LONG)
                .until(() ->
                        run.status().state() == RunState.ENDED
                                && run.status().reason() == EndReason.EPOCHS);
    }

    private static List<MetricPoint> curve(Run run) throws InterruptedException {
        try (Viewer viewer = run.watch(new View(60, 25, false), Cursor.START)) {
            while (true) {
                for (Frame frame : viewer.next()) {
                    if (frame instanceof Frame.Metrics metrics) {
                        return metrics.points();
                    }
                }
            }
        }
    }
}
