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

    /** Some steps earlier in an unchanged division into epochs. */
    Position backAt(long earlier) {
        long inEpochs = (long) epoch * stepsPerEpoch + stepInEpoch - (step - earlier);
        return new Position(
                earlier,
                (int) Math.floorDiv(inEpochs, (long) stepsPerEpoch),
                (int) Math.floorMod(inEpochs, (long) stepsPerEpoch),
                stepsPerEpoch,
                learningRate);
    }

    /** Epochs with their fraction. */
    float epochs() {
        return (float) (epoch + (double) stepInEpoch / stepsPerEpoch);
    }
}
