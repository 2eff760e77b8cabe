package dev.spirallab.spec.data;

import dev.spirallab.spec.Default;
import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.Range;
import dev.spirallab.spec.Size;
import java.util.List;

/**
 * {@code y = c0 + c1 x + c2 x^2 + ... + noise N(0, 1)}, x from N(0, 1); the model is shown x, x^2,
 * ...
 *
 * @param coefficients {@code [degree + 1]}, what the model should find: the constant first
 */
@Kind("polynomialRegression")
public record PolynomialRegression(
        @Default("[1, 2, 3, 4]")
                @Size(min = 2, max = 10)
                @Range(min = -1e6, max = 1e6)
                @Measure(Quantity.AMOUNT)
                List<Double> coefficients,
        @Default("1000") @Range(min = 10, max = 50_000) @Measure(Quantity.POINTS) int samples,
        @Default("0.01") @Range(min = 0, max = 100) @Measure(Quantity.NOISE) double noise,
        @Default("7") @Range(min = -Range.EXACT, max = Range.EXACT) @Measure(Quantity.SEED)
                long seed,
        @Default("0.2") @Range(min = 0, max = 0.9) @Measure(Quantity.SHARE) double testFraction)
        implements FormulaDataset {
    public PolynomialRegression {
        coefficients = List.copyOf(coefficients);
    }

    /** The degree of the polynomial. */
    @Override
    public int width() {
        return coefficients.size() - 1;
    }
}
