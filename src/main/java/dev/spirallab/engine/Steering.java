package dev.spirallab.engine;

import dev.spirallab.spec.training.Regularization;
import dev.spirallab.spec.training.ScheduleSpec;
import dev.spirallab.spec.training.TrainingSpec;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** The settings in force, which may change between two steps, and the rate that they make. */
final class Steering {
    private final Rates rates;
    private final Batches batches;
    private double learningRate;
    private Regularization regularization;
    private double weightDecay;
    private Plateau plateau = Plateau.BEGINNING;

    Steering(TrainingSpec spec, Batches batches) {
        this.rates = Rates.of(spec, batches.rows());
        this.batches = batches;
        this.learningRate = spec.optimizer().learningRate();
        this.regularization = spec.regularization();
        this.weightDecay = spec.optimizer().weightDecay();
    }

    Terms terms() {
        return new Terms(this::rate, regularization, weightDecay);
    }

    /** Of the next step. */
    double rate() {
        return rate(batches.epoch(), batches.step());
    }

    private double rate(long epoch, long step) {
        return rates.at(learningRate, epoch, step, plateau.reductions());
    }

    /** See {@link Training#judged}. */
    void judged(Evaluation evaluation) {
        if (rates.schedule() instanceof ScheduleSpec.ReduceOnPlateau rule) {
            plateau = plateau.after(evaluation, rule, learningRate);
        }
    }

    Tuning tuning() {
        return new Tuning(
                OptionalDouble.of(learningRate),
                OptionalInt.of(batches.nextBatch()),
                Optional.of(regularization),
                OptionalDouble.of(weightDecay));
    }

    /** All but the batch size. */
    void tune(Tuning tuning) {
        learningRate = tuning.learningRate().orElse(learningRate);
        regularization = tuning.regularization().orElse(regularization);
        weightDecay = tuning.weightDecay().orElse(weightDecay);
    }

    Snapshot.Settings settings() {
        return new Snapshot.Settings(
                learningRate, regularization.l1(), regularization.l2(), weightDecay);
    }

    Plateau plateau() {
        return plateau;
    }

    /** As they were then. */
    void take(Snapshot snapshot) {
        Snapshot.Settings settings = snapshot.settings();
        plateau = snapshot.plateau();
        learningRate = settings.learningRate();
        regularization = new Regularization(settings.l1(), settings.l2());
        weightDecay = settings.weightDecay();
    }
}
