package dev.spirallab.run;

import dev.spirallab.engine.Training;

/**
 * How far training has come.
 *
 * @param epoch whole epochs done
 * @param stepInEpoch steps done of the present epoch
 * @param learningRate of the next step
 */
public record Position(
        long step, int epoch, int stepInEpoch, int stepsPerEpoch, double learningRate) {

    static Position of(Training training) {
        return new Position(
                training.step(),
                training.epoch(),
                training.stepInEpoch(),
                training.stepsPerEpoch(),
                training.learningRate());
    }

    boolean atEpochEnd() {
        return stepInEpoch == 0;
    }

    long stepsLeftInEpoch() {
        return (long) stepsPerEpoch - stepInEpoch;
    }

    /** Epochs with their fraction. */
    float epochs() {
        return (float) (epoch + (double) stepInEpoch / stepsPerEpoch);
    }
}
