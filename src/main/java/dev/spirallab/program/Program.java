package dev.spirallab.program;

import java.util.List;

/**
 * What will run.
 *
 * @param text TorchScript: the methods of one module, to be read by people too
 * @param owners the node of the graph that each line of the text belongs to; empty for those of
 *     none
 * @param parameters where each parameter lies in the flat parameter vector, in the order of the
 *     graph
 * @param buffers where each running statistic lies in the flat buffer vector
 * @param optimizerState what the optimiser keeps from step to step
 * @param generatedBackward whether the text has a backward pass of its own; else autograd finds the
 *     gradients
 * @param inPortions whether a step can be done in portions of its examples, by {@code accumulate}
 *     or stages, and {@code apply}
 * @param stages how many methods do a portion, one after the other, or a step that has no portions;
 *     0 if it is done at once
 */
public record Program(
        String text,
        List<String> owners,
        List<Parameter> parameters,
        List<Parameter> buffers,
        OptimizerState optimizerState,
        boolean generatedBackward,
        boolean inPortions,
        int stages) {
    public Program {
        owners = List.copyOf(owners);
        parameters = List.copyOf(parameters);
        buffers = List.copyOf(buffers);
    }

    /** Length of the flat parameter vector. */
    public int parameterCount() {
        return count(parameters);
    }

    /** Length of the flat buffer vector. */
    public int bufferCount() {
        return count(buffers);
    }

    /** The program as a file that PyTorch loads. */
    public byte[] archive() {
        return Archive.of(text);
    }

    /** How many statements it has, which bounds how deep its compilation recurses. */
    public int statements() {
        return (int) text.lines().count();
    }

    private static int count(List<Parameter> places) {
        return places.isEmpty() ? 0 : places.getLast().end();
    }
}
