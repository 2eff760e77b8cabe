package dev.spirallab.run;

import dev.spirallab.dataset.Examples;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.run.SweepAdmission.Begun;
import dev.spirallab.run.SweepAdmission.Refused;
import dev.spirallab.validation.Budget;
import dev.spirallab.validation.SweepResult;
import dev.spirallab.validation.ValidationResult.Valid;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets sweeps in, one for each owner, and lays on the shelf what they have come to. */
final class SweepRegistry implements Sweeps {
    private static final Logger LOG = LoggerFactory.getLogger(SweepRegistry.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Workshop workshop;
    private final SweepShelf shelf;
    private final Map<OwnerId, LiveSweep> sweeps = new HashMap<>();

    /** However slow the shelf is, training never waits. */
    private final ExecutorService keeper =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("sweep-keeper").daemon().factory());

    SweepRegistry(Workshop workshop, SweepShelf shelf) {
        this.workshop = workshop;
        this.shelf = shelf;
    }

    /** Reads the examples here, so that no training waits for it. */
    @Override
    public SweepAdmission begin(OwnerId owner, SweepResult.Sound sweep, boolean unattended) {
        return switch (workshop.library().examples(sweep.sweep().base().dataset())) {
            case Examples.Unreadable(var problem) -> new Refused(problem);
            case Examples.Made made -> admit(owner, sweep, made, unattended);
        };
    }

    private synchronized SweepAdmission admit(
            OwnerId owner, SweepResult.Sound asked, Examples.Made made, boolean unattended) {
        close(owner);
        int most = workshop.settings().max();
        sweeps.values().removeIf(LiveSweep::isClosed);
        if (sweeps.size() >= most) {
            return new Refused(Problems.tooMany(most));
        }
        Room.Place place = workshop.room().place(take -> take.get());
        return place.take(claim(asked.variants()))
                .<SweepAdmission>map(Refused::new)
                .orElseGet(() -> {
                    LiveSweep sweep =
                            new LiveSweep(asked, made.dataset(), workshop, place, this::keep);
                    sweep.belongsTo(owner, unattended);
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
                sweep.isKept();
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
            case SweepResult.Sound sound ->
                    Optional.of(
                            new RestingSweep(
                                    kept.id(), sound, kept.state(), kept.results().read()));
            case SweepResult.Unsound _ -> Optional.empty();
        };
    }

    private synchronized Optional<LiveSweep> live(OwnerId owner) {
        return Optional.ofNullable(sweeps.get(owner)).filter(sweep -> !sweep.isClosed());
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
        Optional<LiveSweep> live = live(owner).filter(sweep -> sweep.id().equals(id));
        live.ifPresent(this::discard);
        return shelf.delete(owner, id) || live.isPresent();
    }

    /** What is on the way to the shelf arrives before it is taken off. */
    private void discard(LiveSweep sweep) {
        sweep.belongsToNobody();
        sweep.close();
        awaitKept(sweep);
    }

    private static void awaitKept(LiveSweep sweep) {
        try {
            if (!sweep.awaitKept(PATIENCE)) {
                LOG.warn("A sweep was not kept in time");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    void deleteAll(OwnerId owner) {
        live(owner).ifPresent(this::discard);
        shelf.deleteAll(owner);
    }

    void move(OwnerId from, OwnerId to) {
        live(from).ifPresent(sweep -> handOver(sweep, from, to));
        shelf.adopt(from, to);
    }

    private synchronized void handOver(LiveSweep sweep, OwnerId from, OwnerId to) {
        sweep.belongsTo(to);
        sweeps.remove(from);
        Optional.ofNullable(sweeps.put(to, sweep)).ifPresent(LiveSweep::close);
    }

    // letting go

    /** Closes those that nobody has looked at for long. */
    synchronized void sweepOut(long now) {
        long most = workshop.settings().pauseAfter().toNanos();
        sweeps.values().stream()
                .filter(sweep -> sweep.nanosAlone(now) > most)
                .forEach(LiveSweep::close);
        sweeps.values().removeIf(LiveSweep::isClosed);
    }

    private void close(OwnerId owner) {
        Optional.ofNullable(sweeps.remove(owner)).ifPresent(LiveSweep::close);
    }

    /** Closes all, and waits a little until they are kept; the training threads still work. */
    void close() {
        List<LiveSweep> all = closeAll();
        all.forEach(SweepRegistry::awaitKept);
        keeper.shutdown();
        try {
            if (!keeper.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("Sweeps were not kept in time");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized List<LiveSweep> closeAll() {
        List<LiveSweep> all = List.copyOf(sweeps.values());
        all.forEach(LiveSweep::close);
        return all;
    }
}
