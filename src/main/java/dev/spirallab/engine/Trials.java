package dev.spirallab.engine;

import dev.spirallab.engine.TorchModule.Tensor;
import dev.spirallab.spec.training.OptimizerSpec.Lbfgs;
import dev.spirallab.spec.training.Regularization;
import org.jspecify.annotations.Nullable;

/**
 * A step of an optimiser that looks at the loss several times, with others' turns between its
 * looks. The model changes with the last.
 */
final class Trials {
    private final Lbfgs lbfgs;
    private final Model model;
    private @Nullable Tensor place;
    private @Nullable Search search;
    private float loss;

    Trials(Lbfgs lbfgs, Model model) {
        this.lbfgs = lbfgs;
        this.model = model;
    }

    void begin(double rate) {
        float[] parameters = model.parameters().floats();
        search = new Search(lbfgs, parameters, model.state().floats(), rate);
        loss = Float.NaN;
        if (place == null) {
            place = model.module().keep(parameters, parameters.length);
        }
        place.set(parameters);
    }

    void forget() {
        search = null;
    }

    /** The parameters at which the loss is looked at. */
    Tensor place() {
        if (place == null) {
            throw new IllegalStateException("no step has begun");
        }
        return place;
    }

    /** Of the batch, where the step began. */
    float loss() {
        return loss;
    }

    /**
     * Goes on with what was found.
     *
     * @param sums gradients, losses and weights of the whole batch, which are means over portions
     * @return whether the step is done
     */
    boolean look(float[] sums, Regularization penalties) {
        if (search == null) {
            throw new IllegalStateException("no step has begun");
        }
        int size = sums.length - 2;
        float weight = sums[size + 1];
        float[] gradient = new float[size];
        for (int i = 0; i < size; i++) {
            gradient[i] = sums[i] / weight;
        }
        double found = sums[size] / weight;
        loss = Float.isNaN(loss) ? (float) found : loss;
        search.found(found + penalised(search.place(), gradient, penalties), gradient);
        if (search.done()) {
            model.parameters().set(search.place());
            model.state().set(search.state());
            search = null;
            return true;
        }
        place().set(search.place());
        return false;
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
