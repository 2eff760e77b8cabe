package dev.spirallab.ui.components;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spirallab.dataset.Datasets;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.data.Extent;
import dev.spirallab.spec.data.Feature;
import dev.spirallab.spec.data.Inline;
import dev.spirallab.spec.data.Plane;
import dev.spirallab.spec.data.Spiral;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanePointsTest {
    private static final List<Feature> FEATURES = List.of(Feature.x1, Feature.x2);

    private static PlanePoints points(DatasetSpec spec) {
        return PlanePoints.of(Datasets.create(spec), 100).orElseThrow();
    }

    @Test
    void aDatasetIsThinnedEvenlyInBothParts() {
        var points = points(new Spiral(3, 3000, 0.2, 7, 0.2, FEATURES, false));
        assertThat(points.regression()).isFalse();
        assertThat(points.extent()).isEqualTo(Extent.SQUARE);
        assertThat(points.points()).hasSize(100);
        assertThat(points.points().stream().filter(PlanePoints.Dot::test)).hasSize(20);
        assertThat(points.points()).extracting(PlanePoints.Dot::value).contains(0f, 1f, 2f);
    }

    @Test
    void aRegressionKeepsItsTargets() {
        var points = points(new Plane(50, 0, 7, 0, FEATURES, false));
        assertThat(points.regression()).isTrue();
        assertThat(points.points())
                .allSatisfy(
                        p -> assertThat(p.value()).isEqualTo((p.x() + p.y()) / 2, within(1e-5f)));
    }

    @Test
    void pointsGoToThePageAsPartsOfTheExtentTheTrainingPartFirst() {
        var held = new PlanePoints.Dot(Extent.SQUARE.xMin(), Extent.SQUARE.yMax(), 2, true);
        var learnt = new PlanePoints.Dot(Extent.SQUARE.xMax(), 0, 1, false);

        var packed = PackedPoints.of(new PlanePoints(false, Extent.SQUARE, List.of(held, learnt)));

        assertThat(packed.train()).isEqualTo(1);
        assertThat(packed.numbers()).containsExactly(4096, 2048, 1, 0, 4096, 2);
    }

    @Test
    void targetsGoToThePageAsPartsOfTheirRange() {
        var dots =
                List.of(
                        new PlanePoints.Dot(0, 0, -1, false),
                        new PlanePoints.Dot(0, 0, 3, false),
                        new PlanePoints.Dot(0, 0, 7, false));

        var packed = PackedPoints.of(new PlanePoints(true, Extent.SQUARE, dots));
        var alike = PackedPoints.of(new PlanePoints(true, Extent.SQUARE, dots.subList(1, 2)));

        assertThat(packed.least()).isEqualTo(-1);
        assertThat(packed.greatest()).isEqualTo(7);
        assertThat(packed.numbers())
                .containsExactly(2048, 2048, 0, 2048, 2048, 2048, 2048, 2048, 4096);
        assertThat(alike.numbers()).containsExactly(2048, 2048, 0);
    }

    @Test
    void examplesThatAreNoPointsOfAPlaneGiveNothing() {
        var rows = List.of(List.of(1.0, 2.0, 3.0));
        var spec =
                new Inline(rows, Optional.empty(), Optional.empty(), Optional.of(List.of(0)), 7, 0);
        assertThat(PlanePoints.of(Datasets.create(spec), 100)).isEmpty();
    }
}
