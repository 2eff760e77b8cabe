package dev.spirallab.run;

import dev.spirallab.engine.Engine;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.run.Admission.Admitted;
import dev.spirallab.run.Admission.Refused;
import dev.spirallab.validation.Limits;
import dev.spirallab.validation.ValidationResult.Valid;
import dev.spirallab.validation.Validator;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets runs in while there is room, and sweeps out those that nobody wants. */
public final class RunRegistry implements Runs, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunRegistry.class);
    private static final int REMEMBERED = 1000;
    private final Workshop workshop;
    private final Map<RunId, LiveRun> runs = new LinkedHashMap<>();
    private final SequencedSet<RunId> over = new LinkedHashSet<>();
    private final ScheduledExecutorService broom =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("run-sweeper").daemon().factory());

    /** With the standard limits. */
    public RunRegistry(Engine engine, RunSettings settings) {
        this(engine, new Validator(Limits.standard()), settings);
    }

    /**
     * @param validator judges settings that are tuned
     */
    public RunRegistry(Engine engine, Validator validator, RunSettings settings) {
        int threads = settings.threads() > 0 ? settings.threads() : engine.device().threads();
        workshop =
                new Workshop(
                        engine,
                        validator,
                        new Scheduler(threads),
                        new Room(settings.bytes()),
                        settings);
        var _ = broom.scheduleWithFixedDelay(this::sweep, 500, 500, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized Admission start(Valid valid, RunOptions options) {
        forgetClosed();
        makeRoom();
        int most = workshop.settings().max();
        if (runs.size() >= most) {
            return new Refused(Problems.tooMany(most));
        }
        Room.Place place = workshop.room().place();
        return place.take(valid.budget().bytes())
                .<Admission>map(Refused::new)
                .orElseGet(() -> admit(new LiveRun(valid, options, workshop, place)));
    }

    @Override
    public synchronized Optional<Run> find(RunId id) {
        forgetClosed();
        return Optional.ofNullable(runs.get(id));
    }

    @Override
    public Optional<Run> find(OwnerId owner, RunId id) {
        return find(id).filter(run -> run.options().belongsTo(owner));
    }

    @Override
    public Admission resume(RunId other, RunOptions options) {
        return new Refused(Problems.notKept());
    }

    @Override
    public List<RunSummary> list(OwnerId owner) {
        return List.of();
    }

    @Override
    public Optional<RunId> copy(OwnerId owner, RunId id) {
        return Optional.empty();
    }

    @Override
    public void deleteCopy(RunId copy) {
        find(copy).filter(run -> run.options().owner().isEmpty()).ifPresent(Run::close);
    }

    @Override
    public boolean delete(OwnerId owner, RunId id) {
        Optional<Run> own = find(owner, id);
        own.ifPresent(Run::close);
        return own.isPresent();
    }

    @Override
    public void deleteOf(OwnerId owner, UUID experiment) {
        close(options -> options.belongsTo(owner) && options.of().equals(Optional.of(experiment)));
    }

    @Override
    public void deleteAll(OwnerId owner) {
        close(options -> options.belongsTo(owner));
    }

    private void close(Predicate<RunOptions> which) {
        all().stream().filter(run -> which.test(run.options())).forEach(LiveRun::close);
    }

    @Override
    public void adopt(OwnerId from, OwnerId to) {
        all().stream().filter(run -> run.options().belongsTo(from)).forEach(run -> run.giveTo(to));
    }

    @Override
    public synchronized boolean isOver(RunId id) {
        forgetClosed();
        return over.contains(id);
    }

    /** Closes all runs and waits a little until their memory is free. */
    @Override
    public void close() {
        broom.shutdownNow();
        List<LiveRun> all = all();
        all.forEach(LiveRun::close);
        all.forEach(RunRegistry::await);
        workshop.scheduler().close();
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

    private Admission admit(LiveRun run) {
        runs.put(run.id(), run);
        return new Admitted(run);
    }

    /** Closes one that is left behind, the one longest alone, if there is no place for another. */
    private void makeRoom() {
        if (runs.size() >= workshop.settings().max()) {
            long now = System.nanoTime();
            runs.values().stream()
                    .filter(LiveRun::isLeftBehind)
                    .max(Comparator.comparingLong(run -> run.nanosAlone(now)))
                    .ifPresent(LiveRun::close);
            forgetClosed();
        }
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

    /**
     * Of a closed run only the name is kept for a while, so that viewers learn what became of it.
     */
    private void forgetClosed() {
        runs.values().stream().filter(LiveRun::isClosed).map(LiveRun::id).forEach(over::add);
        runs.keySet().removeAll(over);
        while (over.size() > REMEMBERED) {
            over.removeFirst();
        }
    }
}
