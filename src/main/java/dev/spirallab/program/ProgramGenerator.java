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
        return generate(valid, Optional.empty(), false);
    }

    /**
     * @param images what becomes of the data, where it is images
     * @param portions whether steps should be possible in portions
     */
    public static Program generate(Valid valid, Optional<Images> images, boolean portions) {
        Network network = Network.of(valid);
        return generate(valid, images, network, network.hasBackward(), portions);
    }

    /**
     * The same program with gradients from autograd: what generated backward passes are held to.
     */
    public static Program generateWithAutograd(Valid valid) {
        return generate(valid, Optional.empty(), Network.of(valid), false, false);
    }

    /**
     * The program that trains many runs at once, where there is one. Experiments with one text, one
     * data set and one batch size can be trained by it together: rates, weight decay,
     * regularisation, seeds and initial values may differ.
     */
    public static Optional<Program> together(Valid valid) {
        Network network = Network.of(valid);
        boolean backward = network.hasBackward();
        Writer writer = Writer.of(valid, Optional.empty(), network, backward, false);
        return writer.together()
                ? Optional.of(program(writer.codeOfMany(), network, writer, backward))
                : Optional.empty();
    }

    /**
     * The program by which one example is followed through the model.
     *
     * @param images what becomes of the data, where it is images
     */
    public static Walkway walkway(Valid valid, Optional<Images> images) {
        Network network = Network.of(valid);
        Writer writer = Writer.of(valid, images, network, false, false);
        WalkText text = new WalkText(writer, network);
        return new Walkway(
                program(text.code(), network, writer, false),
                text.taps(),
                writer.optimizer().vectors().stream().map(Kept::name).toList(),
                !writer.optimizer().searches());
    }

    private static Program generate(
            Valid valid,
            Optional<Images> images,
            Network network,
            boolean backward,
            boolean portions) {
        Writer writer = Writer.of(valid, images, network, backward, portions);
        return program(writer.code(), network, writer, backward);
    }

    private static Program program(Code code, Network network, Writer writer, boolean backward) {
        return new Program(
                code.text(),
                code.owners(),
                network.parameters(),
                network.buffers(),
                OptimizerState.of(writer.optimizer()),
                backward,
                writer.inPortions());
    }
}
