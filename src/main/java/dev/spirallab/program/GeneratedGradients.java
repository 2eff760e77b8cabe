package dev.spirallab.program;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The backward pass written out, layer by layer from the loss to the input. */
record GeneratedGradients(Network network, LossRule loss) implements GradientText {
    @Override
    public void prepare(Code code) {
        network.unpackBuffers(code);
        network.unpackParameters(code);
        code.comment("places for the gradients");
        code.let("G", "torch.zeros_like(P)");
        network.unpackGradients(code);
        network.cells().forEach(cell -> cell.rule().prepare(cell, code));
    }

    @Override
    public void prepareTargets(Code code) {
        loss.prepare(code);
    }

    @Override
    public void batch(Code code) {
        code.comment("forward");
        network.forward(Pass.TRAINING, code);
        code.comment("loss");
        Cell output = network.output();
        loss.backward(output.name(), "target", output.own("grad"), code);
        code.comment("backward");
        Set<String> known = new HashSet<>(Set.of(output.id()));
        for (Cell cell : network.cells().reversed()) {
            if (cell.learns()) {
                code.about(cell.id(), () -> backward(cell, known, code));
            }
        }
    }

    private static void backward(Cell cell, Set<String> known, Code code) {
        List<String> found = cell.rule().backward(cell, cell.own("grad"), code);
        for (int i = 0; i < found.size(); i++) {
            Cell input = cell.inputs().get(i);
            if (input.learns()) {
                collect(input, found.get(i), known, code);
            }
        }
    }

    /** A value that several nodes use has the sum of the gradients that come from them. */
    private static void collect(Cell input, String found, Set<String> known, Code code) {
        String name = input.own("grad");
        boolean first = known.add(input.id());
        code.let(name, first ? found : "torch.add(" + name + ", " + found + ")");
    }
}
