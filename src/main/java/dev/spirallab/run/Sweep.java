package dev.spirallab.run;

import dev.spirallab.engine.Evaluation;
import dev.spirallab.engine.NodeTensor;
import dev.spirallab.frame.EndReason;
import dev.spirallab.frame.Frame;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.sweep.SweepSpec;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Variants of an experiment that are trained side by side, or at once where one program can. It
 * takes its turns among the runs and has no more of them than one run has. Safe for use by many
 * threads.
 */
public interface Sweep extends AutoCloseable {

    SweepId id();

    /** What is varied. */
    SweepSpec spec();

    /** What it has come to; whoever has not asked for a minute loses it. */
    Standing standing();

    /** In the order in which they were given. */
    List<Valid> variants();

    /** Parameters and running statistics of a variant; cancelled if it is closed before. */
    CompletableFuture<List<NodeTensor>> tensors(int variant);

    /** Frees its memory; its figures stay. */
    @Override
    void close();

    /**
     * @param done share of all steps, 0 to 1
     * @param problem why it ended, if something went wrong
     */
    record Standing(State state, double done, List<Variant> variants, Optional<Problem> problem) {
        public Standing {
            variants = List.copyOf(variants);
        }
    }

    /** Whether it goes on. */
    enum State {
        RUNNING,
        DONE,
        /** It was closed, or failed, before it was through. */
        BROKEN_OFF
    }

    /**
     * @param points of its curves, the first at step 0
     * @param boundary as it was drawn last; empty where the data lie on no plane
     * @param end why it ended; {@link EndReason#NONE} unless it did
     */
    record Variant(List<Point> points, Optional<Frame.Boundary> boundary, EndReason end) {
        public Variant {
            points = List.copyOf(points);
        }

        /** Whether its loss was no finite number. */
        public boolean diverged() {
            return end == EndReason.DIVERGED;
        }

        /** Whether it ended before the others, by its own figures. */
        public boolean endedEarly() {
            return end == EndReason.EARLY_STOPPING || end == EndReason.TARGET;
        }
    }

    /** A point of a variant's curves. */
    record Point(long step, double epoch, Evaluation evaluation) {}
}
