package dev.spirallab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.engine.Evaluation;
import dev.spirallab.engine.Evaluation.Score;
import dev.spirallab.frame.EndReason;
import dev.spirallab.run.Sweep.Point;
import dev.spirallab.run.Sweep.Variant;
import dev.spirallab.spec.training.Figure;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScoresTest {

    private static Variant variant(double loss, double accuracy, boolean diverged) {
        Score score = new Score(loss, accuracy);
        Point point = new Point(10, 1, new Evaluation(score, score));
        return new Variant(
                List.of(point), Optional.empty(), diverged ? EndReason.DIVERGED : EndReason.NONE);
    }

    private static final List<Variant> VARIANTS =
            List.of(
                    variant(0.3, 0.7, false),
                    variant(0.01, 0.99, true),
                    variant(0.1, 0.6, false),
                    variant(50, 0.9, false),
                    new Variant(List.of(), Optional.empty(), EndReason.NONE));

    @Test
    void theLeastLossIsBestAndTheGreatestAccuracy() {
        assertThat(new Scores(VARIANTS, Figure.testLoss).best()).contains(2);
        assertThat(new Scores(VARIANTS, Figure.testAccuracy).best()).contains(3);
    }

    @Test
    void whatDivergedOrWasNotSeenYetHasNoFigure() {
        Scores scores = new Scores(VARIANTS, Figure.trainLoss);
        assertThat(scores.of(1)).isEmpty();
        assertThat(scores.of(4)).isEmpty();
        assertThat(scores.heat(1)).isZero();
        assertThat(scores.of(0)).hasValue(0.3);
    }

    @Test
    void heatIsByRankSoThatOneBadLossHidesNothing() {
        Scores scores = new Scores(VARIANTS, Figure.testLoss);
        assertThat(List.of(scores.heat(3), scores.heat(0), scores.heat(2)))
                .containsExactly(0.0, 0.5, 1.0);
    }
}
