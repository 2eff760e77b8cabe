package dev.spirallab.cli;

import dev.spirallab.cli.BenchReport.Note;
import dev.spirallab.engine.Engine;
import dev.spirallab.frame.Frame;
import dev.spirallab.frame.FrameCodec;
import dev.spirallab.frame.Look;
import dev.spirallab.frame.RunState;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.run.Admission;
import dev.spirallab.run.Command;
import dev.spirallab.run.Cursor;
import dev.spirallab.run.Run;
import dev.spirallab.run.RunOptions;
import dev.spirallab.run.Runs;
import dev.spirallab.run.View;
import dev.spirallab.run.Viewer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.support.ResourcePropertySource;
import org.springframework.util.FileSystemUtils;

/** Measures runs as the server has them: one training thread, put together as in the server. */
final class RunBench implements AutoCloseable {
    private static final int TURNS = 5;
    private static final long TURN_MILLIS = 800;
    private static final long CROWD_MILLIS = 10_000;
    private static final int CROWD = 40;

    /** Several times as long as it is between two times that a run is kept. */
    private static final long KEEPING_MILLIS = 4_000;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Path folder;
    private final AnnotationConfigApplicationContext server;
    private final Runs runs;
    private final BenchReport report;

    RunBench(Engine engine, BenchReport report) throws IOException {
        this.report = report;
        folder = Files.createTempDirectory("spirallab-bench");
        server = new AnnotationConfigApplicationContext();
        MutablePropertySources settings = server.getEnvironment().getPropertySources();
        settings.addFirst(new ResourcePropertySource("classpath:application.properties"));
        settings.addFirst(
                new MapPropertySource(
                        "bench",
                        Map.of(
                                "spirallab.data", folder.toString(),
                                "spirallab.runs.threads", "1",
                                "spirallab.runs.keepEvery", "1s")));
        server.registerBean(Engine.class, () -> engine);
        server.register(Database.class);
        server.scan("dev.spirallab.run", "dev.spirallab.experiment");
        server.refresh();
        runs = server.getBean(Runs.class);
    }

    /** The weights of the first layer, and its feature maps where it has some. */
    private static final View LOOKING =
            new View(30, 100, false).with(new Look("", "", false, 0, 0, 0));

    /** What a viewer may look at. */
    @SuppressWarnings("ImmutableEnumChecker") // a view is a record of numbers
    enum Sight {
        BOUNDARY("run with a viewer", View.STANDARD, Frame.Boundary.class),
        LAYERS("layers panel", new View(30, 100, false, false, true, false), Frame.Layers.class),
        UNITS("unit pictures", new View(30, 100, false, false, false, true), Frame.Units.class),
        WEIGHTS("weights of a layer", LOOKING, Frame.Inside.class),
        ALL("all of these", new View(30, 100, true, false, true, true), Frame.Units.class);

        private final String words;
        private final View view;
        private final Class<? extends Frame> counted;

        Sight(String words, View view, Class<? extends Frame> counted) {
            this.words = words;
            this.view = view;
            this.counted = counted;
        }

        private Note note(double perSecond, double cost) {
            return this == BOUNDARY
                    ? new Note(
                            "cli.bench.viewer",
                            Map.of("boundariesPerSecond", perSecond, "costPercent", cost))
                    : new Note(
                            "cli.bench.inside",
                            Map.of("framesPerSecond", perSecond, "costPercent", cost));
        }
    }

    /** Steps a second of a run, unwatched and with one viewer of the boundary, in turns. */
    void viewer(BenchCase one) throws InterruptedException {
        viewer(one, Sight.BOUNDARY);
    }

    /** Likewise with one viewer who looks inside. */
    void inside(BenchCase one) throws InterruptedException {
        viewer(one, Sight.LAYERS);
        viewer(one, Sight.UNITS);
        viewer(one, Sight.WEIGHTS);
        viewer(one, Sight.ALL);
    }

