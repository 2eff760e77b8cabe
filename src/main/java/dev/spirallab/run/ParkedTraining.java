package dev.spirallab.run;

import dev.spirallab.dataset.Matrix;
import dev.spirallab.engine.Bank;
import dev.spirallab.engine.Checkpoint;
import dev.spirallab.engine.Learnt;
import dev.spirallab.engine.Training;
import dev.spirallab.engine.Unit;
import dev.spirallab.frame.Interior;
import dev.spirallab.frame.LayerReport;
import dev.spirallab.frame.Look;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A training that is opened when it is needed; parked, it holds a checkpoint and no native memory.
 */
final class ParkedTraining implements Sketch.Model, AutoCloseable {
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

    @Override
    public float[] scores(Matrix inputs) {
        return get().scores(inputs);
    }

    @Override
    public float[] scores(Learnt other, Matrix inputs) {
        return get().scores(other, inputs);
    }

    @Override
    public int rowsAtOnce() {
        return get().rowsAtOnce();
    }

    @Override
    public Optional<LayerReport> probe(Matrix inputs) {
        return get().probe(inputs);
    }

    @Override
    public int rowsToProbe() {
        return get().rowsToProbe();
    }

    @Override
    public Interior interior(Look look, Matrix example) {
        return get().interior(look, example);
    }

    @Override
    public List<Bank> banks() {
        return get().banks();
    }

    @Override
    public float[] outputs(Matrix inputs, List<Unit> units) {
        return get().outputs(inputs, units);
    }

    @Override
    public float[] outputs(Matrix inputs, String node) {
        return get().outputs(inputs, node);
    }

    /** Nothing is going on: what a step under way holds is let go of. */
    void rest() {
        if (training != null) {
            training.rest();
        }
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
