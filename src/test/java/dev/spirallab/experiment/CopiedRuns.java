package dev.spirallab.experiment;

import dev.spirallab.engine.NodeTensor;
import dev.spirallab.frame.Frame;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.run.Admission;
import dev.spirallab.run.Mark;
import dev.spirallab.run.Run;
import dev.spirallab.run.RunCurve;
import dev.spirallab.run.RunId;
import dev.spirallab.run.RunOptions;
import dev.spirallab.run.RunSummary;
import dev.spirallab.run.Runs;
import dev.spirallab.run.Sweeps;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Runs that can be copied and deleted, and nothing else. */
final class CopiedRuns implements Runs {
    static final RunId THERE = new RunId("there-and-can-be-copied");

    /** What else happens when a copy is made. */
    Consumer<RunId> onCopy = _ -> {};

    /** Copies that are there now. */
    final Set<RunId> copies = ConcurrentHashMap.newKeySet();

    /** Experiments whose runs were deleted. */
    final Set<UUID> deleted = ConcurrentHashMap.newKeySet();

    private final AtomicInteger count = new AtomicInteger();

    @Override
    public Optional<RunId> copy(OwnerId owner, RunId id) {
        if (!id.equals(THERE)) {
            return Optional.empty();
        }
        RunId copy = new RunId("copy-" + count.incrementAndGet());
        copies.add(copy);
        onCopy.accept(copy);
        return Optional.of(copy);
    }

    @Override
    public void deleteCopy(RunId copy) {
        copies.remove(copy);
    }

    @Override
    public void deleteOf(OwnerId owner, UUID experiment) {
        deleted.add(experiment);
    }

    @Override
    public Admission start(Valid valid, RunOptions options, List<NodeTensor> weights) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Sweeps sweeps() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Admission resume(RunId other, RunOptions options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Run> find(RunId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Run> find(OwnerId owner, RunId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<RunSummary> list(OwnerId owner) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<RunCurve> curve(OwnerId owner, RunId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Mark mark(OwnerId owner, RunId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean mark(OwnerId owner, RunId id, Mark mark) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Frame.Boundary> learnt(UUID experiment) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<RunId> last(UUID experiment) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean delete(OwnerId owner, RunId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOver(RunId id) {
        throw new UnsupportedOperationException();
    }
}
