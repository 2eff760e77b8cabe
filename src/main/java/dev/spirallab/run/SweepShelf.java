package dev.spirallab.run;

import dev.spirallab.owner.OwnerId;
import dev.spirallab.run.Sweep.State;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.sweep.SweepSpec;
import java.util.List;
import java.util.Optional;

/**
 * Where sweeps are kept. Safe for use by many threads; each method does all or nothing, and throws
 * a {@link RuntimeException} where the shelf cannot be reached.
 */
public interface SweepShelf {

    /** Why sweeps of an experiment cannot be kept. */
    Optional<Problem> obstacle(Experiment base);

    /** Keeps a sweep. Where the owner has more than he may, the oldest go. */
    void keep(OwnerId owner, Kept sweep);

    Optional<Kept> find(OwnerId owner, SweepId id);

    /** The last kept first. */
    List<Sweeps.Summary> list(OwnerId owner);

    /**
     * @return whether it was there
     */
    boolean delete(OwnerId owner, SweepId id);

    void deleteAll(OwnerId owner);

    void adopt(OwnerId from, OwnerId to);

    /**
     * A sweep that has ended.
     *
     * @param variants how many there are
     */
    record Kept(SweepId id, SweepSpec spec, State state, int variants, SweepResults results) {}

    /** For what keeps nothing. */
    SweepShelf NONE =
            new SweepShelf() {
                @Override
                public Optional<Problem> obstacle(Experiment base) {
                    return Optional.empty();
                }

                @Override
                public void keep(OwnerId owner, Kept sweep) {}

                @Override
                public Optional<Kept> find(OwnerId owner, SweepId id) {
                    return Optional.empty();
                }

                @Override
                public List<Sweeps.Summary> list(OwnerId owner) {
                    return List.of();
                }

                @Override
                public boolean delete(OwnerId owner, SweepId id) {
                    return false;
                }

                @Override
                public void deleteAll(OwnerId owner) {}

                @Override
                public void adopt(OwnerId from, OwnerId to) {}
            };
}
