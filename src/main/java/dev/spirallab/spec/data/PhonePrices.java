package dev.spirallab.spec.data;

import dev.spirallab.spec.Default;
import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.Range;
import java.util.List;

/**
 * A made-up table of mobile phones in four price ranges, equally frequent: the columns of a
 * well-known table of real ones, but every number is drawn from the seed.
 */
@Kind("phonePrices")
public record PhonePrices(
        @Default("2000") @Range(min = 40, max = 50_000) @Measure(Quantity.POINTS) int samples,
        @Default("0.05") @Range(min = 0, max = 2) @Measure(Quantity.NOISE) double noise,
        @Default("\"standardize\"") Scaling scaling,
        @Default("7") @Range(min = -Range.EXACT, max = Range.EXACT) @Measure(Quantity.SEED)
                long seed,
        @Default("0.2") @Range(min = 0, max = 0.9) @Measure(Quantity.SHARE) double testFraction)
        implements DatasetSpec {

    /** The inputs, in order; the price range is the answer. */
    public static final List<String> COLUMNS =
            List.of(
                    "battery_power",
                    "blue",
                    "clock_speed",
                    "dual_sim",
                    "fc",
                    "four_g",
                    "int_memory",
                    "m_dep",
                    "mobile_wt",
                    "n_cores",
                    "pc",
                    "px_height",
                    "px_width",
                    "ram",
                    "sc_h",
                    "sc_w",
                    "talk_time",
                    "three_g",
                    "touch_screen",
                    "wifi");

    /** How many price ranges there are, 0 the cheapest. */
    public static final int RANGES = 4;

    @Override
    public List<Integer> inputShape() {
        return List.of(COLUMNS.size());
    }

    @Override
    public Task task() {
        return new Task.Classification(RANGES);
    }

    @Override
    public int size() {
        return samples;
    }
}
