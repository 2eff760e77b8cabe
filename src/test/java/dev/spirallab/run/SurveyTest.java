package dev.spirallab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.spirallab.dataset.Dataset;
import dev.spirallab.dataset.Datasets;
import dev.spirallab.engine.Engines;
import dev.spirallab.engine.Learnt;
import dev.spirallab.engine.NodeTensor;
import dev.spirallab.engine.Training;
import dev.spirallab.frame.Landscape;
import dev.spirallab.frame.Landscape.Spot;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.json.Records;
import dev.spirallab.spec.training.TrainingSpec;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Loss surfaces of a small real model. */
class SurveyTest {
    private static final Valid VALID = Experiments.epochs(40);
    private static final DatasetSpec SPEC = VALID.experiment().dataset();
    private static final Dataset DATA = Datasets.create(SPEC);
    private static final int ROWS = DATA.train().rows();

    private final Trail trail = new Trail(new Attic(1 << 24), Trail.BYTES);

    @Test
    void everyPlaceHasTheLossOfTheModelThatStandsThere() {
        try (RunLoop loop = trained();
                Training other = Engines.on("cpu").open(VALID, DATA)) {
            Landscape surface = survey(loop, new Survey.Wish(false, 5, 3));
            assertThat(surface.here()).isEqualTo(loop.evaluation().train().loss());
            assertThat(surface.losses().get(12)).contains(surface.here());
            assertThat(surface.x()).containsExactly(-1.0, -0.5, 0.0, 0.5, 1.0);
            assertThat(List.of(surface.rows(), surface.of())).containsOnly(ROWS);
            Learnt centre = loop.learnt();
            Directions directions = Directions.random(loop.tensors(centre), 3);
            for (int cell : new int[] {0, 4, 7, 24}) {
                float[] place =
                        directions.from(
                                centre.parameters(),
                                surface.x().get(cell % 5),
                                surface.y().get(cell / 5));
                other.begin(other.tensors(new Learnt(place, centre.statistics())));
                assertThat(surface.losses().get(cell)).contains(other.evaluate().train().loss());
            }
        }
    }

    @Test
    void trainingKnowsNothingOfIt() {
        try (RunLoop alone = trained();
                RunLoop surveyed = begun()) {
            survey(surveyed, new Survey.Wish(false, 7, 1));
            while (!surveyed.ended()) {
                surveyed.advance(13);
                if (surveyed.position().step() % 5 == 0 && !surveyed.examining()) {
                    surveyed.loss(surveyed.learnt(), ROWS);
                }
            }
            assertThat(surveyed.points()).isEqualTo(alone.points());
        }
    }

    @Test
    void randomDirectionsAreAsLongAsTheFiltersAndLeaveBiasesAlone() {
        try (RunLoop loop = trained()) {
            List<NodeTensor> tensors = loop.tensors(loop.learnt());
            Directions directions = Directions.random(tensors, 9);
            assertThat(directions.first()).isEqualTo(Directions.random(tensors, 9).first());
            assertThat(directions.first()).isNotEqualTo(directions.second());
            assertThat(directions.first()).isNotEqualTo(Directions.random(tensors, 10).first());
            int at = 0;
            for (NodeTensor tensor : tensors) {
                int filters = tensor.shape().getFirst();
                int width = tensor.values().length / filters;
                for (int filter = 0; filter < filters; filter++) {
                    double own = length(tensor.values(), filter * width, width);
                    double drawn = length(directions.first(), at + filter * width, width);
                    assertThat(drawn).isCloseTo(tensor.shape().size() > 1 ? own : 0, within(1e-5));
                }
                at += tensor.values().length;
            }
            assertThat(at).isEqualTo(directions.first().length);
        }
    }

    @Test
    void thePathLiesWhereTheRunWas() {
        try (RunLoop loop = trained()) {
            Landscape surface = survey(loop, new Survey.Wish(true, 11, 0));
            assertThat(surface.ofPath()).isTrue();
            assertThat(surface.explained().orElseThrow()).isBetween(0.8, 1.0);
            assertThat(surface.path()).hasSize(trail.milestones().size());
            Spot last = surface.path().getLast();
            assertThat(last.x()).isCloseTo(0, within(1e-6));
            assertThat(last.y()).isCloseTo(0, within(1e-6));
            assertThat((float) last.loss()).isEqualTo(loop.points().getLast().trainLoss());
            Spot first = surface.path().getFirst();
            assertThat(first.x()).isBetween(surface.x().getFirst(), surface.x().getLast());
            assertThat(first.y()).isBetween(surface.y().getFirst(), surface.y().getLast());
            assertThat(Math.hypot(first.x(), first.y())).isGreaterThan(0.5);
        }
    }

