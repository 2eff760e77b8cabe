package dev.spirallab.run;

import dev.spirallab.engine.Checkpoint;
import dev.spirallab.engine.Training;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A training that is opened when it is needed; parked, it holds a checkpoint and no native memory.
 */
final class ParkedTraining implements AutoCloseable {
    private Supplier<Training> opener;
    private @Nullable Training training;
    private @Nullable Checkpoint checkpoint;
    private boolean ofOtherData;

    /** The checkpoint is of another model or another version of the engine. */
    static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unfit(IllegalArgumentException cause) {
            super(cause);
        }
    }

    ParkedTraining(Supplier<Training> opener) {
        this.opener = opener;
    }

    /** Parked from the first. */
    ParkedTraining(Supplier<Training> opener, Checkpoint checkpoint) {
        this.opener = opener;
        this.checkpoint = checkpoint;
    }

    /**
     * @throws Unfit if it cannot go on from its checkpoint
     */
    Training get() {
        if (training == null) {
            training = opener.get();
            if (checkpoint != null) {
                restore(training, checkpoint, ofOtherData);
                checkpoint = null;
                ofOtherData = false;
            }
        }
        return training;
    }

    private static void restore(Training training, Checkpoint checkpoint, boolean ofOtherData) {
        try {
            if (ofOtherData) {
                training.goOnFrom(checkpoint);
            } else {
                training.restore(checkpoint);
            }
        } catch (IllegalArgumentException e) {
            throw new Unfit(e);
        }
    }

    /** Of where it is; costs nothing while it is parked. */
    Checkpoint checkpoint() {
        return training == null && checkpoint != null ? checkpoint : get().checkpoint();
    }

    /**
     * Goes on with other data.
     *
     * @param other opens the training of them
     * @throws Unfit if it is of another model
     */
    void relearn(Supplier<Training> other) {
        Checkpoint present = checkpoint();
        close();
        opener = other;
        checkpoint = present;
        ofOtherData = true;
        get();
    }

    boolean isParked() {
        return training == null;
    }

    void park() {
        if (training != null) {
            checkpoint = training.checkpoint();
            close();
        }
    }

    @Override
    public void close() {
        if (training != null) {
            training.close();
            training = null;
        }
    }
}
