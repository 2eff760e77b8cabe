package dev.spirallab.spec.graph;

import dev.spirallab.spec.Advanced;
import dev.spirallab.spec.Default;
import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Label;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.Range;

/**
 * Reads a sequence place by place and carries a state along: {@code [N, L, D] -> [N, hiddenSize]},
 * the last state, or {@code [N, L, hiddenSize]}, the state at each place; {@code 2 hiddenSize}
 * where it reads from both ends. At each place gates decide what a memory cell forgets, takes in
 * and shows (Hochreiter and Schmidhuber 1997). Each layer and direction has {@code 4 hiddenSize (D
 * + hiddenSize + 2)} parameters, which start from U(-1/sqrt(hiddenSize), 1/sqrt(hiddenSize)).
 *
 * @param numLayers one on top of the other
 * @param returnSequences whether it gives the state at each place, not the last alone
 */
@Kind(value = "lstm", group = "recurrent")
public record Lstm(
        @Range(min = 1, max = 65536) @Measure(Quantity.UNITS) int hiddenSize,
        @Default("1") @Range(min = 1, max = 16) @Measure(Quantity.FEW) int numLayers,
        @Default("false") boolean bidirectional,
        @Default("false") boolean returnSequences,
        @Default("true") @Label("useBias") @Advanced boolean bias)
        implements LayerSpec, Recurrent {}
