package dev.spirallab.experiment;

import java.util.UUID;

/** A kept experiment. Knowing the id gives no right to it. */
public record ExperimentId(UUID value) {

    /** One that is nobody's yet. */
    public static ExperimentId random() {
        return new ExperimentId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
