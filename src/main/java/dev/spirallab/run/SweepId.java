package dev.spirallab.run;

import java.util.UUID;

/** The name of a sweep. */
public record SweepId(UUID value) {
    static SweepId random() {
        return new SweepId(UUID.randomUUID());
    }
}
