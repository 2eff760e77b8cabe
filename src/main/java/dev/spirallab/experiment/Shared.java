package dev.spirallab.experiment;

import dev.spirallab.run.RunId;
import dev.spirallab.spec.Experiment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a link leads to.
 *
 * @param run the run that goes with it, as it was when the link was made; it never changes, and its
 *     figures may be watched like those of any run
 * @param lineage what a fork of it is said to come from, the nearest first: what was shared, and
 *     what that had come from
 */
public record Shared(
        Experiment experiment, Instant created, Optional<RunId> run, List<Origin> lineage) {

    /** What was shared, as it was then. */
    public Origin origin() {
        return lineage.getFirst();
    }

    /** What that had come from itself. */
    List<Origin> ancestors() {
        return lineage.subList(1, lineage.size());
    }
}
