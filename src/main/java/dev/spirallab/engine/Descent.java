package dev.spirallab.engine;

import dev.spirallab.engine.TorchModule.Argument;
import dev.spirallab.engine.TorchModule.Copy;
import dev.spirallab.engine.TorchModule.Floats;
import dev.spirallab.engine.TorchModule.Numbers;
import dev.spirallab.engine.TorchModule.Real;
import dev.spirallab.program.Program;
import dev.spirallab.spec.training.OptimizerSpec.Lbfgs;
import java.util.Arrays;
import java.util.Optional;

/**
 * Does the steps of a training. A native call cannot be interrupted, so a step over a large batch
 * is done in portions, a call each: their gradients are summed, and the last call changes the
 * parameters. Where a portion takes long, or a batch is more than its examples, it is done in
 * stages, layer by layer; an optimiser that searches does so for each of its looks. Which steps
 * these are follows from the experiment alone, so results do not depend on when a call was made,
 * nor on whether a step was begun twice.
 */
final class Descent {
    /** Numbers that the inputs of one call may have: 32 MiB. */
    private static final int NUMBERS_PER_CALL = 1 << 23;

    private final Program program;
    private final Model model;
    private final Batches batches;
    private final Calls calls;
    private final DividedStep divided;
    private final int rowsPerCall;
    private final int rowsOfInputs;
    private final boolean searching;

    /**
     * @param rowsPerCall the largest batch that is learnt from at once, where portions are possible
     * @param inputSize numbers of one example
     * @param searching the optimiser, if it looks at the loss several times a step
     */
    Descent(
            Program program,
            Model model,
            Examples train,
            Batches batches,
            int rowsPerCall,
            int inputSize,
            long seed,
            Optional<Lbfgs> searching) {
        this.program = program;
        this.model = model;
        this.batches = batches;
        this.rowsPerCall = rowsPerCall;
        this.rowsOfInputs = NUMBERS_PER_CALL / Math.max(1, inputSize);
        this.calls = new Calls(model.module(), train, seed);
        this.searching = searching.isPresent();
        Optional<Trials> trials = searching.map(each -> new Trials(each, model));
        this.divided = new DividedStep(program, model, calls, batches, rowsPerCall, trials);
    }

    /** See {@link Training#train}. */
    Progress train(int maxSteps, Terms terms) {
        if (maxSteps < 1) {
            return Progress.NONE;
        }
        if (isDivided()) {
            return divided.train(terms);
        }
        long first = batches.step();
        Plan plan = batches.next(maxSteps, rowsOfInputs);
        Argument parameters = model.parameters();
        return Progress.of(
                first, losses(first, plan, terms, parameters, model.buffers(), model.state()));
    }

    /** Portions that take long, and searches, are divided in any case. */
    private boolean isDivided() {
        boolean can = program.inPortions() || program.stages() > 0;
        boolean always = searching || (program.inPortions() && program.stages() > 0);
        return can && (always || batches.batch() > rowsPerCall);
    }

    /** A step under way begins anew; until then nothing is held for it. */
    void forget() {
        divided.forget();
    }

    /** Whether some calls of a step are done, and not all. */
    boolean isUnderWay() {
        return divided.isUnderWay();
    }

    /** Changes parameters, running statistics and what the optimiser keeps. */
    private float[] losses(
            long first,
            Plan plan,
            Terms terms,
            Argument parameters,
            Argument statistics,
            Argument kept) {
        return calls.run(
                "train",
                model.module()::floats,
                plan,
                parameters,
                statistics,
                calls.seed(),
                first,
                kept,
                model.regularized(),
                rates(first, plan, terms),
                new Real(terms.weightDecay()),
                new Real(terms.regularization().l1()),
                new Real(terms.regularization().l2()));
    }

    private static Numbers rates(long first, Plan plan, Terms terms) {
        double[] each = new double[plan.steps()];
        Arrays.setAll(each, i -> terms.rate().at(plan.epochs()[i], first + i));
        return new Numbers(each);
    }

    /** Of the next batch at once, in training mode; the training does not go on by it. */
    Gradient gradient() {
        return gradient(batches.upcoming());
    }

    private Gradient gradient(Plan plan) {
        TorchModule module = model.module();
        float[] statistics = model.buffers().floats();
        return calls.run(
                "gradients",
                answer -> Gradient.of(module.floats(answer)),
                plan,
                model.parameters(),
                new Floats(statistics, 0, statistics.length),
                calls.seed(),
                batches.step());
    }

    /**
     * What the next step does, which is not taken. Where steps are divided into calls, so is this:
     * each time one is done of the step itself, until all is known.
     */
    Optional<Preview> preview(Terms terms) {
        return isDivided() ? divided.preview(terms) : Optional.of(atOnce(terms));
    }

    private Preview atOnce(Terms terms) {
        Plan next = batches.upcoming();
        return new Preview((int) next.sizes()[0], gradient(next), ahead(next, terms));
    }

    /** What a step on one example alone would leave of the parameters; it is not taken. */
    float[] ahead(int row, Terms terms) {
        long[] epochs = {batches.epoch()};
        return ahead(new Plan(new long[] {row}, new long[] {0}, new long[] {1}, epochs), terms);
    }

    /** The first example of the next batch. */
    int firstRow() {
        long[] rows = batches.upcoming().rows();
        return rows.length == 0 ? 0 : Math.toIntExact(rows[0]);
    }

    private float[] ahead(Plan plan, Terms terms) {
        TorchModule module = model.module();
        try (Copy numbers = module.copy(model.parameters());
                Copy statistics = module.copy(model.buffers());
                Copy kept = module.copy(model.state())) {
            losses(batches.step(), plan, terms, numbers, statistics, kept);
            return numbers.floats();
        }
    }
}
