package dev.spirallab.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.spirallab.experiment.Kept;
import dev.spirallab.spec.Experiment;

/** A kept experiment with its document. */
record KeptAnswer(@JsonUnwrapped KeptLine line, Experiment experiment) {
    static KeptAnswer of(Kept kept) {
        return new KeptAnswer(KeptLine.of(kept.summary()), kept.experiment());
    }
}
