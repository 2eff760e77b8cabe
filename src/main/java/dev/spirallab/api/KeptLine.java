package dev.spirallab.api;

import dev.spirallab.experiment.ExperimentId;
import dev.spirallab.experiment.Origin;
import dev.spirallab.experiment.Summary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A kept experiment without its document.
 *
 * @param revision the number in its ETag
 * @param versions how many are kept
 * @param lineage what it was forked from, the nearest first
 */
record KeptLine(
        UUID id,
        String title,
        Instant created,
        Instant changed,
        long revision,
        int versions,
        List<Ancestor> lineage) {

    /**
     * @param experiment absent where it came in a link that carries it whole
     */
    record Ancestor(String title, Instant at, Optional<UUID> experiment) {
        static Ancestor of(Origin origin) {
            return new Ancestor(
                    origin.title(), origin.at(), origin.experiment().map(ExperimentId::value));
        }
    }

    static KeptLine of(Summary summary) {
        return new KeptLine(
                summary.id().value(),
                summary.title(),
                summary.created(),
                summary.changed(),
                summary.revision(),
                summary.versions(),
                summary.lineage().stream().map(Ancestor::of).toList());
    }
}
