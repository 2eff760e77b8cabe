package dev.spirallab.spec.graph;

import dev.spirallab.spec.Advanced;
import dev.spirallab.spec.Default;
import dev.spirallab.spec.Inputs;
import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Label;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.Range;

/**
 * Lets each place of a sequence look at all others: {@code [N, L, E] -> [N, L, E]}, {@code
 * softmax(Q K^T / sqrt(E / numHeads)) V} for each head, Q, K and V being linear maps of the input,
 * and a linear map of all heads' results; {@code 4 E (E + 1)} parameters (Vaswani et al. 2017).
 * With two inputs the second is what is looked at, with three they are query, key and value.
 *
 * @param numHeads into which E is parted
 * @param causal whether a place sees only itself and those before it
 */
@Kind(value = "multiHeadAttention", group = "attention")
@Inputs(min = 1, max = 3)
public record MultiHeadAttention(
        @Default("1") @Range(min = 1, max = 1024) @Measure(Quantity.FEW) int numHeads,
        @Default("false") boolean causal,
        @Default("true") @Label("useBias") @Advanced boolean bias)
        implements LayerSpec {}
