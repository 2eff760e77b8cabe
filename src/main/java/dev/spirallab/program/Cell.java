package dev.spirallab.program;

import dev.spirallab.validation.TensorShape;
import java.util.List;

/**
 * A node of the graph as the program knows it.
 *
 * @param id the node's
 * @param name of the variable that holds its output
 * @param rule what its layer says
 * @param inputs the nodes whose outputs it takes, in order
 * @param shape of its output
 * @param learns whether it or a node before it has parameters: whether its output needs a gradient
 */
record Cell(
        String id,
        String name,
        LayerRule rule,
        List<Cell> inputs,
        TensorShape shape,
        boolean learns) {

    /** The variable that holds the output of its only input. */
    String input() {
        return inputs.getFirst().name();
    }

    /** A variable of this node alone. */
    String own(String what) {
        return name + "_" + what;
    }

    /** The variable that holds the gradient of a parameter: a view into the flat gradient. */
    String gradientOf(String parameter) {
        return own(parameter + "_grad");
    }

    /** Puts the gradient of a parameter, found as variable {@code d<parameter>}, in its place. */
    void takeGradient(String parameter, Code code) {
        code.run("torch.copy_(%s, %s)".formatted(gradientOf(parameter), own("d" + parameter)));
    }

    /** The variable that holds the gradient of input number {@code index}. */
    String inputGradient(int index) {
        return own(inputs.size() == 1 ? "input_grad" : "input" + index + "_grad");
    }
}
