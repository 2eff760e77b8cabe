package dev.spirallab.engine;

import ai.djl.pytorch.engine.PtNDArray;
import dev.spirallab.engine.TorchModule.Argument;
import dev.spirallab.engine.TorchModule.Copy;
import dev.spirallab.engine.TorchModule.Numbers;
import dev.spirallab.engine.TorchModule.Real;
import dev.spirallab.engine.TorchModule.Tensor;
import dev.spirallab.engine.TorchModule.Tensors;
import dev.spirallab.engine.TorchModule.Whole;
import dev.spirallab.program.Program;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The next step, found in many calls: by portions of its batch or layer by layer, and all of that
 * as often as its optimiser looks. Nothing that is learnt changes before it is told to {@link
 * #finish}. A step that is forgotten half way is found anew, with the same bits.
 */
final class DividedStep {
    private final Program program;
    private final Model model;
    private final Calls calls;
    private final Batches batches;
    private final int rowsPerCall;
    private final Optional<Trials> trials;
    private @Nullable Tensor sums;
    private @Nullable Plan begun;
    private int done;
    private int stage;
    private List<PtNDArray> held = List.of();
    private @Nullable Copy statistics;

    /**
     * @param rowsPerCall the largest portion
     * @param trials where the optimiser looks at the loss several times a step
     */
    DividedStep(
            Program program,
            Model model,
            Calls calls,
            Batches batches,
            int rowsPerCall,
            Optional<Trials> trials) {
        this.program = program;
        this.model = model;
        this.calls = calls;
        this.batches = batches;
        this.rowsPerCall = rowsPerCall;
        this.trials = trials;
    }

    /** Does one call of it; the last changes what is learnt. */
    Progress train(Terms terms) {
        return advance(terms) ? finish(terms) : Progress.NONE;
    }

    /**
     * What it will do, when that is known; until then a call of it is done, which the step itself
     * is spared.
     */
    Optional<Preview> preview(Terms terms) {
        if (!advance(terms)) {
            return Optional.empty();
        }
        int rows = (int) batches.upcoming().sizes()[0];
        return Optional.of(
                trials.map(search -> new Preview(rows, search.start(), search.after()))
                        .orElseGet(() ->
                                new Preview(rows, Gradient.ofSums(sums().floats()), after(terms))));
    }

    /** Begins anew; until then nothing is held for it. */
    void forget() {
        clearSums();
        begun = null;
        stage = 0;
        hold(List.of());
        trials.ifPresent(Trials::forget);
        if (statistics != null) {
            statistics.close();
            statistics = null;
        }
    }

    /** Whether something is known of it already. */
    boolean isUnderWay() {
        return begun != null;
    }

    /**
     * Does a call of what is left.
     *
     * @return whether nothing was left but the change
     */
    private boolean advance(Terms terms) {
        Plan plan = begun(terms);
        if (trials.filter(Trials::isDone).isPresent()) {
            return true;
        }
        int left = (int) plan.sizes()[0] - done;
        if (left > 0) {
            portion(plan, left);
            return false;
        }
        return trials.map(this::look).orElse(true);
    }

    /** A search goes by the settings that it began with: where those changed, it begins anew. */
    private Plan begun(Terms terms) {
        double rate = rate(terms);
        if (!trials.map(each -> each.follows(rate, terms.regularization())).orElse(true)) {
            forget();
        }
        if (begun == null) {
            begun = batches.upcoming();
            trials.ifPresent(each -> each.begin(rate, terms.regularization()));
        }
        return begun;
    }

    private double rate(Terms terms) {
        return terms.rate().at(batches.epoch(), batches.step());
    }

    private void portion(Plan plan, int left) {
        int count = program.inPortions() ? Math.min(rowsPerCall, left) : left;
        if (program.stages() > 0) {
            stage(plan.portion(done, count));
        } else {
            calls.run(
                    "accumulate",
                    answer -> answer,
                    plan.portion(done, count),
                    place(),
                    model.buffers(),
                    calls.seedOfPortion(done),
                    batches.step(),
                    sums());
        }
        if (stage == 0) {
            done += count;
        }
    }

    /** Running statistics change with the last call, as all else does. */
    private void stage(Plan plan) {
        if (statistics == null) {
            statistics = model.module().copy(model.buffers());
        }
        hold(
                calls.run(
                        "stage" + stage,
                        model.module()::tensors,
                        plan,
                        place(),
                        statistics,
                        calls.seedOfPortion(done),
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

    /** The parameters at which it looks. */
    private Tensor place() {
        return trials.map(Trials::place).orElse(model.parameters());
    }

    /**
     * All portions of one look are there.
     *
     * @return whether it was the last
     */
    private boolean look(Trials search) {
        Gradient found = Gradient.ofSums(sums().floats());
        clearSums();
        search.look(found);
        return search.isDone();
    }

    /** Gradient, loss and weight; all 0 before the first portion. */
    private Tensor sums() {
        if (sums == null) {
            sums = model.module().keep(new float[sumsLength()], sumsLength());
        }
        return sums;
    }

    private void clearSums() {
        if (done > 0) {
            sums().set(new float[sumsLength()]);
            done = 0;
        }
    }

    private int sumsLength() {
        return program.parameterCount() + 2;
    }

    private Progress finish(Terms terms) {
        float loss = change(terms);
        if (statistics != null) {
            model.buffers().set(statistics.floats());
        }
        forget();
        long first = batches.step();
        batches.next(1, Integer.MAX_VALUE);
        return Progress.of(first, loss);
    }

    /** The loss of the batch before the step. */
    private float change(Terms terms) {
        if (trials.isPresent()) {
            trials.get().finish();
            return trials.get().start().loss();
        }
        return apply(terms, model.parameters(), sums(), model.state());
    }

    private float[] after(Terms terms) {
        TorchModule module = model.module();
        try (Copy parameters = module.copy(model.parameters());
                Copy found = module.copy(sums());
                Copy kept = module.copy(model.state())) {
            apply(terms, parameters, found, kept);
            return parameters.floats();
        }
    }

    private float apply(Terms terms, Argument parameters, Argument found, Argument kept) {
        TorchModule module = model.module();
        return module.run(
                        "apply",
                        module::floats,
                        parameters,
                        found,
                        kept,
                        new Whole(batches.step()),
                        model.regularized(),
                        new Numbers(rate(terms)),
                        new Real(terms.weightDecay()),
                        new Real(terms.regularization().l1()),
                        new Real(terms.regularization().l2()))[0];
    }
}
