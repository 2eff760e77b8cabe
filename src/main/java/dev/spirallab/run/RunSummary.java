package dev.spirallab.run;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A line of somebody's list of runs.
 *
 * @param of which of the owner's kept experiments it is a run of
 * @param status as it was kept last
 * @param kept when that was
 */
public record RunSummary(
        RunId id, Optional<UUID> of, String title, RunStatus status, Instant kept, Mark mark) {}
