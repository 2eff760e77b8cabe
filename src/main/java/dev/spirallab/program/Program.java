package dev.spirallab.program;

import java.util.List;

/**
 * What will run.
 *
 * @param text TorchScript: the methods of one module, to be read by people too
 * @param parameters where each parameter lies in the flat vector, in the order of the graph
 * @param parameterCount length of the flat vector
 * @param bufferCount length of the vector of running statistics
 * @param optimizerStateCount how many vectors of that length the optimiser keeps
 * @param generatedBackward whether the text has a backward pass of its own; else autograd finds the
 *     gradients
 */
public record Program(
        String text,
        List<Parameter> parameters,
        int parameterCount,
        int bufferCount,
        int optimizerStateCount,
        boolean generatedBackward) {
    public Program {
        parameters = List.copyOf(parameters);
    }
}
