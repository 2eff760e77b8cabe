package dev.spirallab.engine;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.IValue;
import dev.spirallab.engine.TorchModule.Argument;
import dev.spirallab.engine.TorchModule.Copy;
import dev.spirallab.engine.TorchModule.Floats;
import dev.spirallab.engine.TorchModule.Indices;
import dev.spirallab.engine.TorchModule.Integers;
import dev.spirallab.engine.TorchModule.Numbers;
import dev.spirallab.engine.TorchModule.Real;
import dev.spirallab.engine.TorchModule.Tensor;
import dev.spirallab.engine.TorchModule.Tensors;
import dev.spirallab.engine.TorchModule.Whole;
import dev.spirallab.program.Program;
import dev.spirallab.spec.training.OptimizerSpec.Lbfgs;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
    private final Examples train;
    private final Batches batches;
    private final int rowsPerCall;
    private final int rowsOfInputs;
    private final long seed;
    private final Optional<Trials> trials;
    private @Nullable Tensor sums;
    private @Nullable Plan begun;
    private int done;
    private int stage;
    private List<PtNDArray> held = List.of();
    private @Nullable Copy statistics;

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
        this.train = train;
        this.batches = batches;
        this.rowsPerCall = rowsPerCall;
        this.rowsOfInputs = NUMBERS_PER_CALL / Math.max(1, inputSize);
        this.seed = scattered(seed);
        this.trials = searching.map(each -> new Trials(each, model));
    }

    /** See {@link Training#train}. */
    Progress train(int maxSteps, Terms terms) {
        if (maxSteps < 1) {
            return Progress.NONE;
        }
        if (isDivided()) {
            return portion(terms);
        }
        long first = batches.step();
        Plan plan = batches.next(maxSteps, rowsOfInputs);
        Argument parameters = model.parameters();
        return progress(
                first, losses(first, plan, terms, parameters, model.buffers(), model.state()));
    }

    private boolean isInPortions() {
        return program.inPortions() && batches.batch() > rowsPerCall;
    }

    /** Portions that take long, and searches, are divided in any case. */
    private boolean isDivided() {
        boolean can = program.inPortions() || program.stages() > 0;
        boolean always = trials.isPresent() || (program.inPortions() && program.stages() > 0);
        return can && (always || batches.batch() > rowsPerCall);
    }

    /** A step under way begins anew. */
    void forget() {
        begun = null;
        stage = 0;
        hold(List.of());
        trials.ifPresent(Trials::forget);
        if (statistics != null) {
            statistics.close();
            statistics = null;
        }
    }

    private Progress portion(Terms terms) {
        Plan plan = begun == null ? begin(terms) : begun;
        int left = (int) plan.sizes()[0] - done;
        if (left == 0) {
            return trials.isPresent() ? look(trials.get(), terms) : finish(terms);
        }
        int count = program.inPortions() ? Math.min(rowsPerCall, left) : left;
        if (program.stages() > 0) {
            stage(plan.portion(done, count));
        } else {
            run(
                    "accumulate",
                    answer -> answer,
                    plan.portion(done, count),
                    place(),
                    model.buffers(),
                    seedOfPortion(done),
                    batches.step(),
                    sums());
        }
        if (stage == 0) {
            done += count;
        }
        return Progress.NONE;
    }

    /** Running statistics change with the last call, as all else does. */
    private void stage(Plan plan) {
        if (statistics == null) {
            statistics = model.module().copy(model.buffers());
        }
        hold(
                run(
                        "stage" + stage,
                        model.module()::tensors,
                        plan,
                        place(),
                        statistics,
                        seedOfPortion(done),
                        batches.step(),
                        sums(),
                        new Tensors(held)));
        stage = (stage + 1) % program.stages();
    }

    /** What the next stage is handed. */
    private void hold(List<PtNDArray> values) {
        held.forEach(PtNDArray::close);
        held = values;
    }

    private Plan begin(Terms terms) {
        if (done > 0) {
            sums().set(new float[sumsLength()]);
        }
        done = 0;
        begun = nextStep();
        trials.ifPresent(each -> each.begin(terms.rate().at(batches.epoch(), batches.step())));
        return begun;
    }

    /** The parameters at which a divided step looks. */
    private Tensor place() {
        return trials.map(Trials::place).orElse(model.parameters());
    }

    /** All portions of one look are there. */
    private Progress look(Trials search, Terms terms) {
        float[] found = sums().floats();
        sums().set(new float[sumsLength()]);
        done = 0;
        if (!search.look(found, terms.regularization())) {
            return Progress.NONE;
        }
        long first = batches.step();
        batches.next(1, Integer.MAX_VALUE);
        keepStatistics();
        forget();
        return progress(first, search.loss());
    }

    private void keepStatistics() {
        if (statistics != null) {
            model.buffers().set(statistics.floats());
        }
    }

    /** Gradient, loss and weight; all 0 before the first portion and after the last. */
    private Tensor sums() {
        if (sums == null) {
            sums = model.module().keep(new float[sumsLength()], sumsLength());
        }
        return sums;
    }

    private int sumsLength() {
        return program.parameterCount() + 2;
    }

    private Progress finish(Terms terms) {
        long first = batches.step();
        Plan plan = batches.next(1, Integer.MAX_VALUE);
        done = 0;
        keepStatistics();
        forget();
        TorchModule module = model.module();
        float[] losses =
                module.run(
                        "apply",
                        module::floats,
                        model.parameters(),
                        sums(),
                        model.state(),
                        new Whole(first),
                        model.regularized(),
                        rates(first, plan, terms),
                        new Real(terms.weightDecay()),
                        new Real(terms.regularization().l1()),
                        new Real(terms.regularization().l2()));
        return progress(first, losses);
    }

    /** The random numbers of a portion are its own. */
    private long seedOfPortion(int at) {
        return scattered(seed + at);
    }

    /** Neighbouring seeds become distant ones, below 2^52. */
    private static long scattered(long seed) {
        return (seed * 0x9E3779B97F4A7C15L) >>> 12;
    }

    /** The next step's batch, without going on to it. */
    private Plan nextStep() {
        var place = Snapshot.Place.of(batches);
        Plan plan = batches.next(1, Integer.MAX_VALUE);
        place.restore(batches);
        return plan;
    }

    /** Changes parameters, running statistics and what the optimiser keeps. */
    private float[] losses(
            long first,
            Plan plan,
            Terms terms,
            Argument parameters,
            Argument statistics,
            Argument kept) {
        return run(
                "train",
                model.module()::floats,
                plan,
                parameters,
                statistics,
                seed,
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

    private static Progress progress(long first, float... losses) {
        OptionalLong broken = OptionalLong.empty();
        for (int i = losses.length - 1; i >= 0; i--) {
            if (!Float.isFinite(losses[i])) {
                broken = OptionalLong.of(first + i + 1);
            }
        }
        return new Progress(losses.length, losses[losses.length - 1], broken);
    }

    /** Of the next batch at once, in training mode; the training does not go on by it. */
    Gradient gradient() {
        return gradient(nextStep());
    }

    private Gradient gradient(Plan plan) {
        TorchModule module = model.module();
        float[] statistics = model.buffers().floats();
        return run(
                "gradients",
                answer -> Gradient.of(module.floats(answer)),
                plan,
                model.parameters(),
                new Floats(statistics, 0, statistics.length),
                seed,
                batches.step());
    }

    /**
     * What the next step does, which is not taken; where it is done in portions, what it would do
     * by the first.
     */
    Preview preview(Terms terms) {
        Plan next = nextStep();
        Plan plan = isInPortions() ? next.portion(0, rowsPerCall) : next;
        return new Preview((int) plan.sizes()[0], gradient(plan), ahead(plan, terms));
    }

    /** What a step on one example alone would leave of the parameters; it is not taken. */
    float[] ahead(int row, Terms terms) {
        long[] epochs = {batches.epoch()};
        return ahead(new Plan(new long[] {row}, new long[] {0}, new long[] {1}, epochs), terms);
    }

    /** The first example of the next batch. */
    int firstRow() {
        long[] rows = nextStep().rows();
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

    /** A method that looks at batches. */
    private <T> T run(
            String method,
            Function<IValue, T> result,
            Plan plan,
            Argument parameters,
            Argument statistics,
            long seed,
            long step,
            Argument... further) {
        float[] shares = plan.shares();
        Argument[] looked = {
            train.inputs(),
            train.targets(),
            parameters,
            statistics,
            new Indices(plan.rows(), plan.rows().length),
            new Floats(shares, 0, shares.length, 1),
            new Integers(plan.starts()),
            new Integers(plan.sizes()),
            new Whole(seed),
            new Whole(step)
        };
        Argument[] all = Arrays.copyOf(looked, looked.length + further.length);
        System.arraycopy(further, 0, all, looked.length, further.length);
        return model.module().run(method, result, all);
    }

    /**
     * What a step would do.
     *
     * @param rows of the batch
     * @param after the parameters, flat
     */
    @SuppressWarnings("ArrayRecordComponent") // looked at once
    record Preview(int rows, Gradient gradient, float[] after) {}

    /**
     * @param loss of the batch
     * @param values as flat as the parameters
     */
    @SuppressWarnings("ArrayRecordComponent") // looked at once
    record Gradient(float loss, float[] values) {
        private static Gradient of(float[] lossAndValues) {
            return new Gradient(
                    lossAndValues[0], Arrays.copyOfRange(lossAndValues, 1, lossAndValues.length));
        }
    }
}
