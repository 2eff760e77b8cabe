package dev.spirallab.run;

import dev.spirallab.dataset.Matrix;
import dev.spirallab.engine.Bank;
import dev.spirallab.engine.Learnt;
import dev.spirallab.engine.Unit;
import dev.spirallab.frame.Frame;
import dev.spirallab.frame.Interior;
import dev.spirallab.frame.LayerReport;
import dev.spirallab.frame.Look;
import dev.spirallab.frame.Moment;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A picture in the making: piece by piece, so that others may have their turn in between. */
final class Sketch {
    private final Motif motif;
    private final Scene scene;
    private final Making making;
    private @Nullable Frame frame;

    /** How a picture is made. */
    @FunctionalInterface
    interface Making {
        /**
         * Does the next piece.
         *
         * @return the picture, after the last piece
         */
        Optional<Frame> advance(Model model);
    }

    /** What is drawn. */
    interface Model {
        /**
         * @param inputs {@code [rows, inputSize]}
         * @return {@code [rows, outputs]}
         */
        float[] scores(Matrix inputs);

        /** What it answered when it had learnt that. */
        float[] scores(Learnt other, Matrix inputs);

        /** For how many rows that takes no long time. */
        int rowsAtOnce();

        /** What goes on in each layer; {@link dev.spirallab.engine.Training#probe}. */
        Optional<LayerReport> probe(Matrix inputs);

        /** How many rows that is worth asking of. */
        int rowsToProbe();

        /**
         * @param example {@code [1, inputSize]}
         */
        Interior interior(Look look, Matrix example);

        /** The nodes whose units may be asked for. */
        List<Bank> banks();

        /**
         * @param inputs {@code [rows, inputSize]}
         * @return {@code [rows, units]}
         */
        float[] outputs(Matrix inputs, List<Unit> units);

        /**
         * @param inputs {@code [rows, inputSize]}
         * @param node its id
         * @return {@code [rows, width]}; empty where there is no such node
         */
        float[] outputs(Matrix inputs, String node);
    }

    /**
     * What there is to be drawn.
     *
     * @param modelVersion another number when the model may answer otherwise
     * @param running whether the model is being trained, and not only looked at
     */
    record Scene(Moment at, long modelVersion, boolean running) {
        boolean showsSameAs(Scene other) {
            return at.attempt() == other.at.attempt() && modelVersion == other.modelVersion;
        }
    }

    Sketch(Motif motif, Scene scene, Making making) {
        this.motif = motif;
        this.scene = scene;
        this.making = making;
    }

    Scene scene() {
        return scene;
    }

    Motif motif() {
        return motif;
    }

    void advance(Model model) {
        making.advance(model).ifPresent(made -> frame = made);
    }

    boolean isDone() {
        return frame != null;
    }

    Frame frame() {
        return Objects.requireNonNull(frame);
    }
}
