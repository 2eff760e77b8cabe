package dev.spirallab.experiment;

import dev.spirallab.spec.Experiment;

/** An experiment as it was kept last. */
public record Kept(Summary summary, Experiment experiment) {
    public ExperimentId id() {
        return summary.id();
    }

    public long revision() {
        return summary.revision();
    }
}
