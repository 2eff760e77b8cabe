package dev.spirallab.spec.graph;

/** What follows the weights, to which Kaiming's initialisers suit their gain. */
public enum Nonlinearity {
    /** Gain 1. */
    linear,
    /** Gain 1. */
    sigmoid,
    /** Gain 5/3. */
    tanh,
    /** Gain sqrt(2). */
    relu,
    /** Gain sqrt(2 / (1 + a^2)). */
    leakyRelu,
    /** Gain 3/4. */
    selu
}
