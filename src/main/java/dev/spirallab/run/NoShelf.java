package dev.spirallab.run;

import dev.spirallab.frame.Frame;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where nothing is kept, as in a bench. */
final class NoShelf implements RunShelf {

    @Override
    public void keep(KeptRun run) {}

    @Override
    public Optional<Problem> obstacle(Experiment experiment) {
        return Optional.empty();
    }

    @Override
    public Optional<KeptRun> find(RunId id) {
        return Optional.empty();
    }

    @Override
    public Optional<Frame.Boundary> boundary(RunId id) {
        return Optional.empty();
    }

    @Override
    public List<RunSummary> list(OwnerId owner) {
        return List.of();
    }

    @Override
    public Mark mark(OwnerId owner, RunId id) {
        return Mark.NONE;
    }

    @Override
    public boolean mark(OwnerId owner, RunId id, Mark mark) {
        return false;
    }

    @Override
    public Optional<RunId> last(UUID experiment) {
        return Optional.empty();
    }

    @Override
    public boolean copy(OwnerId owner, RunId from, RunId to) {
        return false;
    }

    @Override
    public void deleteCopy(RunId id) {}

    @Override
    public boolean delete(OwnerId owner, RunId id) {
        return false;
    }

    @Override
    public void deleteOf(OwnerId owner, UUID experiment) {}

    @Override
    public void deleteAll(OwnerId owner) {}

    @Override
    public void adopt(OwnerId from, OwnerId to) {}
}
