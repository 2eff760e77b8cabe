package dev.spirallab.program;

import java.util.List;

/**
 * A program by which one example is followed through a model and back, apart from training. {@code
 * walk} gives the values of the taps that have one, the gradients of all taps, the gradient of the
 * parameters as flat as they lie, the loss and the target; {@code update} takes the step of that
 * gradient and gives it as regularisation leaves it, and then clipping.
 *
 * @param taps in the order in which they are told
 * @param vectors names of what the optimiser keeps for each parameter, such as {@code velocity}
 * @param stepping whether there is {@code update}; an optimiser that looks at the loss several
 *     times has none
 */
public record Walkway(Program program, List<Tap> taps, List<String> vectors, boolean stepping) {
    public Walkway {
        taps = List.copyOf(taps);
        vectors = List.copyOf(vectors);
    }
}
