package dev.spirallab.account;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A line of somebody's list of API tokens.
 *
 * @param name as its owner called it
 * @param beginning its first seven characters, to recognise it by
 * @param used when it was used last, to the minute
 */
public record ApiToken(
        UUID id, String name, String beginning, Instant created, Optional<Instant> used) {}
