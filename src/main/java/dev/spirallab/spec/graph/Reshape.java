package dev.spirallab.spec.graph;

import dev.spirallab.spec.Default;
import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.Range;
import dev.spirallab.spec.Size;
import java.util.List;

/**
 * Lays the numbers of an example out anew, the last dimension running fastest: {@code [N, ...] ->
 * [N, shape...]}. No parameters.
 *
 * @param shape without the batch dimension; one of its numbers may be -1, which is then worked out
 */
@Kind(value = "reshape", group = "shape")
public record Reshape(
        @Default("[-1]")
                @Size(min = 1, max = 3)
                @Range(min = -1, max = 65_536)
                @Measure(Quantity.PIXELS)
                List<Integer> shape)
        implements LayerSpec {
    public Reshape {
        shape = List.copyOf(shape);
    }
}
