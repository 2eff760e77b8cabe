package dev.spirallab.experiment;

import java.time.Instant;
import java.util.UUID;

/**
 * A line of somebody's list of links.
 *
 * @param beginning the first four characters of its token, to recognise it by
 * @param withRun whether a run goes with it
 */
public record SharedLink(
        UUID id, String title, Instant created, String beginning, boolean withRun) {}