    /** Places on a plane in ten dimensions are found again, whatever lies across it. */
    @Test
    void thePrincipalDirectionsAreThoseOfTheGreatestMovement() {
        List<float[]> path = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            float[] place = new float[10];
            place[3] = 5 * (float) Math.cos(i);
            place[7] = 2 * (float) Math.sin(i);
            place[1] = 0.01f * (i % 2);
            path.add(place);
        }
        Directions found = Directions.ofPath(path).orElseThrow();
        assertThat(Math.abs(found.first()[3])).isCloseTo(1, within(1e-2f));
        assertThat(Math.abs(found.second()[7])).isCloseTo(1, within(1e-2f));
        assertThat(length(found.first(), 0, 10)).isCloseTo(1, within(1e-6));
        double[] near = found.nearest(new float[10], found.from(new float[10], 1.5, -0.25));
        assertThat(near[0]).isCloseTo(1.5, within(1e-5));
        assertThat(near[1]).isCloseTo(-0.25, within(1e-5));
        assertThat(Directions.ofPath(path.subList(0, 2))).isEmpty();
        assertThat(Directions.ofPath(List.of(path.get(0), path.get(0), path.get(0)))).isEmpty();
    }

    @Test
    void aRunThatHasNotMovedIsLookedAtInRandomDirections() {
        try (RunLoop loop = begun()) {
            Landscape surface = survey(loop, new Survey.Wish(true, 5, 1));
            assertThat(surface.ofPath()).isFalse();
            assertThat(surface.explained()).isEmpty();
            assertThat(surface.losses()).hasSize(25);
        }
    }

    @Test
    void ofALargePartSomeRowsAreAsked() {
        try (Training training = Engines.on("cpu").open(VALID, DATA)) {
            Learnt centre = training.learnt();
            double whole = training.evaluate().train().loss();
            assertThat(training.loss(centre, ROWS)).isEqualTo(whole);
            assertThat(training.loss(centre, ROWS + 1)).isEqualTo(whole);
            assertThat(training.loss(centre, 40)).isCloseTo(whole, within(0.3)).isNotEqualTo(whole);
            assertThat(training.loss(centre, 1)).isFinite();
        }
    }

    @Test
    void aRunWorksItOutWhileItTrainsAndTheNextTakesItsPlace() throws Exception {
        try (RunRegistry runs = new RunRegistry(Engines.on("cpu"), RunSettings.standard())) {
            Run run = start(runs);
            run.command(new Command.Play());
            Survey given = run.survey(new Survey.Wish(false, 41, 1));
            Survey taken = run.survey(new Survey.Wish(true, 21, 1));
            Landscape surface = taken.result().get();
            assertThat(given.result()).isCancelled();
            assertThat(surface.losses()).hasSize(21 * 21);
            assertThat(taken.done()).isEqualTo(1);
            run.close();
            assertThat(run.survey(new Survey.Wish(false, 21, 1)).result()).isCancelled();
        }
    }

    @Test
    void aSurfaceIsNotOfTwoSetsOfData() {
        try (RunLoop loop = begun()) {
            LiveSurvey survey = new LiveSurvey(new Survey.Wish(false, 5, 1));
            survey.advance(loop, trail, SPEC);
            assertThat(survey.done()).isPositive();
            survey.advance(loop, trail, Records.with(SPEC, "seed", 8L));
            assertThat(survey.result()).isCancelled();
        }
    }

    @Test
    void noSurfaceIsTooFine() {
        assertThatThrownBy(() -> new Survey.Wish(false, 42, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Run start(RunRegistry runs) {
        return switch (runs.start(Experiments.epochs(100_000), RunOptions.AT_FULL_SPEED)) {
            case Admission.Admitted(Run admitted) -> admitted;
            case Admission.Refused(var problem) -> throw new AssertionError(problem);
        };
    }

    private static double length(float[] values, int from, int count) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += (double) values[i] * values[i];
        }
        return Math.sqrt(sum);
    }

    private Landscape survey(RunLoop loop, Survey.Wish wish) {
        LiveSurvey survey = new LiveSurvey(wish);
        while (!survey.isOver()) {
            survey.advance(loop, trail, SPEC);
        }
        return Optional.of(survey.result()).map(each -> each.join()).orElseThrow();
    }

    private RunLoop trained() {
        RunLoop loop = begun();
        while (!loop.ended()) {
            loop.advance(1000);
            trail.look(loop, 0);
        }
        return loop;
    }

    private RunLoop begun() {
        TrainingSpec spec = VALID.experiment().training();
        RunLoop loop =
                new RunLoop(() -> Engines.on("cpu").open(VALID, DATA), spec, PointPlan.EVERY_EPOCH);
        trail.look(loop, 0);
        return loop;
    }
}
