package dev.spirallab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.dataset.Dataset;
import dev.spirallab.dataset.Examples;
import dev.spirallab.dataset.Library;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.data.Feature;
import dev.spirallab.spec.data.Points;
import dev.spirallab.spec.data.Points.Point;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Part;
import dev.spirallab.ui.components.Stroke;
import dev.spirallab.ui.components.Stroke.Place;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class DrawnPointsTest {
    private static final Stroke ONE = new Stroke.Added(List.of(new Place(0.5, -0.25)), 1);

    @Test
    void aStrokeAddsItsPointsBehindThoseThatThereAre() {
        Points before = points(new Point(0, 0, 0));

        assertThat(after(ONE, before).points().points())
                .containsExactly(new Point(0, 0, 0), new Point(0.5, -0.25, 1));
    }

    @Test
    void theEraserTakesWhatItReaches() {
        Points before = points(new Point(0, 0, 0), new Point(0.1, 0, 1), new Point(0.3, 0, 1));
        Stroke rub = new Stroke.Rubbed(List.of(new Place(0, 0.05)), 0.15);

        assertThat(after(rub, before).points().points()).containsExactly(new Point(0.3, 0, 1));
        assertThat(after(new Stroke.Wiped(), before).points().points()).isEmpty();
    }

    @Test
    void madeUpPointsBecomeOnesOwnWithTheFeaturesAndTheSplit() {
        DatasetSpec made =
                dataset("{'kind': 'circle', 'samples': 100, 'features': ['x1', 'x1Squared']}");

        DrawnPoints drawn = after(ONE, made);

        assertThat(drawn.thinned()).isFalse();
        assertThat(drawn.points().points()).hasSize(101).endsWith(new Point(0.5, -0.25, 1));
        assertThat(drawn.points().features()).containsExactly(Feature.x1, Feature.x1Squared);
        assertThat(drawn.points().testFraction()).isEqualTo(0.2);
        assertThat(drawn.points().classes()).isEqualTo(2);
    }

    @Test
    void ofVeryManyPointsSomeAreTakenOverAndThatIsSaid() {
        DrawnPoints drawn = after(ONE, dataset("{'kind': 'spiral', 'samples': 9000}"));

        assertThat(drawn.thinned()).isTrue();
        assertThat(drawn.points().points()).hasSize(DrawnPoints.TAKEN_OVER + 1);
        for (int label = 0; label < 3; label++) {
            int each = label;
            assertThat(drawn.points().points())
                    .filteredOn(point -> point.label() == each)
                    .hasSizeBetween(550, 780);
        }
    }

    @Test
    void valuesAreNoClassesSoOneBeginsWithAnEmptyPlane() {
        assertThat(after(ONE, dataset("{'kind': 'plane'}")).points().points()).hasSize(1);
    }

    @Test
    void thereIsRoomForSoManyAndNoMore() {
        List<Place> many = Collections.nCopies(DrawnPoints.MOST, new Place(0, 0));
        Stroke stroke = new Stroke.Added(many, 0);

        assertThat(DrawnPoints.after(stroke, points(), Optional.empty())).isPresent();
        assertThat(DrawnPoints.after(stroke, points(new Point(0, 0, 0)), Optional.empty()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"add\": [], \"label\": 0}",
                "{\"add\": [[0, 0]]}",
                "{\"add\": [[0, 0]], \"label\": 5}",
                "{\"add\": [[0, \"x\"]], \"label\": 0}",
                "{\"add\": [[1e9, 0]], \"label\": 0}",
                "{\"add\": 7, \"label\": 0}",
                "{\"rub\": [[0, 0]]}",
                "{\"rub\": [[0, 0]], \"radius\": -1}"
            })
    void whatNoPenDrawsIsIgnored(String told) {
        assertThat(Stroke.of(JsonMapper.shared().readTree(told))).isEmpty();
    }

    private static Points points(Point... points) {
        return new Points(List.of(points), List.of(Feature.x1, Feature.x2), false, 7, 0);
    }

    private static DatasetSpec dataset(String json) {
        return ((Part.Read<DatasetSpec>)
                        ExperimentJson.readPart(DatasetSpec.class, json.replace('\'', '"')))
                .value();
    }

    private static DrawnPoints after(Stroke stroke, DatasetSpec present) {
        Optional<Dataset> examples =
                present instanceof Points
                        ? Optional.empty()
                        : Optional.of(Library.withoutFiles().examples(present))
                                .flatMap(Examples::made);
        return DrawnPoints.after(stroke, present, examples).orElseThrow();
    }
}
