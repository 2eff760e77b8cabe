package dev.spirallab.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.spirallab.spec.Experiment;

/**
 * A run with what it trains.
 *
 * @param experiment with the settings tuned and the seed chosen since it began
 */
record RunAnswer(@JsonUnwrapped RunLine line, Experiment experiment) {}
