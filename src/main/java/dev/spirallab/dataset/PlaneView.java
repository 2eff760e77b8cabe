package dev.spirallab.dataset;

import dev.spirallab.spec.data.Extent;

/**
 * A data set of points of the plane, as it is drawn.
 *
 * @param trainPoints {@code [N, 2]}: x1, x2 before features and scaling, rows as in {@link
 *     Dataset#train()}
 * @param testPoints likewise for {@link Dataset#test()}
 * @param valueMin least target of a regression, the lower end of its colour scale; 0 for classes
 * @param valueMax greatest target of a regression; 1 for classes
 * @param transform what turns a point into the model's input
 */
public record PlaneView(
        Extent extent,
        Matrix trainPoints,
        Matrix testPoints,
        float valueMin,
        float valueMax,
        Transform transform) {

    /**
     * The model's inputs at the middles of {@code resolution * resolution} equal cells of the
     * extent: {@code [resolution^2, inputSize]}, from left to right, the top row (greatest x2)
     * first.
     */
    public Matrix grid(int resolution) {
        return transform.apply(cells(resolution));
    }

    long numbers() {
        return (long) trainPoints.values().length + testPoints.values().length;
    }

    private Matrix cells(int resolution) {
        float[] points = new float[2 * resolution * resolution];
        double dx = ((double) extent.xMax() - extent.xMin()) / resolution;
        double dy = ((double) extent.yMax() - extent.yMin()) / resolution;
        for (int row = 0, at = 0; row < resolution; row++) {
            for (int column = 0; column < resolution; column++) {
                points[at++] = (float) (extent.xMin() + (column + 0.5) * dx);
                points[at++] = (float) (extent.yMax() - (row + 0.5) * dy);
            }
        }
        return new Matrix(resolution * resolution, 2, points);
    }
}
