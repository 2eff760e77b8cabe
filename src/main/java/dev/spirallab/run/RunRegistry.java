package dev.spirallab.run;

import dev.spirallab.engine.Engine;
import dev.spirallab.run.Admission.Admitted;
import dev.spirallab.run.Admission.Refused;
import dev.spirallab.spec.Problem;
import dev.spirallab.validation.ValidationResult.Valid;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets runs in while there is room, and sweeps out those that nobody wants. */
public final class RunRegistry implements Runs, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunRegistry.class);
    private static final int REMEMBERED = 100;
    private final Engine engine;
    private final RunSettings settings;
    private final Scheduler scheduler;
    private final Map<RunId, LiveRun> runs = new LinkedHashMap<>();
    private final Map<RunId, LiveRun> closed = new LinkedHashMap<>();
    private final ScheduledExecutorService broom =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("run-sweeper").daemon().factory());

    public RunRegistry(Engine engine, RunSettings settings) {
        this.engine = engine;
        this.settings = settings;
        int threads = settings.threads() > 0 ? settings.threads() : engine.device().threads();
        this.scheduler = new Scheduler(threads);
        var _ = broom.scheduleWithFixedDelay(this::sweep, 500, 500, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized Admission start(Valid valid, RunOptions options) {
        forgetClosed();
        long bytes = valid.budget().bytes();
        makeRoom(bytes);
        Optional<Problem> obstacle = obstacle(bytes);
        return obstacle.<Admission>map(Refused::new).orElseGet(() -> admit(valid, options));
    }

    @Override
    public synchronized Optional<Run> find(RunId id) {
        return Optional.ofNullable(runs.getOrDefault(id, closed.get(id)));
    }

    /** Closes all runs and waits a little until their memory is free. */
    @Override
    public void close() {
        broom.shutdownNow();
        List<LiveRun> all = all();
        all.forEach(LiveRun::close);
        all.forEach(RunRegistry::await);
        scheduler.close();
    }

    private static void await(LiveRun run) {
        try {
            if (!run.awaitDisposal(Duration.ofSeconds(5))) {
                LOG.warn("A run did not close in time");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Admission admit(Valid valid, RunOptions options) {
        LiveRun run = new LiveRun(valid, options, engine, scheduler, settings);
        runs.put(run.id(), run);
        return new Admitted(run);
    }

    /** Closes runs that are over and that nobody watches, the oldest first, as far as needed. */
    private void makeRoom(long bytes) {
        Iterator<LiveRun> oldestFirst = List.copyOf(runs.values()).iterator();
        while (obstacle(bytes).isPresent() && oldestFirst.hasNext()) {
            LiveRun run = oldestFirst.next();
            if (run.isLeftBehind()) {
                run.close();
                forgetClosed();
            }
        }
    }

    private Optional<Problem> obstacle(long bytes) {
        long free = settings.bytes() - runs.values().stream().mapToLong(LiveRun::bytes).sum();
        if (runs.size() >= settings.max()) {
            return Optional.of(Problems.tooMany(settings.max()));
        }
        return bytes > free ? Optional.of(Problems.noMemory(bytes, free)) : Optional.empty();
    }

    private synchronized List<LiveRun> all() {
        forgetClosed();
        return List.copyOf(runs.values());
    }

    private void sweep() {
        try {
            long now = System.nanoTime();
            all().forEach(run -> run.sweep(now));
        } catch (RuntimeException e) {
            LOG.error("Sweeping failed", e);
        }
    }

    /** A closed run is found for a while, so that its viewers learn what became of it. */
    private void forgetClosed() {
        runs.values().stream().filter(LiveRun::isClosed).forEach(run -> closed.put(run.id(), run));
        runs.keySet().removeAll(closed.keySet());
        Iterator<RunId> oldestFirst = closed.keySet().iterator();
        while (closed.size() > REMEMBERED) {
            oldestFirst.next();
            oldestFirst.remove();
        }
    }
}
