package dev.spirallab.run;

import dev.spirallab.frame.Frame;
import dev.spirallab.frame.MetricPoint;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A shelf that remembers how it was after each message, and breaks when told to. */
final class MemoryShelf implements RunShelf {
    private final Map<RunId, KeptRun> runs = new HashMap<>();
    private final Map<RunId, Mark> marks = new HashMap<>();

    /** All runs as they were kept, one after the other. */
    final List<KeptRun> states = new CopyOnWriteArrayList<>();

    volatile boolean broken;

    /** The run that it does not take for now. */
    volatile Optional<RunId> refused = Optional.empty();

    /** Whether it takes no run, now or later. */
    volatile boolean unkeepable;

    /** Why no run should begin. */
    volatile Optional<Problem> obstacle = Optional.empty();

    /** How many messages it did not take. */
    final AtomicInteger refusals = new AtomicInteger();

    /** Whether savepoints are thrown away, but for the first of each attempt. */
    volatile boolean rare;

    MemoryShelf() {}

    /** With one run on it. */
    MemoryShelf(KeptRun run) {
        runs.put(run.id(), run);
    }

    @Override
    public synchronized void keep(KeptRun run) {
        if (broken) {
            throw new IllegalArgumentException("broken on purpose");
        }
        if (refused.filter(run.id()::equals).isPresent()) {
            refusals.incrementAndGet();
            throw new IllegalArgumentException("refused on purpose");
        }
        if (unkeepable) {
            refusals.incrementAndGet();
            throw new Unkeepable(Problem.of("json.tooLarge", "", Map.of()));
        }
        Optional<KeptRun> before =
                Optional.ofNullable(runs.get(run.id()))
                        .filter(old -> old.status().at().attempt() == run.status().at().attempt());
        List<MetricPoint> points = new ArrayList<>();
        before.ifPresent(old -> points.addAll(old.points()));
        if (points.size() < run.firstPoint()) {
            throw new IllegalStateException("points are missing");
        }
        points.subList(run.firstPoint(), points.size()).clear();
        points.addAll(run.points());
        Optional<Savepoint> older = before.flatMap(KeptRun::savepoint);
        KeptRun now =
                new KeptRun(
                        run.id(),
                        run.options(),
                        false,
                        run.experiment(),
                        run.status(),
                        0,
                        points,
                        rare ? older.or(run::savepoint) : run.savepoint().or(() -> older),
                        run.boundary().or(() -> before.flatMap(KeptRun::boundary)),
                        run.start().or(() -> before.flatMap(KeptRun::start)),
                        run.album().or(() -> before.flatMap(KeptRun::album)));
        runs.put(run.id(), now);
        states.add(now);
    }

    @Override
    public Optional<Problem> obstacle(Experiment experiment) {
        return obstacle;
    }

    @Override
    public synchronized Optional<KeptRun> find(RunId id) {
        return Optional.ofNullable(runs.get(id));
    }

    @Override
    public Optional<Frame.Boundary> boundary(RunId id) {
        return find(id).flatMap(KeptRun::boundary);
    }

    @Override
    public synchronized List<RunSummary> list(OwnerId owner) {
        return runs.values().stream()
                .filter(run -> run.options().belongsTo(owner))
                .map(run ->
                        new RunSummary(
                                run.id(),
                                run.options().of(),
                                run.experiment().title(),
                                run.status(),
                                Instant.EPOCH,
                                mark(owner, run.id())))
                .toList();
    }

    @Override
    public synchronized Mark mark(OwnerId owner, RunId id) {
        return marks.getOrDefault(id, Mark.NONE);
    }

    @Override
    public synchronized boolean mark(OwnerId owner, RunId id, Mark mark) {
        boolean there = find(id).filter(run -> run.options().belongsTo(owner)).isPresent();
        if (there) {
            marks.put(id, mark);
        }
        return there;
    }

    @Override
    public synchronized Optional<RunId> last(UUID experiment) {
        return states.reversed().stream()
                .filter(run -> run.options().of().equals(Optional.of(experiment)))
                .map(KeptRun::id)
                .filter(runs::containsKey)
                .findFirst();
    }

    @Override
    public synchronized boolean copy(OwnerId owner, RunId from, RunId to) {
        Optional<KeptRun> own = find(from).filter(run -> run.options().belongsTo(owner));
        own.ifPresent(run ->
                runs.put(
                        to,
                        new KeptRun(
                                to,
                                new RunOptions(run.options().pace()),
                                true,
                                run.experiment(),
                                run.status(),
                                0,
                                run.points(),
                                run.savepoint(),
                                run.boundary(),
                                run.start(),
                                run.album())));
        return own.isPresent();
    }

    @Override
    public synchronized void deleteCopy(RunId id) {
        runs.values().removeIf(run -> run.fixed() && run.id().equals(id));
    }

    @Override
    public synchronized boolean delete(OwnerId owner, RunId id) {
        return runs.values().removeIf(run -> run.options().belongsTo(owner) && run.id().equals(id));
    }

    @Override
    public synchronized void deleteOf(OwnerId owner, UUID experiment) {
        runs.values()
                .removeIf(run ->
                        run.options().belongsTo(owner)
                                && run.options().of().equals(Optional.of(experiment)));
    }

    @Override
    public synchronized void deleteAll(OwnerId owner) {
        runs.values().removeIf(run -> run.options().belongsTo(owner));
    }

    @Override
    public synchronized void adopt(OwnerId from, OwnerId to) {
        runs.replaceAll((_, run) -> run.options().belongsTo(from) ? run.withOwner(to) : run);
    }
}
