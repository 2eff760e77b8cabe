package dev.spirallab.ui.components;

import dev.spirallab.spec.data.Extent;
import dev.spirallab.ui.components.PlanePoints.Dot;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Points of a plane as they go to the page: in few letters, as finely as can be seen.
 *
 * @param least value that 0 stands for
 * @param greatest value that {@link #FINE} stands for
 * @param train how many are of the training part; the rest is held out
 * @param numbers of each point x, y and value one after another, in parts of the extent's sides and
 *     of the values' range
 */
public record PackedPoints(
        boolean regression,
        Extent extent,
        double least,
        double greatest,
        int train,
        List<Integer> numbers) {
    /** How many parts a side has; a class is as many of them as its number. */
    private static final int FINE = 4096;

    static PackedPoints of(PlanePoints points) {
        List<Dot> dots =
                Stream.concat(
                                points.points().stream().filter(dot -> !dot.test()),
                                points.points().stream().filter(Dot::test))
                        .toList();
        Range x = new Range(Dot::x, points.extent().xMin(), points.extent().xMax());
        Range y = new Range(Dot::y, points.extent().yMin(), points.extent().yMax());
        Range value = points.regression() ? Range.ofValues(dots) : new Range(Dot::value, 0, FINE);
        return new PackedPoints(
                points.regression(),
                points.extent(),
                value.from(),
                value.to(),
                (int) dots.stream().filter(dot -> !dot.test()).count(),
                dots.stream()
                        .flatMapToInt(
                                dot -> IntStream.of(x.part(dot), y.part(dot), value.part(dot)))
                        .boxed()
                        .toList());
    }

    private record Range(ToDoubleFunction<Dot> number, double from, double to) {
        static Range ofValues(List<Dot> dots) {
            return new Range(
                    Dot::value,
                    dots.stream().mapToDouble(Dot::value).min().orElse(0),
                    dots.stream().mapToDouble(Dot::value).max().orElse(0));
        }

        int part(Dot dot) {
            return (int) Math.rint((number.applyAsDouble(dot) - from) / (to - from) * FINE);
        }
    }
}
