package dev.spirallab.ui.components;

import static java.util.Objects.requireNonNull;

import dev.spirallab.dataset.Dataset;
import dev.spirallab.dataset.Matrix;
import dev.spirallab.dataset.Part;
import dev.spirallab.dataset.PlaneView;
import dev.spirallab.dataset.Targets.Labels;
import dev.spirallab.dataset.Targets.Values;
import dev.spirallab.spec.data.Extent;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Examples with two inputs, as they lie on the plane: what the boundary and the thumbnails draw.
 *
 * @param regression whether {@link Dot#value()} is a target rather than a class
 * @param extent the part of the plane that is shown
 * @param points examples of both parts; some hundred suffice, 1500 are plenty
 */
public record PlanePoints(boolean regression, Extent extent, List<Dot> points) {

    public PlanePoints {
        requireNonNull(extent, "extent");
        points = List.copyOf(requireNonNull(points, "points"));
    }

    /**
     * One example.
     *
     * @param x first input
     * @param y second input
     * @param value the class (0, 1, ...) or the target
     * @param test whether it is held out for testing
     */
    public record Dot(float x, float y, float value, boolean test) {}

    /**
     * The examples of a data set, evenly thinned.
     *
     * @param most how many to take at most
     * @return nothing where the examples do not lie on a plane
     */
    public static Optional<PlanePoints> of(Dataset dataset, int most) {
        return dataset.plane().map(plane -> of(dataset, plane, most));
    }

    private static PlanePoints of(Dataset dataset, PlaneView plane, int most) {
        var rows = dataset.train().rows() + dataset.test().rows();
        var stride = Math.max(1, Math.ceilDiv(rows, most));
        var train = points(dataset.train(), plane.trainPoints(), stride, false);
        var test = points(dataset.test(), plane.testPoints(), stride, true);
        return new PlanePoints(
                dataset.train().targets() instanceof Values,
                plane.extent(),
                Stream.concat(train, test).toList());
    }

    private static Stream<Dot> points(Part part, Matrix at, int stride, boolean test) {
        IntFunction<Float> value =
                switch (part.targets()) {
                    case Labels labels -> row -> (float) labels.labels()[row];
                    case Values values -> row -> values.values().at(row, 0);
                };
        return IntStream.iterate(0, row -> row < part.rows(), row -> row + stride)
                .mapToObj(row -> new Dot(at.at(row, 0), at.at(row, 1), value.apply(row), test));
    }
}
