package dev.spirallab.spec.data;

import dev.spirallab.spec.Default;
import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Label;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.Range;
import dev.spirallab.spec.Size;
import java.util.List;

/**
 * {@link LinearRegression} in which some values are far too large.
 *
 * @param outlierShare how large a share of the values is
 * @param outlierSize by how much they are too large in the mean: evenly from half of it to one and
 *     a half
 */
@Kind("outlierRegression")
public record OutlierRegression(
        @Default("[2, -3.4]")
                @Size(min = 1, max = 100)
                @Range(min = -1e6, max = 1e6)
                @Measure(Quantity.AMOUNT)
                @Label("trueWeights")
                List<Double> weights,
        @Default("4.2") @Range(min = -1e6, max = 1e6) @Measure(Quantity.AMOUNT) @Label("trueBias")
                double bias,
        @Default("1000") @Range(min = 10, max = 50_000) @Measure(Quantity.POINTS) int samples,
        @Default("0.01") @Range(min = 0, max = 100) @Measure(Quantity.NOISE) double noise,
        @Default("0.1") @Range(min = 0, max = 0.5) @Measure(Quantity.SHARE) double outlierShare,
        @Default("20") @Range(min = 0, max = 1e6) @Measure(Quantity.AMOUNT) double outlierSize,
        @Default("7") @Range(min = -Range.EXACT, max = Range.EXACT) @Measure(Quantity.SEED)
                long seed,
        @Default("0.2") @Range(min = 0, max = 0.9) @Measure(Quantity.SHARE) double testFraction)
        implements FormulaDataset {
    public OutlierRegression {
        weights = List.copyOf(weights);
    }

    @Override
    public int width() {
        return weights.size();
    }
}
