package dev.spirallab.spec.graph;

/** What bends the state of a plain recurrent layer. */
public enum RnnNonlinearity {
    tanh,
    relu
}
