package dev.spirallab.program;

import java.util.List;

/** What a layer says in the program. One small class a layer, chosen in {@link LayerRules}. */
interface LayerRule {

    /** Parameters, in the order in which they lie in the parameter vector. */
    default List<Slot> parameters() {
        return List.of();
    }

    /** Running statistics. */
    default List<Slot> buffers() {
        return List.of();
    }

    /** Whether each step needs the generator of random numbers. */
    default boolean random() {
        return false;
    }

    /**
     * Whether, in training, what it does to one example depends on the others in the batch, so that
     * a batch is more than its examples one by one.
     */
    default boolean mixesExamples() {
        return false;
    }

    /** Whether {@link #backward} can be written; if one layer cannot, autograd serves the graph. */
    default boolean hasBackward() {
        return true;
    }

    /**
     * Whether {@link #forward} in training and {@link #backward} are true of many runs at once,
     * where examples are rows of numbers.
     */
    default boolean together() {
        return false;
    }

    /** What the cell names on the way to its output that is worth looking at. */
    default List<String> between() {
        return List.of();
    }

    /** Lines said once a call, before the first step. */
    default void prepare(Cell cell, Code code) {}

    /** Lines that compute the cell's output from its inputs. */
    void forward(Cell cell, Pass pass, Code code);

    /**
     * Lines that put the gradients of the cell's parameters in their places and compute those of
     * its inputs from the gradient of its output, which they must not change.
     *
     * @return an expression for the gradient of each input, in order; that of an input that does
     *     not learn is not used
     */
    List<String> backward(Cell cell, String gradient, Code code);
}
