package dev.spirallab.program;

import dev.spirallab.validation.ValidationResult.Valid;

/** Writes the program of an experiment. */
public final class ProgramGenerator {
    private ProgramGenerator() {}

    /**
     * The same text for the same experiment, with a backward pass of its own if every layer has a
     * rule for it.
     */
    public static Program generate(Valid valid) {
        Network network = Network.of(valid);
        return generate(valid, network, network.hasBackward());
    }

    /**
     * The same program with gradients from autograd: what generated backward passes are held to.
     */
    public static Program generateWithAutograd(Valid valid) {
        return generate(valid, Network.of(valid), false);
    }

    private static Program generate(Valid valid, Network network, boolean backward) {
        Writer writer = Writer.of(valid, network, backward);
        return new Program(
                writer.text(),
                network.parameters(),
                network.buffers(),
                OptimizerState.of(writer.optimizer()),
                backward);
    }
}
