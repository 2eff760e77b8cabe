package dev.spirallab.program;

/** How the gradient {@code G} of a batch's loss, and the loss itself, are found. */
interface GradientText {

    /** Lines said once a call: parameters, and places for gradients. */
    void prepare(Code code);

    /** Lines said once a call on {@code targets}. */
    void prepareTargets(Code code);

    /** Lines that leave the gradient in {@code G} and the loss in {@code losses[i]}. */
    void batch(Code code);
}
