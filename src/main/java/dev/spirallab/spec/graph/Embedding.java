package dev.spirallab.spec.graph;

import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.Range;
import java.util.Optional;

/**
 * Looks up a vector of its own for each whole number: {@code [N, L] -> [N, L, embeddingDim]};
 * {@code numEmbeddings * embeddingDim} parameters, which start from N(0, 1). Numbers are those of
 * the data, from 0 to {@code numEmbeddings - 1}.
 */
@Kind(value = "embedding", group = "attention")
public record Embedding(
        @Range(min = 1, max = 1000000) @Measure(Quantity.UNITS) int numEmbeddings,
        @Range(min = 1, max = 65536) @Measure(Quantity.UNITS) int embeddingDim,
        Optional<InitializerSpec> initializer)
        implements LayerSpec {}
