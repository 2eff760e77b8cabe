package dev.spirallab.program;

/** What a forward pass is for. */
enum Pass {
    /** Training with a generated backward pass: keeps what that needs, may work in place. */
    TRAINING,
    /** Training with gradients from autograd: nothing in place. */
    AUTOGRAD,
    /** Dropout off, running statistics. */
    EVALUATION
}
