package dev.spirallab.program;

import dev.spirallab.validation.ValidationResult.Valid;
import java.util.Optional;

/** Writes the program of an experiment. */
public final class ProgramGenerator {
    private ProgramGenerator() {}

    /**
     * The same text for the same experiment, with a backward pass of its own if every layer has a
     * rule for it.
     */
    public static Program generate(Valid valid) {
        return generate(valid, Optional.empty());
    }

    /**
     * @param images what becomes of the data, where it is images
     */
    public static Program generate(Valid valid, Optional<Images> images) {
        Network network = Network.of(valid);
        return generate(valid, images, network, network.hasBackward());
    }

    /**
     * The same program with gradients from autograd: what generated backward passes are held to.
     */
    public static Program generateWithAutograd(Valid valid) {
        return generate(valid, Optional.empty(), Network.of(valid), false);
    }

    private static Program generate(
            Valid valid, Optional<Images> images, Network network, boolean backward) {
        Writer writer = Writer.of(valid, images, network, backward);
        return new Program(
                writer.text(),
                network.parameters(),
                network.buffers(),
                OptimizerState.of(writer.optimizer()),
                backward);
    }
}
