package dev.spirallab.spec.training;

import dev.spirallab.spec.Default;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;

/** Ends the run when the figure reaches the value: a loss at most, an accuracy at least. */
public record Target(
        @Default("\"trainLoss\"") Figure figure, @Measure(Quantity.GOAL) double value) {}
