package dev.spirallab.run;

import dev.spirallab.dataset.Examples;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.run.SweepAdmission.Begun;
import dev.spirallab.run.SweepAdmission.Refused;
import dev.spirallab.spec.Experiment;
import dev.spirallab.validation.Budget;
import dev.spirallab.validation.SweepResult;
import dev.spirallab.validation.ValidationResult.Valid;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets sweeps in, one for each owner, and lays on the shelf what they have come to. */
final class SweepRegistry implements Sweeps {
    private static final Logger LOG = LoggerFactory.getLogger(SweepRegistry.class);

    private final Workshop workshop;
    private final SweepShelf shelf;
    private final Map<OwnerId, LiveSweep> sweeps = new HashMap<>();

    /** Those that are closed, until they are kept. */
    private final Map<SweepId, LiveSweep> leaving = new HashMap<>();

    /** However slow the shelf is, training never waits. */
    private final ExecutorService keeper =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("sweep-keeper").daemon().factory());

    SweepRegistry(Workshop workshop, SweepShelf shelf) {
        this.workshop = workshop;
        this.shelf = shelf;
    }

    // letting in

    /** Reads the examples here, so that no training waits for it. */
    @Override
    public SweepAdmission begin(OwnerId owner, SweepResult.Sound sweep, boolean unattended) {
        Experiment base = sweep.sweep().base();
        return shelf.obstacle(base)
                .<SweepAdmission>map(Refused::new)
                .orElseGet(() ->
                        switch (workshop.library().examples(base.dataset())) {
                            case Examples.Unreadable(var problem) -> new Refused(problem);
                            case Examples.Made made -> admit(owner, sweep, made, unattended);
                        });
    }

    private synchronized SweepAdmission admit(
            OwnerId owner, SweepResult.Sound asked, Examples.Made made, boolean unattended) {
        Optional.ofNullable(sweeps.get(owner)).ifPresent(LiveSweep::close);
        forgetClosed();
        int most = workshop.settings().max();
        if (sweeps.size() >= most) {
            return new Refused(Problems.tooMany(most));
        }
        Room.Place place = workshop.room().place(take -> take.get());
        return place.take(claim(asked.variants()))
                .<SweepAdmission>map(Refused::new)
                .orElseGet(() -> {
                    LiveSweep sweep =
                            new LiveSweep(
                                    asked, made.dataset(), workshop, place, owner, this::keep);
                    sweep.setUnattended(unattended);
                    sweeps.put(owner, sweep);
                    return new Begun(sweep);
                });
    }

    private static Room.Claim claim(List<Valid> variants) {
        Room.Claim first = Room.Claim.of(variants.getFirst());
        long shared = Budget.ofData(variants.getFirst().experiment().dataset());
        long own = variants.stream().mapToLong(each -> each.budget().bytes() - shared).sum();
        return new Room.Claim(own, first.data(), first.shared());
    }

    // keeping

    private void keep(LiveSweep sweep, SweepShelf.Kept kept) {
        keeper.execute(() -> {
            try {
                sweep.owner().ifPresent(owner -> shelf.keep(owner, kept));
            } catch (RuntimeException e) {
                LOG.warn("A sweep cannot be kept", e);
            } finally {
                sweep.setKept();
            }
        });
    }

    @Override
    public Optional<Sweep> find(OwnerId owner, SweepId id) {
        return live(owner)
                .filter(sweep -> sweep.id().equals(id))
                .map(Sweep.class::cast)
                .or(() -> shelf.find(owner, id).flatMap(this::atRest));
    }

    private Optional<Sweep> atRest(SweepShelf.Kept kept) {
        return switch (workshop.validator().validate(kept.spec())) {
            case SweepResult.Sound sound -> atRest(kept, sound);
            case SweepResult.Unsound _ -> Optional.empty();
        };
    }

    private static Optional<Sweep> atRest(SweepShelf.Kept kept, SweepResult.Sound sound) {
        Optional<Sweep> found =
                kept.results()
                        .read()
                        .filter(read -> read.variants().size() == sound.variants().size())
                        .map(read -> new RestingSweep(kept.id(), sound, kept.state(), read));
        if (found.isEmpty()) {
            LOG.warn("The results of a sweep are damaged");
        }
        return found;
    }

    /** The one at work; what an owner's others have come to is on the shelf by then. */
    private Optional<LiveSweep> live(OwnerId owner) {
        List<LiveSweep> all = of(owner);
        all.stream().filter(LiveSweep::isClosed).forEach(Waiting::untilKept);
        return all.stream().filter(sweep -> !sweep.isClosed()).findFirst();
    }

    /** At work, or on the way to the shelf. */
    private synchronized List<LiveSweep> of(OwnerId owner) {
        forgetClosed();
        return Stream.concat(sweeps.values().stream(), leaving.values().stream())
                .filter(sweep -> sweep.owner().filter(owner::equals).isPresent())
                .toList();
    }

    @Override
    public List<Summary> list(OwnerId owner) {
        Optional<Summary> live = live(owner).map(SweepRegistry::summary);
        Stream<Summary> kept =
                shelf.list(owner).stream()
                        .filter(one -> live.filter(now -> now.id().equals(one.id())).isEmpty());
        return Stream.concat(live.stream(), kept).toList();
    }

    private static Summary summary(LiveSweep sweep) {
        return new Summary(
                sweep.id(),
                sweep.spec().base().title(),
                sweep.variants().size(),
                sweep.standing().state(),
                Instant.now());
    }

    @Override
    public boolean delete(OwnerId owner, SweepId id) {
        Optional<LiveSweep> live =
                of(owner).stream().filter(sweep -> sweep.id().equals(id)).findFirst();
        live.ifPresent(SweepRegistry::discard);
        return shelf.delete(owner, id) || live.isPresent();
    }

    /** What is on the way to the shelf arrives before it is taken off. */
    private static void discard(LiveSweep sweep) {
        sweep.belongsToNobody();
        sweep.close();
        Waiting.untilKept(sweep);
    }

    void deleteAll(OwnerId owner) {
        of(owner).forEach(SweepRegistry::discard);
        shelf.deleteAll(owner);
    }

    void move(OwnerId from, OwnerId to) {
        handOver(from, to);
        // what is being kept for the old owner arrives before it is adopted
        Waiting.untilDone(keeper.submit(() -> {}));
        shelf.adopt(from, to);
    }

    private synchronized void handOver(OwnerId from, OwnerId to) {
        of(from).forEach(sweep -> sweep.belongsTo(to));
        Optional.ofNullable(sweeps.remove(from))
                .flatMap(sweep -> Optional.ofNullable(sweeps.put(to, sweep)))
                .ifPresent(this::leave);
    }

    // letting go

    private void leave(LiveSweep sweep) {
        sweep.close();
        leaving.put(sweep.id(), sweep);
    }

    private void forgetClosed() {
        List<LiveSweep> closed = sweeps.values().stream().filter(LiveSweep::isClosed).toList();
        closed.forEach(this::leave);
        sweeps.values().removeAll(closed);
        leaving.values().removeIf(LiveSweep::isKept);
    }

    /** Closes those that nobody has looked at for long. */
    synchronized void sweepOut(long now) {
        sweeps.values().stream().filter(sweep -> sweep.isLeft(now)).forEach(LiveSweep::close);
        forgetClosed();
    }

    /** Closes all, and waits a little until they are kept; the training threads still work. */
    void close() {
        closeAll().forEach(Waiting::untilKept);
        keeper.shutdown();
    }

    private synchronized List<LiveSweep> closeAll() {
        sweeps.values().forEach(LiveSweep::close);
        forgetClosed();
        return List.copyOf(leaving.values());
    }
}
