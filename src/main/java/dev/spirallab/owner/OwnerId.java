package dev.spirallab.owner;

import java.util.UUID;

/** Whose an experiment, a run or a link is: a browser, or several that share a recovery code. */
public record OwnerId(UUID value) {

    /** Somebody new. */
    public static OwnerId random() {
        return new OwnerId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
