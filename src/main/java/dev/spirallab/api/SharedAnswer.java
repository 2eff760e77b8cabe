package dev.spirallab.api;

import dev.spirallab.api.KeptLine.Ancestor;
import dev.spirallab.experiment.Shared;
import dev.spirallab.spec.Experiment;
import java.time.Instant;
import java.util.List;

/**
 * What a link leads to.
 *
 * @param withRun whether a run goes with it, whose figures can be read
 * @param lineage what a fork of it is said to come from, the nearest first
 */
record SharedAnswer(
        Experiment experiment, Instant created, boolean withRun, List<Ancestor> lineage) {
    static SharedAnswer of(Shared shared) {
        return new SharedAnswer(
                shared.experiment(),
                shared.created(),
                shared.run().isPresent(),
                shared.lineage().stream().map(Ancestor::of).toList());
    }
}
