package dev.spirallab.spec.training;

import dev.spirallab.spec.Default;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.Range;

/**
 * Ends the run when the figure has not improved by more than minDelta for patience epochs, and
 * restores the parameters of the best epoch (Prechelt 1998), also where the epochs or steps run out
 * before.
 */
public record EarlyStopping(
        @Default("10") @Range(min = 1, max = 1_000_000) @Measure(Quantity.EPOCHS) int patience,
        @Default("\"testLoss\"") Figure figure,
        @Default("0") @Range(min = 0, max = 1e6) @Measure(Quantity.DECAY) double minDelta) {}
