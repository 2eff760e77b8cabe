package dev.spirallab.program;

import dev.spirallab.spec.training.TrainingSpec;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.Optional;

/**
 * Writes the methods of one program. In all of them {@code P} is the flat parameter vector, {@code
 * B} the running statistics, {@code X} inputs and {@code Y} targets, one row an example.
 *
 * @param inPortions whether a step can be done in portions of its examples, too
 * @param inStages whether a portion, or a step that has none, can be done layer by layer
 */
record Writer(
        BatchText batches,
        StepText step,
        PortionText portions,
        LookText look,
        boolean inPortions,
        boolean inStages) {

    /**
     * @param backward whether the backward pass is written out
     * @param division that is asked for; there is none by layers where autograd finds the gradients
     */
    static Writer of(
            Valid valid,
            Optional<Images> images,
            Network network,
            boolean backward,
            Division division) {
        TrainingSpec training = valid.experiment().training();
        OptimizerRule optimizer = OptimizerRule.of(training.optimizer());
        LossRule loss = LossRule.of(training.loss(), network.output().shape().width());
        GradientText gradients =
                backward
                        ? new GeneratedGradients(network, loss)
                        : new AutogradGradients(network, loss);
        BatchText batches = new BatchText(network, images, gradients, loss);
        StepText step = new StepText(network, optimizer, training.gradientClipping());
        return new Writer(
                batches,
                step,
                new PortionText(batches, step),
                new LookText(network, images, loss, valid.head()),
                division != Division.WHOLE && !network.mixesExamples(),
                byLayers(division, network) && backward);
    }

    OptimizerRule optimizer() {
        return step.optimizer();
    }

    private static boolean byLayers(Division division, Network network) {
        return switch (division) {
            case WHOLE -> false;
            case PORTIONS -> network.mixesExamples();
            case STAGES -> true;
        };
    }

    /** All of it but the stages. */
    Code code() {
        Code code = new Code();
        train(code);
        if (inPortions && !inStages) {
            portions.accumulate(code);
        }
        if ((inPortions || inStages) && !optimizer().searches()) {
            portions.apply(code);
        }
        optimizer().methods(code);
        gradients(code);
        look.write(code);
        return code;
    }

    /** Whether {@link #codeOfMany} can be written. */
    boolean together() {
        return batches.images().isEmpty()
                && batches.network().together()
                && batches.loss().together()
                && optimizer().together();
    }

    /**
     * Trains many runs at once: {@code P} and {@code S} have a row a run, as those of a single one
     * are; {@code rows} are a row a run, or one for all of them; {@code rates} is {@code [steps,
     * runs, 1]}, the losses are {@code [steps, runs]}. It looks at one at a time.
     */
    Code codeOfMany() {
        Code many = new Code(Runs.MANY);
        train(many);
        Code one = new Code();
        look.write(one);
        many.add(one);
        return many;
    }

    /**
     * One step a batch; gives the mean loss of each batch before its step. {@code S} is the
     * optimiser's state, {@code mask} is 1 where regularisation applies.
     */
    private void train(Code code) {
        String head =
                "def train("
                        + BatchText.ARGUMENTS
                        + ", S: Tensor, "
                        + StepText.terms(code.runs())
                        + ") -> Tensor:";
        code.block(
                head,
                () -> {
                    if (optimizer().searches()) {
                        search(code);
                    } else {
                        descend(code);
                    }
                    code.line("return losses");
                });
    }

    /** Each step finds its gradients by itself. */
    private void search(Code code) {
        BatchText.losses(code);
        code.block("for i in range(torch.len(sizes)):", () -> optimizer().step(code));
    }

    private void descend(Code code) {
        step.begin(code);
        batches.loop(code, () -> step.update(code));
    }

    /**
     * Methods that do together what {@code accumulate} does of one batch.
     *
     * @return how many
     */
    int stages(Code code) {
        return inStages && batches.gradients() instanceof GeneratedGradients generated
                ? new StageText(generated, batches, portions).write(code)
                : 0;
    }

    /** The loss of one batch, and behind it the gradient, as flat as {@code P}. */
    private void gradients(Code code) {
        code.block(
                "def gradients(" + BatchText.ARGUMENTS + ") -> Tensor:",
                () -> {
                    batches.loop(code, () -> {});
                    code.line("return torch.cat([losses, G], 0)");
                });
    }
}
