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
 * {@code y = x w + b + noise N(0, 1)}, each of the inputs from N(0, 1).
 *
 * @param weights {@code [inputs]}, what the model should find
 * @param bias likewise
 */
@Kind("linearRegression")
public record LinearRegression(
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
        @Default("7") @Range(min = -Range.EXACT, max = Range.EXACT) @Measure(Quantity.SEED)
                long seed,
        @Default("0.2") @Range(min = 0, max = 0.9) @Measure(Quantity.SHARE) double testFraction)
        implements FormulaDataset {
    public LinearRegression {
        weights = List.copyOf(weights);
    }

    @Override
    public int width() {
        return weights.size();
    }
}
