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
        return generate(valid, Optional.empty(), Division.WHOLE);
    }

    /**
     * @param images what becomes of the data, where it is images
     * @param division how steps should be possible
     */
    public static Program generate(Valid valid, Optional<Images> images, Division division) {
        Network network = Network.of(valid);
        return generate(valid, images, network, network.hasBackward(), division);
    }

    /**
     * The same program with gradients from autograd: what generated backward passes are held to.
     */
    public static Program generateWithAutograd(Valid valid) {
        return generate(valid, Optional.empty(), Network.of(valid), false, Division.WHOLE);
    }

    /**
     * The program that trains many runs at once, where there is one. Experiments with one text, one
     * data set and one batch size can be trained by it together: rates, weight decay,
     * regularisation, seeds and initial values may differ.
     */
    public static Optional<Program> together(Valid valid) {
        Network network = Network.of(valid);
        boolean backward = network.hasBackward();
        Writer writer = Writer.of(valid, Optional.empty(), network, backward, Division.WHOLE);
        return writer.together()
                ? Optional.of(program(writer.codeOfMany(), network, writer, backward, 0))
                : Optional.empty();
    }

    /**
     * The program by which one example is followed through the model.
     *
     * @param images what becomes of the data, where it is images
     */
    public static Walkway walkway(Valid valid, Optional<Images> images) {
        Network network = Network.of(valid);
        Writer writer = Writer.of(valid, images, network, false, Division.WHOLE);
        WalkText text = new WalkText(writer, network);
        return new Walkway(
                program(text.code(), network, writer, false, 0),
                text.taps(),
                writer.optimizer().vectors().stream().map(Kept::name).toList(),
                !writer.optimizer().searches());
    }

    private static Program generate(
            Valid valid,
            Optional<Images> images,
            Network network,
            boolean backward,
            Division division) {
        Writer writer = Writer.of(valid, images, network, backward, division);
        Code code = writer.code();
        return program(code, network, writer, backward, writer.stages(code));
    }

    private static Program program(
            Code code, Network network, Writer writer, boolean backward, int stages) {
        return new Program(
                code.text(),
                code.owners(),
                network.parameters(),
                network.buffers(),
                OptimizerState.of(writer.optimizer()),
                backward,
                writer.inPortions(),
                stages);
    }
}
