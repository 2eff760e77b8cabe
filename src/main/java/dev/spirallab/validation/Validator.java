package dev.spirallab.validation;

import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.graph.Edge;
import dev.spirallab.spec.graph.ModelGraph;
import java.util.Optional;

/** Judges experiments. Has no state; any thread may use it. */
public final class Validator {
    private final Limits limits;

    public Validator(Limits limits) {
        this.limits = limits;
    }

    /** All that is wrong with the experiment, finished or not; never an exception. */
    public ValidationResult validate(Experiment experiment) {
        throw new UnsupportedOperationException("soon, within " + limits);
    }

    /** Why {@code candidate} may not be added to {@code graph}; empty when it may. */
    public Optional<Problem> connection(ModelGraph graph, Edge candidate, DatasetSpec dataset) {
        throw new UnsupportedOperationException("soon");
    }
}
