package dev.spirallab.ui.keep;

import dev.spirallab.experiment.ExperimentId;
import dev.spirallab.experiment.Experiments;
import dev.spirallab.experiment.Kept;
import dev.spirallab.experiment.Origin;
import dev.spirallab.experiment.Saving;
import dev.spirallab.experiment.Shared;
import dev.spirallab.experiment.Summary;
import dev.spirallab.experiment.Version;
import dev.spirallab.experiment.Versioning;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataAccessResourceFailureException;

/** One person's experiments in memory; they can be out of reach, or there can be no room. */
final class FailingExperiments implements Experiments {
    final Map<ExperimentId, Kept> kept = new LinkedHashMap<>();
    boolean away;
    Optional<Problem> refusal = Optional.empty();

    @Override
    public Saving create(OwnerId owner, ExperimentId id, Experiment experiment) {
        return kept.containsKey(id) ? new Saving.Outdated(kept.get(id)) : put(id, 1, experiment);
    }

    @Override
    public Saving save(OwnerId owner, ExperimentId id, long revision, Experiment experiment) {
        Kept now = kept.get(id);
        if (now == null) {
            return new Saving.Missing();
        }
        return now.revision() == revision
                ? put(id, revision + 1, experiment)
                : new Saving.Outdated(now);
    }

    @Override
    public Saving fork(OwnerId owner, ExperimentId id) {
        return put(ExperimentId.random(), 1, kept.get(id).experiment());
    }

    private Saving put(ExperimentId id, long revision, Experiment experiment) {
        if (away) {
            throw new DataAccessResourceFailureException("away");
        }
        if (refusal.isPresent()) {
            return new Saving.Refused(refusal.get());
        }
        Summary summary =
                new Summary(
                        id,
                        experiment.title(),
                        Instant.EPOCH,
                        Instant.EPOCH,
                        revision,
                        List.of(),
                        0);
        kept.put(id, new Kept(summary, experiment));
        return new Saving.Saved(summary);
    }

    /** The titles of all that is kept. */
    List<String> titles() {
        return kept.values().stream().map(Kept::experiment).map(Experiment::title).toList();
    }

    @Override
    public Optional<Kept> find(OwnerId owner, ExperimentId id) {
        return Optional.ofNullable(kept.get(id));
    }

    @Override
    public Saving fork(OwnerId owner, Experiment experiment, Origin origin) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Saving fork(OwnerId owner, Shared shared) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Summary> list(OwnerId owner) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean delete(OwnerId owner, ExperimentId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Versioning keepVersion(OwnerId owner, ExperimentId id, String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Version> versions(OwnerId owner, ExperimentId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Experiment> version(OwnerId owner, ExperimentId id, int number) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean deleteVersion(OwnerId owner, ExperimentId id, int number) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void deleteAll(OwnerId owner) {
        throw new UnsupportedOperationException();
    }
}
