package dev.spirallab.engine;

/**
 * One number of a parameter, set by hand.
 *
 * @param node id of the layer it belongs to
 * @param name of the parameter, such as {@code weight} or {@code bias}
 * @param index its place in the parameter, row-major
 * @param value from -{@link #MOST} to {@link #MOST}
 */
public record Edit(String node, String name, int index, float value) {
    public static final float MOST = 1e6f;

    /**
     * @throws IllegalArgumentException if the value is not a number or out of bounds
     */
    public Edit {
        if (!(Math.abs(value) <= MOST)) {
            throw new IllegalArgumentException("a weight of " + value);
        }
    }
}
