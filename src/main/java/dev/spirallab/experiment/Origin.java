package dev.spirallab.experiment;

import java.time.Instant;
import java.util.Optional;

/**
 * What an experiment was forked from.
 *
 * @param title as it was then
 * @param at when it was forked
 * @param experiment the experiment itself, which may be somebody else's or deleted by now; absent
 *     when it came in a link that carries it whole
 */
public record Origin(String title, Instant at, Optional<ExperimentId> experiment) {

    /** The same, forked at another time. */
    Origin at(Instant time) {
        return new Origin(title, time, experiment);
    }
}
