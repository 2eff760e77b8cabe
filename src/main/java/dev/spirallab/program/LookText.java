package dev.spirallab.program;

import dev.spirallab.validation.Head;
import java.util.Optional;

/**
 * Writes the methods that look at a model in evaluation mode and change nothing.
 *
 * @param images how X is made the model's inputs, where it is images
 */
record LookText(Network network, Optional<Images> images, LossRule loss, Head head) {

    void write(Code code) {
        evaluate(code);
        scores(code);
        activations(code);
    }

    /**
     * The sum of the losses of {@code count} rows from {@code first}, how many are right, and what
     * the sum is divided by for its mean.
     */
    private void evaluate(Code code) {
        String arguments =
                "self: "
                        + Archive.MODULE
                        + ", X: Tensor, Y: Tensor, P: Tensor, B: Tensor, first: int, count: int";
        code.block(
                "def evaluate(" + arguments + ") -> Tensor:",
                () -> {
                    loss.constants(code);
                    unpack(code);
                    code.let(network.input().name(), "torch.narrow(X, 0, first, count)");
                    images.ifPresent(each -> {
                        each.constants(code);
                        each.prepare(network.input().name(), false, code);
                    });
                    network.forward(Pass.EVALUATION, code);
                    code.let("target", "torch.narrow(Y, 0, first, count)");
                    String output = network.output().name();
                    code.let("total", loss.total(output, "target"));
                    code.let(
                            "correct",
                            "torch.sum(" + HeadText.correct(head, output, "target") + ")");
                    code.let("weight", loss.weight("target"));
                    code.line("return torch.stack([total, torch.to(correct, 6), weight], 0)");
                });
    }

    /** What a person is shown: probabilities, or the values themselves. */
    private void scores(Code code) {
        code.block(
                "def scores(" + looking() + ") -> Tensor:",
                () -> {
                    forward(code);
                    code.line("return " + HeadText.scores(head, network.output().name()));
                });
    }

    /** The output of every node, in the order of the graph. */
    private void activations(Code code) {
        code.block(
                "def activations(" + looking() + ") -> List[Tensor]:",
                () -> {
                    forward(code);
                    String all =
                            String.join(", ", network.cells().stream().map(Cell::name).toList());
                    code.line("return [" + all + "]");
                });
    }

    private static String looking() {
        return "self: " + Archive.MODULE + ", X: Tensor, P: Tensor, B: Tensor";
    }

    /** Of inputs that are ready. */
    private void forward(Code code) {
        unpack(code);
        code.let(network.input().name(), "X");
        network.forward(Pass.EVALUATION, code);
    }

    private void unpack(Code code) {
        network.unpackParameters(code);
        network.unpackBuffers(code);
    }
}
