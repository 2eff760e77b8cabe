package dev.spirallab.run;

import dev.spirallab.dataset.Examples;
import dev.spirallab.dataset.Library;
import dev.spirallab.engine.Engine;
import dev.spirallab.engine.NodeTensor;
import dev.spirallab.frame.Frame;
import dev.spirallab.owner.Belongings;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.run.Admission.Admitted;
import dev.spirallab.run.Admission.Refused;
import dev.spirallab.spec.Problem;
import dev.spirallab.validation.Limits;
import dev.spirallab.validation.ValidationResult.Valid;
import dev.spirallab.validation.Validator;
import java.util.Comparator;
import java.util.HashMap;
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
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets runs in while there is room, sweeps out those that nobody wants, and brings back from the
 * shelf those that are asked for.
 */
public final class RunRegistry implements Runs, Belongings, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunRegistry.class);
    private static final int REMEMBERED = 1000;
    private final Workshop workshop;
    private final SweepRegistry sweeps;
    private final RunShelf shelf;
    private final Archive archive;
    private final Map<RunId, LiveRun> runs = new LinkedHashMap<>();
    private final Map<RunId, LiveRun> leaving = new HashMap<>();
    private final SequencedSet<RunId> over = new LinkedHashSet<>();
    private final ScheduledExecutorService broom =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("run-sweeper").daemon().factory());

    /** With the standard limits; keeps nothing. */
    public RunRegistry(Engine engine, RunSettings settings) {
        this(engine, Library.withoutFiles(), settings);
    }

    /** Likewise, with files to learn from. */
    public RunRegistry(Engine engine, Library library, RunSettings settings) {
        this(engine, new Validator(Limits.standard()), library, settings, new NoShelf());
    }

    /** Keeps runs, and no sweeps. */
    public RunRegistry(
            Engine engine,
            Validator validator,
            Library library,
            RunSettings settings,
            RunShelf shelf) {
        this(engine, validator, library, settings, shelf, SweepShelf.NONE);
    }

    /**
     * @param validator judges settings that are tuned, and experiments of runs that were kept
     * @param library gives the examples
     */
    public RunRegistry(
            Engine engine,
            Validator validator,
            Library library,
            RunSettings settings,
            RunShelf shelf,
            SweepShelf sweepShelf) {
        int threads = settings.threads() > 0 ? settings.threads() : engine.device().threads();
        workshop =
                new Workshop(
                        engine,
                        validator,
                        library,
                        new Scheduler(threads),
                        new Room(settings.bytes()),
                        new Keeper(shelf),
                        Attic.ofMachine(),
                        settings);
        sweeps = new SweepRegistry(workshop, sweepShelf);
        this.shelf = shelf;
        archive = new Archive(shelf, validator, workshop.keeper());
        var _ = broom.scheduleWithFixedDelay(this::sweep, 500, 500, TimeUnit.MILLISECONDS);
    }

    /** Reads the examples here, so that no training waits for it. */
    @Override
    public Admission start(Valid valid, RunOptions options, List<NodeTensor> weights) {
        return options.owner()
                .flatMap(_ -> shelf.obstacle(valid.experiment()))
                .<Admission>map(Refused::new)
                .orElseGet(() -> startReadable(valid, options, weights));
    }

    private Admission startReadable(Valid valid, RunOptions options, List<NodeTensor> weights) {
        return switch (workshop.library().examples(valid.experiment().dataset())) {
            case Examples.Unreadable(Problem problem) -> new Refused(problem);
            case Examples.Made _ ->
                    admit(
                            Beginning.anew(valid, options, weights, workshop.keeper()),
                            Room.Claim.of(valid));
        };
    }

    @Override
    public Sweeps sweeps() {
        return sweeps;
    }

    @Override
    public Admission resume(RunId other, RunOptions options) {
        live(other).filter(run -> run.options().owner().isPresent()).ifPresent(Waiting::keepNow);
        awaitGone(other);
        return archive.from(other, options)
                .map(beginning -> admit(beginning, Room.Claim.NOTHING))
                .orElseGet(() -> new Refused(Problems.notKept()));
    }

    @Override
    public Optional<Run> find(RunId id) {
        return live(id).or(() -> bringBack(id)).map(Run.class::cast);
    }

    @Override
    public Optional<Run> find(OwnerId owner, RunId id) {
        return find(id).filter(run -> run.options().belongsTo(owner));
    }

    @Override
    public List<RunSummary> list(OwnerId owner) {
        return shelf.list(owner);
    }

    @Override
    public Optional<RunCurve> curve(OwnerId owner, RunId id) {
        return live(id).filter(run -> run.belongsTo(owner))
                .map(RunCurve::of)
                .or(() -> archive.curve(owner, id));
    }

    @Override
    public Mark mark(OwnerId owner, RunId id) {
        return shelf.mark(owner, id);
    }

    @Override
    public boolean mark(OwnerId owner, RunId id, Mark mark) {
        return shelf.mark(owner, id, mark);
    }

    @Override
    public Optional<Frame.Boundary> learnt(UUID experiment) {
        return shelf.last(experiment).flatMap(shelf::boundary);
    }

    @Override
    public Optional<RunId> last(UUID experiment) {
        return shelf.last(experiment);
    }

    @Override
    public Optional<RunId> copy(OwnerId owner, RunId id) {
        live(id).filter(run -> run.belongsTo(owner)).ifPresent(Waiting::keepNow);
        awaitGone(id);
        RunId copy = RunId.random();
        return shelf.copy(owner, id, copy) ? Optional.of(copy) : Optional.empty();
    }

    @Override
    public void deleteCopy(RunId copy) {
        live(copy).filter(LiveRun::isFixed).ifPresent(LiveRun::close);
        shelf.deleteCopy(copy);
    }

    @Override
    public boolean delete(OwnerId owner, RunId id) {
        boolean live = discard(run -> run.belongsTo(owner) && run.id().equals(id));
        return shelf.delete(owner, id) || live;
    }

    @Override
    public void deleteOf(OwnerId owner, UUID experiment) {
        discard(run -> run.belongsTo(owner) && run.options().of().equals(Optional.of(experiment)));
        shelf.deleteOf(owner, experiment);
    }

    @Override
    public void delete(OwnerId owner) {
        discard(run -> run.belongsTo(owner));
        sweeps.deleteAll(owner);
        shelf.deleteAll(owner);
    }

    @Override
    public void move(OwnerId from, OwnerId to) {
        some(run -> run.belongsTo(from)).forEach(run -> run.giveTo(to));
        sweeps.move(from, to);
        shelf.adopt(from, to);
    }

    @Override
    public synchronized boolean isOver(RunId id) {
        forgetClosed();
        return over.contains(id);
    }

    /** Closes all runs, and waits a little until they are kept and their memory is free. */
    @Override
    public void close() {
        broom.shutdownNow();
        sweeps.close();
        List<LiveRun> all = some(_ -> true);
        all.forEach(LiveRun::close);
        all.forEach(Waiting::untilDisposed);
        workshop.scheduler().close();
        workshop.keeper().close();
    }

    // letting in

    private synchronized Admission admit(Beginning beginning, Room.Claim claim) {
        forgetClosed();
        Optional<Problem> obstacle =
                beginning.options().owner().flatMap(this::tooManyOf).or(this::tooMany);
        Room.Place place = place(beginning.id());
        return obstacle.or(() -> place.take(claim))
                .<Admission>map(Refused::new)
                .orElseGet(() -> new Admitted(enter(new LiveRun(beginning, workshop, place))));
    }

    private LiveRun enter(LiveRun run) {
        runs.put(run.id(), run);
        over.remove(run.id());
        return run;
    }

    /** Closes one that is left behind, the one longest alone, if there is no place for another. */
    private Optional<Problem> tooMany() {
        int most = workshop.settings().max();
        return isRoom(most, _ -> true, LiveRun::isLeftBehind)
                ? Optional.empty()
                : Optional.of(Problems.tooMany(most));
    }

    private Optional<Problem> tooManyOf(OwnerId owner) {
        int most = workshop.settings().perOwner();
        return isRoom(most, run -> run.belongsTo(owner), LiveRun::isResting)
                ? Optional.empty()
                : Optional.of(Problems.tooManyOfYours(most));
    }

    private boolean isRoom(int most, Predicate<LiveRun> which, Predicate<LiveRun> dispensable) {
        List<LiveRun> counted = runs.values().stream().filter(which).toList();
        if (counted.size() < most) {
            return true;
        }
        long now = System.nanoTime();
        Optional<LiveRun> victim =
                counted.stream()
                        .filter(dispensable)
                        .max(Comparator.comparingLong(run -> run.nanosAlone(now)));
        victim.ifPresent(LiveRun::close);
        forgetClosed();
        return victim.isPresent() && counted.size() == most;
    }

    // bringing back

    private synchronized Optional<LiveRun> live(RunId id) {
        forgetClosed();
        return Optional.ofNullable(runs.get(id));
    }

    private Optional<LiveRun> bringBack(RunId id) {
        awaitGone(id);
        return archive.again(id).flatMap(this::enterAgain);
    }

    /** To be looked at; {@link #comeBack} is asked before it works. Others make place for it. */
    private synchronized Optional<LiveRun> enterAgain(Beginning beginning) {
        forgetClosed();
        LiveRun already = runs.get(beginning.id());
        if (already != null) {
            return Optional.of(already);
        }
        return tooMany().isPresent()
                ? Optional.empty()
                : Optional.of(enter(new LiveRun(beginning, workshop, place(beginning.id()))));
    }

    private Room.Place place(RunId id) {
        return workshop.room().place(take -> comeBack(id, take));
    }

    /** Of somebody's runs no more come back to work than may begin. */
    private synchronized Optional<Problem> comeBack(RunId id, Supplier<Optional<Problem>> take) {
        return Optional.ofNullable(runs.get(id))
                .flatMap(run -> run.options().owner())
                .flatMap(owner -> tooManyAtWork(owner, id))
                .or(take);
    }

    private Optional<Problem> tooManyAtWork(OwnerId owner, RunId besides) {
        int most = workshop.settings().perOwner();
        return isRoom(
                        most,
                        run -> run.belongsTo(owner) && run.isAtWork() && !run.id().equals(besides),
                        LiveRun::isResting)
                ? Optional.empty()
                : Optional.of(Problems.tooManyOfYours(most));
    }

    /** If it was closed a moment ago, waits until it is on the shelf. */
    private void awaitGone(RunId id) {
        leaving(id)
                .ifPresent(run -> {
                    Waiting.untilDisposed(run);
                    Waiting.untilKept(run);
                });
    }

    private synchronized Optional<LiveRun> leaving(RunId id) {
        forgetClosed();
        return Optional.ofNullable(leaving.get(id));
    }

    // letting go

    private boolean discard(Predicate<LiveRun> which) {
        List<LiveRun> found = some(which);
        found.forEach(LiveRun::discard);
        return !found.isEmpty();
    }

    /** Of those at work and those that are being closed. */
    private synchronized List<LiveRun> some(Predicate<LiveRun> which) {
        forgetClosed();
        return Stream.concat(runs.values().stream(), leaving.values().stream())
                .filter(which)
                .toList();
    }

    private void sweep() {
        try {
            long now = System.nanoTime();
            some(run -> !run.isClosed()).forEach(run -> run.sweep(now));
            sweeps.sweepOut(now);
        } catch (RuntimeException e) {
            LOG.error("Sweeping failed", e);
        }
    }

    /**
     * Of a closed run only the name is kept for a while, so that viewers learn what became of it.
     */
    private void forgetClosed() {
        runs.values().stream().filter(LiveRun::isClosed).forEach(run -> leaving.put(run.id(), run));
        over.addAll(leaving.keySet());
        runs.values().removeIf(LiveRun::isClosed);
        leaving.values().removeIf(LiveRun::isGone);
        while (over.size() > REMEMBERED) {
            over.removeFirst();
        }
    }
}
