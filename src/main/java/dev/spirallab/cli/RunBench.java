package dev.spirallab.cli;

import dev.spirallab.cli.BenchReport.Note;
import dev.spirallab.engine.Engine;
import dev.spirallab.frame.Frame;
import dev.spirallab.frame.FrameCodec;
import dev.spirallab.frame.RunState;
import dev.spirallab.run.Admission;
import dev.spirallab.run.Command;
import dev.spirallab.run.Cursor;
import dev.spirallab.run.Run;
import dev.spirallab.run.RunOptions;
import dev.spirallab.run.Runs;
import dev.spirallab.run.View;
import dev.spirallab.run.Viewer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Measures runs as the server has them: one training thread, put together as in the server. */
final class RunBench implements AutoCloseable {
    private static final int TURNS = 5;
    private static final long TURN_MILLIS = 800;
    private static final long CROWD_MILLIS = 10_000;
    private static final int CROWD = 40;

    private final AnnotationConfigApplicationContext server;
    private final Runs runs;
    private final BenchReport report;

    RunBench(Engine engine, BenchReport report) {
        this.report = report;
        server = new AnnotationConfigApplicationContext();
        server.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("bench", Map.of("spirallab.runs.threads", "1")));
        server.registerBean(Engine.class, () -> engine);
        server.scan("dev.spirallab.run");
        server.refresh();
        runs = server.getBean(Runs.class);
    }

    /** Steps a second of a run, unwatched and with one viewer, in turns. */
    void viewer(BenchCase one) throws InterruptedException {
        Samples unwatched = new Samples();
        Samples watched = new Samples();
        Samples frames = new Samples();
        try (Run run = start(one)) {
            stepsPerSecond(run, TURN_MILLIS);
            for (int turn = 0; turn < TURNS; turn++) {
                unwatched.add(stepsPerSecond(run, TURN_MILLIS));
                try (Watching watching = new Watching(run)) {
                    Thread.sleep(100);
                    int before = watching.boundaries.get();
                    watched.add(stepsPerSecond(run, TURN_MILLIS));
                    frames.add((watching.boundaries.get() - before) * 1000.0 / TURN_MILLIS);
                }
            }
        }
        double cost = 100 * (1 - watched.median() / unwatched.median());
        report.row(one.name() + ", run unwatched", "program", unwatched, Note.NONE);
        report.row(
                one.name() + ", run with a viewer",
                "program",
                watched,
                new Note(
                        "cli.bench.viewer",
                        Map.of("boundariesPerSecond", frames.median(), "costPercent", cost)));
    }

    /**
     * Many runs at once: do they get on equally fast? Long enough that single slices matter little.
     */
    void crowd(BenchCase one) throws InterruptedException {
        List<Run> crowd = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            crowd.add(start(one));
        }
        while (Arrays.stream(steps(crowd)).anyMatch(steps -> steps == 0)) {
            Thread.sleep(5);
        }
        long[] before = steps(crowd);
        long begin = System.nanoTime();
        Thread.sleep(CROWD_MILLIS);
        long[] after = steps(crowd);
        double seconds = (System.nanoTime() - begin) / 1e9;
        crowd.forEach(Run::close);
        Samples each = new Samples();
        double all = 0;
        for (int i = 0; i < CROWD; i++) {
            each.add((after[i] - before[i]) / seconds);
            all += (after[i] - before[i]) / seconds;
        }
        report.row(
                CROWD + " runs at once of " + one.name() + ", each",
                "program",
                each,
                new Note(
                        "cli.bench.fair",
                        Map.of(
                                "slowestToFastest",
                                each.least() / each.greatest(),
                                "allStepsPerSecond",
                                all)));
    }

    private Run start(BenchCase one) throws InterruptedException {
        return switch (runs.start(one.valid(), RunOptions.AT_FULL_SPEED)) {
            case Admission.Refused(var problem) -> throw new IllegalStateException(problem.code());
            case Admission.Admitted(var run) -> play(run);
        };
    }

    private static Run play(Run run) throws InterruptedException {
        run.command(new Command.Play());
        while (run.status().state() != RunState.RUNNING) {
            Thread.sleep(5);
        }
        return run;
    }

    private static double stepsPerSecond(Run run, long millis) throws InterruptedException {
        long begin = System.nanoTime();
        long before = run.status().at().step();
        Thread.sleep(millis);
        long steps = run.status().at().step() - before;
        return steps * 1e9 / (System.nanoTime() - begin);
    }

    private static long[] steps(List<Run> crowd) {
        return crowd.stream().mapToLong(run -> run.status().at().step()).toArray();
    }

    @Override
    public void close() {
        server.close();
    }

    /** A viewer that takes all it gets, and encodes it as for the network. */
    private static final class Watching implements AutoCloseable {
        private final AtomicInteger boundaries = new AtomicInteger();
        private final AtomicBoolean over = new AtomicBoolean();
        private final Viewer viewer;
        private final Thread thread;

        private Watching(Run run) {
            viewer = run.watch(View.STANDARD, Cursor.START);
            thread = Thread.ofVirtual().start(this::watch);
        }

        private void watch() {
            try {
                while (!over.get()) {
                    take(viewer.next());
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        private void take(List<Frame> frames) {
            byte[] message = FrameCodec.encode(frames);
            boolean drawn = frames.stream().anyMatch(frame -> frame instanceof Frame.Boundary);
            if (drawn && message.length > 0) {
                boundaries.incrementAndGet();
            }
        }

        @Override
        public void close() {
            over.set(true);
            viewer.close();
            thread.interrupt();
        }
    }
}
