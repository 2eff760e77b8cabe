package dev.spirallab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.dataset.Matrix;
import dev.spirallab.engine.Evaluation.Score;
import dev.spirallab.spec.training.Figure;
import dev.spirallab.spec.training.ScheduleSpec.ReduceOnPlateau;
import dev.spirallab.spec.training.ThresholdMode;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reduction on a plateau, against PyTorch's ReduceLROnPlateau written out anew. */
class PlateauTest {
    private static final double BASE = 0.5;

    /** ReduceLROnPlateau.step, with its own rate. */
    private static final class Reference {
        private final ReduceOnPlateau rule;
        private double rate = BASE;
        private double best;
        private int bad;
        private int cooldown;

        Reference(ReduceOnPlateau rule) {
            this.rule = rule;
            best = rule.figure().isLoss() ? Double.MAX_VALUE : -Double.MAX_VALUE;
        }

        double step(double value) {
            if (better(value)) {
                best = value;
                bad = 0;
            } else {
                bad++;
            }
            if (cooldown > 0) {
                cooldown--;
                bad = 0;
            }
            if (bad > rule.patience()) {
                double lower = Math.max(rate * rule.factor(), rule.minLearningRate());
                rate = rate - lower > rule.eps() ? lower : rate;
                cooldown = rule.cooldown();
                bad = 0;
            }
            return rate;
        }

        private boolean better(double value) {
            boolean rel = rule.thresholdMode() == ThresholdMode.rel;
            if (rule.figure().isLoss()) {
                return value < (rel ? best * (1 - rule.threshold()) : best - rule.threshold());
            }
            return value > (rel ? best * (1 + rule.threshold()) : best + rule.threshold());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "testLoss, 0.1, 2, 1e-4, rel, 0, 0, 1e-8",
        "testLoss, 0.5, 0, 0.05, rel, 3, 0.01, 1e-8",
        "trainLoss, 0.5, 1, 0.05, abs, 0, 0.2, 1e-8",
        "testAccuracy, 0.3, 1, 0.02, rel, 2, 0, 0.01",
        "trainAccuracy, 0.9, 0, 0.01, abs, 1, 0, 1e-8"
    })
    void lowersTheRateWhenPyTorchDoes(
            Figure figure,
            double factor,
            int patience,
            double threshold,
            ThresholdMode mode,
            int cooldown,
            double least,
            double eps) {
        ReduceOnPlateau rule =
                new ReduceOnPlateau(
                        figure, factor, patience, threshold, mode, cooldown, least, eps);
        Rates rates = new Rates(rule, Optional.empty(), 10, 10);
        Reference reference = new Reference(rule);
        Plateau plateau = Plateau.BEGINNING;
        Random random = new Random(3);
        for (int epoch = 0; epoch < 80; epoch++) {
            double value = 0.3 + 0.5 * random.nextDouble() * Math.exp(-epoch / 10.0);
            plateau = plateau.after(evaluation(figure, value), rule, BASE);
            assertThat(rates.at(BASE, epoch, epoch, plateau.reductions()))
                    .as("epoch %d", epoch)
                    .isCloseTo(reference.step(value), Offset.offset(1e-12));
        }
        assertThat(plateau.reductions()).isGreaterThan(1);
    }

    private static Evaluation evaluation(Figure figure, double value) {
        Score score = figure.isLoss() ? new Score(value, Double.NaN) : new Score(Double.NaN, value);
        return figure.isTest()
                ? new Evaluation(Score.NONE, score)
                : new Evaluation(score, Score.NONE);
    }

    @Test
    void aFigureThatIsNoNumberIsNoImprovement() {
        ReduceOnPlateau rule =
                new ReduceOnPlateau(Figure.trainLoss, 0.1, 0, 1e-4, ThresholdMode.rel, 0, 0, 0);
        Plateau plateau =
                Plateau.BEGINNING.after(evaluation(Figure.trainLoss, Double.NaN), rule, BASE);
        assertThat(plateau.reductions()).isEqualTo(1);
    }

    private static final Valid EXPERIMENT =
            Lab.valid(
                    Lab.THREE,
                    Lab.chain(Lab.linear(3)),
                    Lab.CROSS_ENTROPY,
                    "'optimizer': {'kind': 'sgd', 'learningRate': 0.5}",
                    "'batchSize': 10, 'schedule': {'kind': 'reduceOnPlateau', 'figure':"
                            + " 'trainLoss', 'factor': 0.5, 'patience': 1, 'threshold': 0.2}");

    /** Rates after so many epochs, each judged; from a checkpoint on in another training. */
    private static List<Double> rates(int epochs, int movingAt) {
        List<Double> rates = new ArrayList<>();
        TorchTraining training = Lab.open(EXPERIMENT);
        for (int epoch = 0; epoch < epochs; epoch++) {
            Lab.train(training, training.stepsPerEpoch());
            training.judged(training.evaluate());
            rates.add(training.learningRate());
            if (epoch == movingAt) {
                Checkpoint checkpoint = training.checkpoint();
                training.close();
                training = Lab.open(EXPERIMENT);
                training.restore(checkpoint);
            }
        }
        rates.add((double) training.scores(new Matrix(1, 2, new float[] {1, 2}))[0]);
        training.close();
        return rates;
    }

    @Test
    void aTrainingGoesOnFromACheckpointWithTheRateItHadReached() {
        List<Double> straight = rates(12, -1);
        assertThat(straight.get(11)).isLessThan(0.5);
        assertThat(rates(12, 5)).isEqualTo(straight);
        assertThat(rates(12, 6)).isEqualTo(straight);
    }
}
