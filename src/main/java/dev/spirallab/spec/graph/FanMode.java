package dev.spirallab.spec.graph;

/** Whose variance Kaiming's initialisers keep. */
public enum FanMode {
    /** That of the signal on its way forward: the number of inputs counts. */
    fanIn,
    /** That of the gradient on its way back: the number of outputs counts. */
    fanOut
}
