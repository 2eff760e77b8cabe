package dev.spirallab.program;

/** The values with which a vector of parameters or running statistics begins. */
public sealed interface Start {

    /** Drawn evenly from [-bound, bound]. */
    record Uniform(double bound) implements Start {}

    record Constant(double value) implements Start {}

    /** Row-major. */
    @SuppressWarnings("ArrayRecordComponent") // copied into the parameter vector once
    record Given(float[] values) implements Start {}
}
