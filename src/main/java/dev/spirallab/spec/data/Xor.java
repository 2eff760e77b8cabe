package dev.spirallab.spec.data;

import dev.spirallab.spec.Default;
import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.Range;
import dev.spirallab.spec.Size;
import java.util.List;

/** Four squares; points whose coordinates have one sign are class 0, the others class 1. */
@Kind("xor")
public record Xor(
        @Default("1000") @Range(min = 10, max = 50_000) @Measure(Quantity.POINTS) int samples,
        @Default("0.1") @Range(min = 0, max = 2) @Measure(Quantity.NOISE) double noise,
        @Default("7") @Range(min = -Range.EXACT, max = Range.EXACT) @Measure(Quantity.SEED)
                long seed,
        @Default("0.2") @Range(min = 0, max = 0.9) @Measure(Quantity.SHARE) double testFraction,
        @Default("[\"x1\", \"x2\"]") @Size(max = 7) List<Feature> features,
        @Default("false") boolean standardize)
        implements PlaneDataset {
    public Xor {
        features = List.copyOf(features);
    }

    @Override
    public Task task() {
        return new Task.Classification(2);
    }
}
