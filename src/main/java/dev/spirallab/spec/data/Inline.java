package dev.spirallab.spec.data;

import dev.spirallab.spec.Default;
import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.Range;
import dev.spirallab.spec.Size;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Examples written out in the document: {@code targets} for regression or {@code labels} for
 * classification, one of the two. All serve for training unless a fraction is held out.
 *
 * @param inputs {@code [N][inputSize]}
 * @param shape of an example, where its numbers are more than a list of features: {@code [channels,
 *     height, width]} or {@code [length, features]}, the last dimension running fastest
 * @param targets {@code [N][targets]}
 * @param labels {@code [N]}, 0 to classes - 1; there are as many classes as the greatest label
 *     says, and at least two
 */
@Kind("inline")
public record Inline(
        @Size(max = 50_000) List<List<Double>> inputs,
        @Size(min = 1, max = 3) @Range(min = 1, max = 65_536) Optional<List<Integer>> shape,
        @Size(max = 50_000) Optional<List<List<Double>>> targets,
        @Size(max = 50_000) @Range(min = 0, max = 999) Optional<List<Integer>> labels,
        @Default("7") @Range(min = -Range.EXACT, max = Range.EXACT) @Measure(Quantity.SEED)
                long seed,
        @Default("0") @Range(min = 0, max = 0.9) @Measure(Quantity.SHARE) double testFraction)
        implements DatasetSpec {

    @Override
    public List<Integer> inputShape() {
        return shape.orElseGet(() -> width() == 0 ? List.of() : List.of(width()));
    }

    /** How many numbers the first example has. */
    public int width() {
        return inputs.isEmpty() ? 0 : inputs.getFirst().size();
    }

    @Override
    public Task task() {
        return labels.<Task>map(Inline::classification)
                .orElseGet(() -> new Task.Regression(targetWidth()));
    }

    @Override
    public int size() {
        return inputs.size();
    }

    private static Task classification(List<Integer> labels) {
        return new Task.Classification(
                labels.isEmpty() ? 2 : Math.max(2, Collections.max(labels) + 1));
    }

    private int targetWidth() {
        return targets.filter(rows -> !rows.isEmpty())
                .map(rows -> rows.getFirst().size())
                .orElse(0);
    }
}
