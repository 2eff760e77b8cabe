package dev.spirallab.program;

/**
 * Writes a step in portions: {@code sums} gains what is found of each, and the step follows from
 * them.
 */
record PortionText(BatchText batches, StepText step) {

    /**
     * Looks at portions of one batch: {@code sums} gains their gradients, as flat as {@code P},
     * their losses and their weights, those of gradients and losses being means over a portion.
     */
    void accumulate(Code code) {
        code.block(
                "def accumulate(" + BatchText.ARGUMENTS + ", sums: Tensor) -> Tensor:",
                () -> {
                    unpackSums(code);
                    batches.loop(code, () -> add(code));
                    code.line("return losses");
                });
    }

    /** How the last stage ends. */
    void endStages(Code code) {
        unpackSums(code);
        add(code);
    }

    private void unpackSums(Code code) {
        int count = batches.network().parameterCount();
        code.let("sum", "torch.narrow(sums, 0, 0, %d)".formatted(count));
        code.let("sum_of_losses", "torch.narrow(sums, 0, %d, 1)".formatted(count));
        code.let("sum_of_weights", "torch.narrow(sums, 0, %d, 1)".formatted(count + 1));
    }

    private void add(Code code) {
        code.let("weight", batches.loss().weight("target"));
        code.run("torch.addcmul_(sum, G, weight)");
        code.run("torch.addcmul_(sum_of_losses, torch.narrow(losses, 0, i, 1), weight)");
        code.run("torch.add_(sum_of_weights, weight)");
    }

    /** The step that follows from {@code sums}, which begin anew; gives the batch's mean loss. */
    void apply(Code code) {
        String head =
                "def apply(self: "
                        + Archive.MODULE
                        + ", P: Tensor, sums: Tensor, S: Tensor, step: int, "
                        + StepText.terms(code.runs())
                        + ") -> Tensor:";
        code.block(
                head,
                () -> {
                    step.begin(code);
                    unpackSums(code);
                    code.let("G", "torch.div(sum, sum_of_weights)");
                    code.let("losses", "torch.div(sum_of_losses, sum_of_weights)");
                    code.run("torch.zero_(sums)");
                    code.let("i", "0");
                    step.update(code);
                    code.line("return losses");
                });
    }
}
