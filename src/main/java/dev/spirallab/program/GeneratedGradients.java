package dev.spirallab.program;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

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
        pieces().forEach(piece -> piece.text().accept(code));
    }

    /**
     * Lines of a batch.
     *
     * @param heavy whether they belong to a layer that learns
     */
    record Piece(boolean heavy, Consumer<Code> text) {}

    /** Those of {@link #batch}, layer by layer; to be written once, in their order. */
    List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(comment("forward"));
        for (Cell cell : network.cells()) {
            pieces.add(piece(cell, code -> cell.rule().forward(cell, Pass.TRAINING, code)));
        }
        pieces.add(comment("loss"));
        Cell output = network.output();
        String gradient = output.own("grad");
        pieces.add(
                new Piece(false, code -> loss.backward(output.name(), "target", gradient, code)));
        pieces.add(comment("backward"));
        Set<String> known = new HashSet<>(Set.of(output.id()));
        for (Cell cell : network.cells().reversed()) {
            if (cell.learns()) {
                pieces.add(piece(cell, code -> backward(cell, known, code)));
            }
        }
        return pieces;
    }

    private static Piece comment(String words) {
        return new Piece(false, code -> code.comment(words));
    }

    private static Piece piece(Cell cell, Consumer<Code> text) {
        return new Piece(
                !cell.rule().parameters().isEmpty(),
                code -> code.about(cell.id(), () -> text.accept(code)));
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
