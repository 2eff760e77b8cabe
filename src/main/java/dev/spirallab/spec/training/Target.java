package dev.spirallab.spec.training;

import dev.spirallab.spec.Default;

/** Ends the run when the figure reaches the value: a loss at most, an accuracy at least. */
public record Target(@Default("\"trainLoss\"") Figure figure, double value) {}
