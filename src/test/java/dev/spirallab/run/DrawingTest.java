package dev.spirallab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.dataset.Dataset;
import dev.spirallab.dataset.Datasets;
import dev.spirallab.frame.Frame;
import dev.spirallab.frame.Moment;
import dev.spirallab.frame.TaskKind;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.data.Feature;
import dev.spirallab.spec.data.Plane;
import dev.spirallab.spec.data.Spiral;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrawingTest {
    private static final Moment NOW = new Moment(0, 1, 8);
    private static final List<Feature> XY = List.of(Feature.x1, Feature.x2);

    @Test
    void probabilitiesBecomeBytesClassAfterClass() {
        Drawing drawing = drawing(new Spiral(2, 100, 0, 7, 0.2, XY, false));
        Frame.Boundary boundary =
                drawing.boundary(
                        2, NOW, inputs -> new float[] {0, 1, 0.25f, 0.75f, 1, 0, Float.NaN, 2});
        assertThat(boundary.task()).isEqualTo(TaskKind.CLASSES);
        assertThat(boundary.channels()).isEqualTo(2);
        assertThat(boundary.values())
                .containsExactly(0, 64, (byte) 255, 0, (byte) 255, (byte) 191, 0, (byte) 255);
    }

    @Test
    void valuesAreShownOnTheScaleOfTheTargets() {
        Drawing drawing = drawing(new Plane(100, 0, 7, 0.2, XY, false));
        Frame.Boundary boundary = drawing.boundary(2, NOW, inputs -> new float[] {-9, 9, 0, 0.5f});
        assertThat(boundary.task()).isEqualTo(TaskKind.REGRESSION);
        assertThat(boundary.channels()).isEqualTo(1);
        assertThat(boundary.valueMin()).isBetween(-1f, -0.5f);
        assertThat(boundary.valueMax()).isBetween(0.5f, 1f);
        assertThat(boundary.values()[0]).isZero();
        assertThat(boundary.values()[1]).isEqualTo((byte) 255);
    }

    @Test
    void theModelIsAskedAboutTheWholeGrid() {
        Drawing drawing = drawing(new Spiral(2, 100, 0, 7, 0.2, XY, true));
        drawing.boundary(
                30,
                NOW,
                inputs -> {
                    assertThat(inputs.rows()).isEqualTo(900);
                    assertThat(inputs.columns()).isEqualTo(2);
                    return new float[1800];
                });
    }

    @Test
    void manyPointsAreThinnedEvenly() {
        Frame.Points points = drawing(new Spiral(3, 30_000, 0, 7, 0.2, XY, false)).points(NOW);
        assertThat(points.train()).isEqualTo(1200);
        assertThat(points.test()).isEqualTo(300);
    }

    @Test
    void fewPointsAreAllShown() {
        Frame.Points points = drawing(new Spiral(3, 100, 0, 7, 0.2, XY, false)).points(NOW);
        assertThat(points.train()).isEqualTo(80);
        assertThat(points.test()).isEqualTo(20);
        assertThat(points.points()[2]).isIn(0f, 1f, 2f);
    }

    private static Drawing drawing(DatasetSpec spec) {
        Dataset dataset = Datasets.create(spec);
        return new Drawing(dataset, dataset.plane().orElseThrow());
    }
}
