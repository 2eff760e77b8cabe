package dev.spirallab.run;

import dev.spirallab.dataset.Dataset;
import dev.spirallab.dataset.Matrix;
import dev.spirallab.dataset.Part;
import dev.spirallab.dataset.PlaneView;
import dev.spirallab.dataset.Targets;
import dev.spirallab.frame.Frame;
import dev.spirallab.frame.Moment;
import dev.spirallab.frame.TaskKind;
import dev.spirallab.spec.data.Task;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Draws a plane data set: its points once, the model's answers all over it again and again. */
public final class Drawing {
    private static final int POINTS = 1500;
    private final Dataset dataset;
    private final PlaneView plane;
    private final Map<Integer, Matrix> grids = new HashMap<>();

    public Drawing(Dataset dataset, PlaneView plane) {
        this.dataset = dataset;
        this.plane = plane;
    }

    /**
     * @param scores the model: {@code [N, inputSize] -> [N, outputs]}
     */
    public Frame.Boundary boundary(int resolution, Moment at, Function<Matrix, float[]> scores) {
        return boundary(resolution, at, scores.apply(grid(resolution)));
    }

    /**
     * @param answers of the model, to all of the {@link #grid}
     */
    Frame.Boundary boundary(int resolution, Moment at, float... answers) {
        int cells = resolution * resolution;
        int columns = answers.length / cells;
        int channels = kind() == TaskKind.CLASSES ? columns : 1;
        byte[] values = new byte[channels * cells];
        float factor = 255 / (plane.valueMax() - plane.valueMin());
        for (int channel = 0; channel < channels; channel++) {
            for (int cell = 0; cell < cells; cell++) {
                float value = answers[cell * columns + channel];
                values[channel * cells + cell] = toByte((value - plane.valueMin()) * factor);
            }
        }
        return new Frame.Boundary(
                at,
                kind(),
                channels,
                resolution,
                resolution,
                plane.extent(),
                plane.valueMin(),
                plane.valueMax(),
                values);
    }

    Frame.Points points(Moment at) {
        int all = dataset.train().rows() + dataset.test().rows();
        int shown = Math.min(POINTS, all);
        int test = (int) Math.round((double) shown * dataset.test().rows() / all);
        int train = shown - test;
        float[] points = new float[3 * shown];
        fill(points, 0, train, plane.trainPoints(), dataset.train());
        fill(points, train, test, plane.testPoints(), dataset.test());
        return new Frame.Points(at, kind(), train, test, plane.extent(), points);
    }

    /** What the model is asked to draw a boundary: a row a cell. */
    Matrix grid(int resolution) {
        return grids.computeIfAbsent(resolution, plane::grid);
    }

    private TaskKind kind() {
        return switch (dataset.task()) {
            case Task.Classification _ -> TaskKind.CLASSES;
            case Task.Regression _ -> TaskKind.REGRESSION;
        };
    }

    private static void fill(float[] points, int from, int count, Matrix places, Part part) {
        for (int i = 0; i < count; i++) {
            int row = (int) ((long) i * part.rows() / count);
            int at = 3 * (from + i);
            points[at] = places.at(row, 0);
            points[at + 1] = places.at(row, 1);
            points[at + 2] = value(part.targets(), row);
        }
    }

    private static float value(Targets targets, int row) {
        return switch (targets) {
            case Targets.Labels(int[] labels, int _) -> labels[row];
            case Targets.Values(Matrix values) -> values.at(row, 0);
        };
    }

    /** Not a number becomes 0. */
    private static byte toByte(float value) {
        return (byte) Math.round(Math.clamp(Float.isNaN(value) ? 0 : value, 0f, 255f));
    }
}
