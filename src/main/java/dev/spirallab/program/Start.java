package dev.spirallab.program;

import java.util.List;

/** The values with which a vector of parameters or running statistics begins. */
public sealed interface Start {

    record Constant(double value) implements Start {}

    /** Drawn evenly from [low, high). */
    record Uniform(double low, double high) implements Start {
        static Uniform within(double bound) {
            return new Uniform(-bound, bound);
        }
    }

    record Normal(double mean, double std) implements Start {}

    /** Normal numbers within [low, high], which holds the mean. */
    record TruncatedNormal(double mean, double std, double low, double high) implements Start {}

    /**
     * A matrix whose rows, or columns where those are fewer, are at right angles and of length
     * {@code gain}.
     */
    record Orthogonal(int rows, int columns, double gain) implements Start {}

    /** Row-major. */
    @SuppressWarnings("ArrayRecordComponent") // copied into the parameter vector once
    record Given(float[] values) implements Start {
        static Given of(List<Double> values) {
            float[] floats = new float[values.size()];
            for (int i = 0; i < floats.length; i++) {
                floats[i] = values.get(i).floatValue();
            }
            return new Given(floats);
        }
    }
}
