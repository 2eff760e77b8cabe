package dev.spirallab.engine;

import static java.util.Objects.requireNonNull;

import dev.spirallab.engine.TorchModule.Tensor;
import dev.spirallab.spec.training.OptimizerSpec.Lbfgs;
import dev.spirallab.spec.training.Regularization;
import org.jspecify.annotations.Nullable;

/**
 * A step of an optimiser that looks at the loss several times, with others' turns between its
 * looks. The model changes when it is told to {@link #finish}.
 */
final class Trials {
    private final Lbfgs lbfgs;
    private final Model model;
    private @Nullable Tensor place;
    private @Nullable Trial trial;

    /** A search, the settings that it follows, and what there was where it began. */
    private static final class Trial {
        private final Search search;
        private final double rate;
        private final Regularization penalties;
        private @Nullable Gradient start;

        private Trial(Search search, double rate, Regularization penalties) {
            this.search = search;
            this.rate = rate;
            this.penalties = penalties;
        }
    }

    Trials(Lbfgs lbfgs, Model model) {
        this.lbfgs = lbfgs;
        this.model = model;
    }

    void begin(double rate, Regularization penalties) {
        float[] parameters = model.parameters().floats();
        Search search = new Search(lbfgs, parameters, model.state().floats(), rate);
        trial = new Trial(search, rate, penalties);
        if (place == null) {
            place = model.module().keep(parameters, parameters.length);
        }
        place.set(parameters);
    }

    /** Whether the step under way, if there is one, began with these settings. */
    boolean follows(double rate, Regularization penalties) {
        return trial == null || (trial.rate == rate && trial.penalties.equals(penalties));
    }

    void forget() {
        trial = null;
    }

    /** The parameters at which the loss is looked at. */
    Tensor place() {
        return requireNonNull(place, "no step has begun");
    }

    /**
     * Goes on with what was found.
     *
     * @param found of the whole batch, at {@link #place}
     */
    void look(Gradient found) {
        Trial current = current();
        if (current.start == null) {
            current.start = found;
        }
        float[] gradient = found.values().clone();
        double penalty = penalised(current.search.place(), gradient, current.penalties);
        current.search.found(found.loss() + penalty, gradient);
        if (!current.search.done()) {
            place().set(current.search.place());
        }
    }

    /** Whether it need look no more. */
    boolean isDone() {
        return trial != null && trial.search.done();
    }

    /** Of the batch, where the step began. */
    Gradient start() {
        return requireNonNull(current().start, "nothing was looked at");
    }

    /** The parameters that a step which is done leads to. */
    float[] after() {
        return current().search.place();
    }

    /** Changes the model as a step that is done says. */
    void finish() {
        model.parameters().set(after());
        model.state().set(current().search.state());
    }

    private Trial current() {
        return requireNonNull(trial, "no step has begun");
    }

    /** What is added to the loss; what it adds to the gradient is added there. */
    private double penalised(float[] at, float[] gradient, Regularization penalties) {
        if (penalties.l1() == 0 && penalties.l2() == 0) {
            return 0;
        }
        float[] mask = model.regularized().floats();
        double sum = 0;
        for (int i = 0; i < at.length; i++) {
            sum +=
                    mask[i]
                            * (penalties.l2() / 2 * at[i] * at[i]
                                    + penalties.l1() * Math.abs(at[i]));
            gradient[i] +=
                    (float)
                            (mask[i]
                                    * (penalties.l2() * at[i]
                                            + penalties.l1() * Math.signum(at[i])));
        }
        return sum;
    }
}
