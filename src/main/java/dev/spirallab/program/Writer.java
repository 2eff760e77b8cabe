package dev.spirallab.program;

import dev.spirallab.spec.training.GradientClipping;
import dev.spirallab.spec.training.TrainingSpec;
import dev.spirallab.validation.Head;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.Optional;

/**
 * Writes the methods of one program. In all of them {@code P} is the flat parameter vector, {@code
 * B} the running statistics, {@code X} inputs and {@code Y} targets, one row an example.
 *
 * @param images how X is made the model's inputs, where it is images
 * @param gradients how the gradient of a batch is found
 * @param inPortions whether a step can be done in portions of its examples, too
 * @param inStages whether a portion, or a step that has none, can be done layer by layer
 */
record Writer(
        Network network,
        Optional<Images> images,
        GradientText gradients,
        boolean inPortions,
        boolean inStages,
        LossRule loss,
        OptimizerRule optimizer,
        Optional<GradientClipping> clipping,
        Head head) {

    /** The arguments of the methods that look at batches. */
    static final String BATCHES =
            "self: "
                    + Archive.MODULE
                    + ", X: Tensor, Y: Tensor, P: Tensor, B: Tensor, rows: Tensor, share: Tensor,"
                    + " starts: List[int], sizes: List[int], seed: int, step: int";

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
        return new Writer(
                network,
                images,
                backward
                        ? new GeneratedGradients(network, loss)
                        : new AutogradGradients(network, loss),
                division != Division.WHOLE && !network.mixesExamples(),
                byLayers(division, network) && backward,
                loss,
                optimizer,
                training.gradientClipping(),
                valid.head());
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
            accumulate(code);
        }
        if ((inPortions || inStages) && !optimizer.searches()) {
            apply(code);
        }
        optimizer.methods(code);
        gradients(code);
        look(code);
        return code;
    }

    /** Whether {@link #codeOfMany} can be written. */
    boolean together() {
        return images.isEmpty() && network.together() && loss.together() && optimizer.together();
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
        look(one);
        many.add(one);
        return many;
    }

    private void look(Code code) {
        evaluate(code);
        scores(code);
        activations(code);
    }

    /**
     * One step a batch; gives the mean loss of each batch before its step. {@code S} is the
     * optimiser's state, {@code mask} is 1 where regularisation applies.
     */
    private void train(Code code) {
        String head =
                "def train(" + BATCHES + ", S: Tensor, " + terms(code.runs()) + ") -> Tensor:";
        code.block(
                head,
                () -> {
                    if (optimizer.searches()) {
                        search(code);
                    } else {
                        descend(code);
                    }
                    code.line("return losses");
                });
    }

    /** What the optimiser is told in each call. */
    static String terms(Runs runs) {
        return switch (runs) {
            case ONE ->
                    "mask: Tensor, rates: List[float], weight_decay: float, l1: float, l2: float";
            case MANY ->
                    "mask: Tensor, rates: Tensor, weight_decay: Tensor, l1: Tensor, l2: Tensor";
        };
    }

    /** Each step finds its gradients by itself. */
    private void search(Code code) {
        losses(code);
        code.block("for i in range(torch.len(sizes)):", () -> optimizer.step(code));
    }

    private void descend(Code code) {
        begin(code);
        batches(code, () -> update(code));
    }

    void begin(Code code) {
        code.let("decays", code.runs().anyOther("weight_decay", "0."));
        code.let("has_l1", code.runs().anyOther("l1", "0."));
        code.let("has_l2", code.runs().anyOther("l2", "0."));
        unpackState(code);
    }

    /**
     * Looks at portions of one batch: {@code sums} gains their gradients, as flat as {@code P},
     * their losses and their weights, those of gradients and losses being means over a portion.
     */
    private void accumulate(Code code) {
        code.block(
                "def accumulate(" + BATCHES + ", sums: Tensor) -> Tensor:",
                () -> {
                    unpackSums(code);
                    batches(code, () -> add(code));
                    code.line("return losses");
                });
    }

    /**
     * Methods that do together what {@code accumulate} does of one batch.
     *
     * @return how many
     */
    int stages(Code code) {
        return inStages && gradients instanceof GeneratedGradients generated
                ? new StageText(network, generated, this).write(code)
                : 0;
    }

    /** What each stage may need. */
    void constants(Code code) {
        loss.constants(code);
        images.ifPresent(each -> each.constants(code));
        code.let("i", "0");
        size(code);
    }

    /** How the first stage begins. */
    void beginStages(Code code) {
        code.let("G", "torch.zeros_like(P)");
        examples(code);
        losses(code);
        taken(code);
    }

    /** How the last stage ends. */
    void endStages(Code code) {
        unpackSums(code);
        add(code);
    }

    private void unpackSums(Code code) {
        int count = network.parameterCount();
        code.let("sum", "torch.narrow(sums, 0, 0, %d)".formatted(count));
        code.let("sum_of_losses", "torch.narrow(sums, 0, %d, 1)".formatted(count));
        code.let("sum_of_weights", "torch.narrow(sums, 0, %d, 1)".formatted(count + 1));
    }

    private void add(Code code) {
        code.let("weight", loss.weight("target"));
        code.run("torch.addcmul_(sum, G, weight)");
        code.run("torch.addcmul_(sum_of_losses, torch.narrow(losses, 0, i, 1), weight)");
        code.run("torch.add_(sum_of_weights, weight)");
    }

    /** The step that follows from {@code sums}, which begin anew; gives the batch's mean loss. */
    private void apply(Code code) {
        String head =
                "def apply(self: "
                        + Archive.MODULE
                        + ", P: Tensor, sums: Tensor, S: Tensor, step: int, "
                        + terms(code.runs())
                        + ") -> Tensor:";
        code.block(
                head,
                () -> {
                    begin(code);
                    unpackSums(code);
                    code.let("G", "torch.div(sum, sum_of_weights)");
                    code.let("losses", "torch.div(sum_of_losses, sum_of_weights)");
                    code.run("torch.zero_(sums)");
                    code.let("i", "0");
                    update(code);
                    code.line("return losses");
                });
    }

    private void unpackState(Code code) {
        int count = network.parameterCount();
        int start = 0;
        for (Kept vector : optimizer.vectors()) {
            code.let(vector.name(), "torch.narrow(S, -1, %d, %d)".formatted(start, count));
            start += count;
        }
        for (Kept number : optimizer.numbers()) {
            code.let(number.name(), "torch.narrow(S, -1, %d, 1)".formatted(start));
            start++;
        }
    }

    private void update(Code code) {
        code.comment("optimiser");
        regularize(code);
        clip(code);
        move(code);
    }

    /** {@code G} loses what is too much of it. */
    void clip(Code code) {
        clipping.ifPresent(kind -> clip(kind, code));
    }

    /** Lines that let the optimiser take its step. */
    void move(Code code) {
        code.let(
                "rate",
                switch (code.runs()) {
                    case ONE -> "rates[i]";
                    case MANY -> "torch.select(rates, 0, i)";
                });
        code.let("t", "torch.add(torch.add(step, i), 1)");
        optimizer.step(code);
    }

    /** {@code G} gains what the penalties on weights add. */
    static void regularize(Code code) {
        Runs runs = code.runs();
        code.block("if has_l2:", () -> code.run(runs.add("G", "torch.mul(P, mask)", "l2")));
        code.block(
                "if has_l1:",
                () -> code.run(runs.add("G", "torch.mul(torch.sign(P), mask)", "l1")));
    }

    private static void clip(GradientClipping clipping, Code code) {
        switch (clipping) {
            case GradientClipping.Norm norm -> {
                String length = "torch.add(torch.linalg_vector_norm(G, 2, [-1], True), 1e-06)";
                String longest = Code.number(norm.maxNorm());
                code.let("factor", "torch.mul(torch.reciprocal(" + length + "), " + longest + ")");
                code.run("torch.mul_(G, torch.clamp(factor, None, 1.))");
            }
            case GradientClipping.Value value -> {
                String limit = Code.number(value.clipValue());
                code.run("torch.clamp_(G, -" + limit + ", " + limit + ")");
            }
        }
    }

    /** The loss of one batch, and behind it the gradient, as flat as {@code P}. */
    private void gradients(Code code) {
        code.block(
                "def gradients(" + BATCHES + ") -> Tensor:",
                () -> {
                    batches(code, () -> {});
                    code.line("return torch.cat([losses, G], 0)");
                });
    }

    /** The loop over the batches: {@code G} holds the gradient when {@code then} begins. */
    private void batches(Code code, Runnable then) {
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

    private static void losses(Code code) {
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
