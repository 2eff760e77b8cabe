package dev.spirallab.ui.components;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Examples with two inputs, as they lie on the plane: what the boundary and the thumbnails draw.
 *
 * @param regression whether {@link Point#value()} is a target rather than a class
 * @param xMin left edge of the picture, in units of the first input
 * @param xMax right edge
 * @param yMin lower edge, in units of the second input
 * @param yMax upper edge
 * @param points examples of both parts; some hundred suffice, 1500 are plenty
 */
public record PlanePoints(
        boolean regression,
        double xMin,
        double xMax,
        double yMin,
        double yMax,
        List<Point> points) {

    public PlanePoints {
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
    public record Point(double x, double y, double value, boolean test) {}
}
