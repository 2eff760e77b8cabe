package dev.spirallab.program;

/**
 * Something that a {@link Walkway} tells of a node.
 *
 * @param node its id
 * @param name {@link #OUTPUT}; {@link #SUM} for what its activation function is taken of; {@code
 *     input0} and so on for what it takes from the nodes before it, of which only the gradient is
 *     told
 */
public record Tap(String node, String name) {
    public static final String OUTPUT = "output";
    public static final String SUM = "sum";
    private static final String INPUT = "input";

    public static Tap input(String node, int index) {
        return new Tap(node, INPUT + index);
    }

    /** Whether its value is told, and not its gradient alone. */
    public boolean hasValue() {
        return !name.startsWith(INPUT);
    }
}
