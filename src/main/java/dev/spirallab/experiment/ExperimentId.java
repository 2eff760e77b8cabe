package dev.spirallab.experiment;

import java.util.UUID;

/** A kept experiment. Knowing the id gives no right to it. */
public record ExperimentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
