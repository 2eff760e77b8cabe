package dev.spirallab.program;

/** What a forward pass is for. */
enum Pass {
    /** Training with a generated backward pass: keeps what that needs, may work in place. */
    TRAINING,
    /** Training with gradients from autograd: nothing in place. */
    AUTOGRAD,
    /** Dropout off, running statistics. */
    EVALUATION,
    /** The same, for one example that is followed through the model: nothing in place. */
    WALK;

    /** Whether dropout is off and running statistics stand in for the batch's. */
    boolean evaluates() {
        return this == EVALUATION || this == WALK;
    }

    /** Whether autograd keeps a record of it. */
    boolean recorded() {
        return this == AUTOGRAD || this == WALK;
    }
}
