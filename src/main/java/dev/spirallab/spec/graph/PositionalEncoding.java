package dev.spirallab.spec.graph;

import dev.spirallab.spec.Kind;

/**
 * Adds to each place of a sequence what tells it from the others: {@code [N, L, D] -> [N, L, D]},
 * {@code sin(l / 10000^(i / D))} for even features i and {@code cos(l / 10000^((i - 1) / D))} for
 * odd ones (Vaswani et al. 2017). No parameters.
 */
@Kind(value = "positionalEncoding", group = "attention")
public record PositionalEncoding() implements LayerSpec {}
