package dev.spirallab.spec.data;

import dev.spirallab.spec.Default;
import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.Range;
import dev.spirallab.spec.Size;
import dev.spirallab.spec.Tuple;
import java.util.List;

/**
 * Points of the plane that somebody drew, each with its class; all of them train unless a share is
 * held out.
 *
 * @param points as many classes as the greatest label says, and at least two
 */
@Kind("points")
public record Points(
        @Default("[]") @Size(max = 5000) List<Point> points,
        @Default("[\"x1\", \"x2\"]") @Size(max = 7) List<Feature> features,
        @Default("false") boolean standardize,
        @Default("7") @Range(min = -Range.EXACT, max = Range.EXACT) @Measure(Quantity.SEED)
                long seed,
        @Default("0") @Range(min = 0, max = 0.9) @Measure(Quantity.SHARE) double testFraction)
        implements FeaturedDataset {

    public Points {
        points = List.copyOf(points);
        features = List.copyOf(features);
    }

    /** Written as {@code [x1, x2, label]}. */
    @Tuple
    public record Point(
            @Range(min = -1000, max = 1000) double x1,
            @Range(min = -1000, max = 1000) double x2,
            @Range(min = 0, max = 4) int label) {}

    /** At least two. */
    public int classes() {
        return Math.max(2, 1 + points.stream().mapToInt(Point::label).max().orElse(0));
    }

    @Override
    public Task task() {
        return new Task.Classification(classes());
    }

    @Override
    public int size() {
        return points.size();
    }
}
