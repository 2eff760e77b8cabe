package dev.spirallab.account;

import dev.spirallab.spec.Problem;
import java.time.Duration;

/**
 * Too often.
 *
 * @param problem what to tell people
 * @param after when it may be tried again; whole seconds, at least one
 */
public record Refusal(Problem problem, Duration after) {}
