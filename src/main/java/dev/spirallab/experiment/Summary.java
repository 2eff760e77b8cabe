package dev.spirallab.experiment;

import java.time.Instant;
import java.util.List;

/**
 * A line of somebody's list of experiments.
 *
 * @param revision one more with each change; see {@link Experiments#save}
 * @param lineage what it was forked from, the nearest first
 * @param versions how many versions are kept
 */
public record Summary(
        ExperimentId id,
        String title,
        Instant created,
        Instant changed,
        long revision,
        List<Origin> lineage,
        int versions) {}
