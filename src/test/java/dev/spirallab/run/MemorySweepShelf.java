package dev.spirallab.run;

import dev.spirallab.owner.OwnerId;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** Sweeps in memory. */
final class MemorySweepShelf implements SweepShelf {
    private final Map<SweepId, Entry> all = new ConcurrentHashMap<>();

    /** Whoever keeps a sweep waits for it. */
    volatile CountDownLatch open = new CountDownLatch(0);

    /** Why no sweep should begin. */
    volatile Optional<Problem> obstacle = Optional.empty();

    private record Entry(OwnerId owner, Kept sweep) {}

    @Override
    public Optional<Problem> obstacle(Experiment base) {
        return obstacle;
    }

    @Override
    public void keep(OwnerId owner, Kept sweep) {
        try {
            open.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        all.put(sweep.id(), new Entry(owner, sweep));
    }

    @Override
    public Optional<Kept> find(OwnerId owner, SweepId id) {
        return Optional.ofNullable(all.get(id))
                .filter(entry -> entry.owner().equals(owner))
                .map(Entry::sweep);
    }

    @Override
    public List<Sweeps.Summary> list(OwnerId owner) {
        return all.values().stream()
                .filter(entry -> entry.owner().equals(owner))
                .map(Entry::sweep)
                .map(one ->
                        new Sweeps.Summary(
                                one.id(),
                                one.spec().base().title(),
                                one.variants(),
                                one.state(),
                                Instant.EPOCH))
                .toList();
    }

    @Override
    public boolean delete(OwnerId owner, SweepId id) {
        return find(owner, id).isPresent() && all.remove(id) != null;
    }

    @Override
    public void deleteAll(OwnerId owner) {
        all.values().removeIf(entry -> entry.owner().equals(owner));
    }

    @Override
    public void adopt(OwnerId from, OwnerId to) {
        all.replaceAll(
                (_, entry) -> entry.owner().equals(from) ? new Entry(to, entry.sweep()) : entry);
    }
}
