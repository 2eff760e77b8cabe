package dev.spirallab.program;

import java.util.Optional;

/**
 * Writes how batches are taken from the data, and what is found of each.
 *
 * @param images how X is made the model's inputs, where it is images
 * @param gradients how the gradient of a batch is found
 */
record BatchText(Network network, Optional<Images> images, GradientText gradients, LossRule loss) {

    /** The arguments of the methods that look at batches. */
    static final String ARGUMENTS =
            "self: "
                    + Archive.MODULE
                    + ", X: Tensor, Y: Tensor, P: Tensor, B: Tensor, rows: Tensor, share: Tensor,"
                    + " starts: List[int], sizes: List[int], seed: int, step: int";

    /** The loop over the batches: {@code G} holds the gradient when {@code then} begins. */
    void loop(Code code, Runnable then) {
        loss.constants(code);
        gradients.prepare(code);
        examples(code);
        losses(code);
        images.ifPresent(each -> each.constants(code));
        if (random()) {
            generator(code);
        }
        code.block("for i in range(torch.len(sizes)):", () -> batch(code, then));
    }

    private void examples(Code code) {
        code.let("inputs", code.runs().all("X"));
        code.let("targets", code.runs().all("Y"));
        code.block(
                "if torch.gt(torch.numel(rows), 0):",
                () -> {
                    code.let("inputs", code.runs().picked("X"));
                    code.let("targets", code.runs().picked("Y"));
                });
        gradients.prepareTargets(code);
    }

    /** Room for the loss of each batch. */
    static void losses(Code code) {
        code.let(
                "losses",
                switch (code.runs()) {
                    case ONE -> "torch.new_empty(P, [torch.len(sizes)])";
                    case MANY -> "torch.new_empty(P, [torch.len(sizes), torch.size(P, 0)])";
                });
    }

    private void batch(Code code, Runnable then) {
        size(code);
        if (random()) {
            seed("torch.add(step, i)", code);
        }
        taken(code);
        gradients.batch(code);
        then.run();
    }

    private static void size(Code code) {
        code.let("size", "sizes[i]");
        code.let("part", "torch.div(1., size)");
    }

    private void taken(Code code) {
        code.let(network.input().name(), "torch.narrow(inputs, -2, starts[i], size)");
        code.let("target", "torch.narrow(targets, -2, starts[i], size)");
        images.ifPresent(each -> each.prepare(network.input().name(), true, code));
    }

    static void generator(Code code) {
        code.let("generator", "torch.Generator(device=ops.prim.device(P), seed=seed)");
    }

    /** The random numbers of each step are its own. */
    static void seed(String step, Code code) {
        code.let("_g", "torch.manual_seed(generator, torch.add(seed, " + step + "))");
    }

    private boolean random() {
        return network.random() || images.filter(Images::random).isPresent();
    }

    /** What each stage may need. */
    void constants(Code code) {
        loss.constants(code);
        images.ifPresent(each -> each.constants(code));
        code.let("i", "0");
        size(code);
    }

    /** How the first stage begins. */
    void begin(Code code) {
        code.let("G", "torch.zeros_like(P)");
        examples(code);
        losses(code);
        taken(code);
    }
}
