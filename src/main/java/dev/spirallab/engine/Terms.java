package dev.spirallab.engine;

import dev.spirallab.spec.training.Regularization;

/** The settings by which steps are done. */
record Terms(Rate rate, Regularization regularization, double weightDecay) {

    /** The learning rate of each step. */
    interface Rate {
        double at(long epoch, long step);
    }
}
