package dev.spirallab.run;

import dev.spirallab.engine.Checkpoint;
import dev.spirallab.engine.Training;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A training that is opened when it is needed; parked, it holds a checkpoint and no native memory.
 */
final class ParkedTraining implements AutoCloseable {
    private final Supplier<Training> opener;
    private @Nullable Training training;
    private @Nullable Checkpoint checkpoint;

    ParkedTraining(Supplier<Training> opener) {
        this.opener = opener;
    }

    Training get() {
        if (training == null) {
            training = opener.get();
            if (checkpoint != null) {
                training.restore(checkpoint);
                checkpoint = null;
            }
        }
        return training;
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
