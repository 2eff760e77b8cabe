package dev.spirallab.dataset;

import dev.spirallab.spec.data.Circle;
import dev.spirallab.spec.data.Extent;
import dev.spirallab.spec.data.Gauss;
import dev.spirallab.spec.data.Inline;
import dev.spirallab.spec.data.Moons;
import dev.spirallab.spec.data.MultiGauss;
import dev.spirallab.spec.data.Plane;
import dev.spirallab.spec.data.PlaneDataset;
import dev.spirallab.spec.data.Points;
import dev.spirallab.spec.data.Spiral;
import dev.spirallab.spec.data.Task;
import dev.spirallab.spec.data.Xor;
import java.util.List;

/**
 * All examples as they were drawn, class after class, before split and transform.
 *
 * @param points {@code [N, width]}
 */
record Sample(Matrix points, Targets targets) {
    private static final double HARDLY_ANY = 0.002;
    private static final double MARGIN = 1.02;

    static Sample of(PlaneDataset spec, Noise noise) {
        return switch (spec) {
            case Spiral spiral ->
                    classes(spec, spiral.classes(), Clouds.spiral(spiral.classes(), noise));
            case Circle circle ->
                    classes(spec, circle.classes(), Clouds.circle(circle.classes(), noise));
            case Xor _ -> classes(spec, 2, Clouds.xor(noise));
            case Gauss gauss ->
                    classes(spec, gauss.classes(), Clouds.gauss(gauss.classes(), noise));
            case Moons _ -> classes(spec, 2, Clouds.moons(noise));
            case Plane _ -> values(spec, Surface.PLANE, noise);
            case MultiGauss _ -> values(spec, Surface.BUMPS, noise);
        };
    }

    static Sample of(Points spec) {
        float[] points = new float[2 * spec.size()];
        int[] labels = new int[spec.size()];
        for (int row = 0; row < labels.length; row++) {
            Points.Point point = spec.points().get(row);
            points[2 * row] = (float) point.x1();
            points[2 * row + 1] = (float) point.x2();
            labels[row] = point.label();
        }
        return new Sample(
                new Matrix(labels.length, 2, points), new Targets.Labels(labels, spec.classes()));
    }

    static Sample of(Inline spec) {
        Targets targets =
                switch (spec.task()) {
                    case Task.Classification(int classes) ->
                            new Targets.Labels(
                                    spec.labels().orElseThrow().stream()
                                            .mapToInt(Integer::intValue)
                                            .toArray(),
                                    classes);
                    case Task.Regression(int width) ->
                            new Targets.Values(matrix(spec.targets().orElseThrow(), width));
                };
        return new Sample(matrix(spec.inputs(), spec.inputSize()), targets);
    }

    /**
     * A square about the origin with all points in it: the usual one where hardly any lies beyond
     * it, else one of round size.
     */
    Extent square() {
        float most = 0;
        int beyond = 0;
        for (float coordinate : points.values()) {
            float distance = Math.abs(coordinate);
            most = Math.max(most, distance);
            beyond += distance > Extent.SQUARE.xMax() ? 1 : 0;
        }
        boolean usual = beyond <= HARDLY_ANY * points.rows();
        return usual ? Extent.SQUARE : Extent.square(rounded(MARGIN * most));
    }

    /** Upwards, to tenths up to 1.5 and to halves beyond. */
    private static float rounded(double half) {
        double parts = half <= 1.5 ? 10 : 2;
        return (float) (Math.ceil(half * parts) / parts);
    }

    /** The span of points of the plane, with a margin. */
    Extent extent() {
        Scale x = Scale.ofColumn(points, 0).wider();
        Scale y = Scale.ofColumn(points, 1).wider();
        return new Extent(x.min(), x.max(), y.min(), y.max());
    }

    private static Sample classes(PlaneDataset spec, int classes, Clouds.Cloud cloud) {
        float[] points = new float[2 * spec.samples()];
        int[] labels = new int[spec.samples()];
        for (int label = 0, row = 0; label < classes; label++) {
            int count = spec.samples() / classes + (label < spec.samples() % classes ? 1 : 0);
            for (int i = 0; i < count; i++, row++) {
                double[] point = cloud.point(label, i, count);
                points[2 * row] = (float) point[0];
                points[2 * row + 1] = (float) point[1];
                labels[row] = label;
            }
        }
        return new Sample(
                new Matrix(spec.samples(), 2, points), new Targets.Labels(labels, classes));
    }

    private static Sample values(PlaneDataset spec, Surface surface, Noise noise) {
        float[] points = new float[2 * spec.samples()];
        float[] values = new float[spec.samples()];
        for (int row = 0; row < values.length; row++) {
            points[2 * row] = (float) noise.uniform(-1, 1);
            points[2 * row + 1] = (float) noise.uniform(-1, 1);
            double height = surface.height(points[2 * row], points[2 * row + 1]);
            values[row] = (float) (height + noise.next());
        }
        return new Sample(
                new Matrix(values.length, 2, points),
                new Targets.Values(new Matrix(values.length, 1, values)));
    }

    private static Matrix matrix(List<List<Double>> rows, int width) {
        float[] values = new float[rows.size() * width];
        int at = 0;
        for (List<Double> row : rows) {
            for (double value : row) {
                values[at++] = (float) value;
            }
        }
        return new Matrix(rows.size(), width, values);
    }
}