    private void viewer(BenchCase one, Sight sight) throws InterruptedException {
        Samples unwatched = new Samples();
        Samples watched = new Samples();
        Samples frames = new Samples();
        try (Run run = start(one)) {
            stepsPerSecond(run, TURN_MILLIS);
            for (int turn = 0; turn < TURNS; turn++) {
                unwatched.add(stepsPerSecond(run, TURN_MILLIS));
                try (Watching watching = new Watching(run, sight)) {
                    Thread.sleep(100);
                    int before = watching.frames.get();
                    watched.add(stepsPerSecond(run, TURN_MILLIS));
                    frames.add((watching.frames.get() - before) * 1000.0 / TURN_MILLIS);
                }
            }
        }
        double cost = 100 * (1 - watched.median() / unwatched.median());
        report.row(one.name() + ", run unwatched", "program", unwatched, Note.NONE);
        report.row(
                one.name() + ", " + sight.words,
                "program",
                watched,
                sight.note(frames.median(), cost));
    }

    /**
     * Steps a second of a run that is kept in the database, and of one that is not, at once: they
     * share the thread, and whatever else the machine does. Their writer has a thread of its own.
     */
    void keeping(BenchCase one) throws InterruptedException {
        Samples unkept = new Samples();
        Samples kept = new Samples();
        Samples ratio = new Samples();
        Samples writer = new Samples();
        RunOptions owned = RunOptions.AT_FULL_SPEED.withOwner(OwnerId.random());
        for (int turn = 0; turn < TURNS; turn++) {
            try (Run plain = start(one);
                    Run keeping = start(one, owned)) {
                Thread.sleep(TURN_MILLIS);
                long[] before = steps(List.of(plain, keeping));
                long written = writerNanos();
                long begin = System.nanoTime();
                Thread.sleep(KEEPING_MILLIS);
                long[] after = steps(List.of(plain, keeping));
                double nanos = System.nanoTime() - begin;
                unkept.add((after[0] - before[0]) * 1e9 / nanos);
                kept.add((after[1] - before[1]) * 1e9 / nanos);
                ratio.add((after[1] - before[1]) / (double) (after[0] - before[0]));
                writer.add(100 * (writerNanos() - written) / nanos);
            }
        }
        double cost = 100 * (1 - ratio.median());
        report.row(one.name() + ", run not kept", "program", unkept, Note.NONE);
        report.row(
                one.name() + ", run beside it kept each second",
                "program",
                kept,
                new Note(
                        "cli.bench.keeping",
                        Map.of("costPercent", cost, "writerPercent", writer.median())));
    }

    /** Processor time of the thread that writes. */
    private static long writerNanos() {
        return Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().equals("run-keeper"))
                .mapToLong(thread -> THREADS.getThreadCpuTime(thread.getThreadId()))
                .sum();
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
        return start(one, RunOptions.AT_FULL_SPEED);
    }

    private Run start(BenchCase one, RunOptions options) throws InterruptedException {
        return switch (runs.start(one.valid(), options)) {
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
    public void close() throws IOException {
        server.close();
        FileSystemUtils.deleteRecursively(folder);
    }

    /** The database, as the server has it. */
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class
    })
    static class Database {}

    /** A viewer that takes all it gets, and encodes it as for the network. */
    private static final class Watching implements AutoCloseable {
        private final AtomicInteger frames = new AtomicInteger();
        private final AtomicBoolean over = new AtomicBoolean();
        private final Class<? extends Frame> counted;
        private final Viewer viewer;
        private final Thread thread;

        private Watching(Run run, Sight sight) {
            counted = sight.counted;
            viewer = run.watch(sight.view, Cursor.START);
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

        private void take(List<Frame> news) {
            byte[] message = FrameCodec.encode(news);
            if (news.stream().anyMatch(counted::isInstance) && message.length > 0) {
                frames.incrementAndGet();
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
