package dev.spirallab.experiment;

import dev.spirallab.run.RunId;
import dev.spirallab.spec.Experiment;
import java.time.Instant;
import java.util.Optional;

/**
 * What a link leads to.
 *
 * @param run the run that goes with it, as it was when the link was made; it never changes, and its
 *     figures may be watched like those of any run
 * @param origin what a fork of it is said to come from
 */
public record Shared(Experiment experiment, Instant created, Optional<RunId> run, Origin origin) {}
