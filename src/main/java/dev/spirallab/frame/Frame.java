package dev.spirallab.frame;

import dev.spirallab.spec.Problem;
import dev.spirallab.spec.data.Extent;
import java.util.List;

/** Something a run tells: one message of the stream, written by {@link FrameCodec}. */
public sealed interface Frame {

    /** When it was so. */
    Moment at();

    /**
     * Points of the curves, in order and without gaps.
     *
     * @param firstIndex the place of the first point in the attempt's history
     */
    record Metrics(Moment at, int firstIndex, List<MetricPoint> points) implements Frame {
        public Metrics {
            points = List.copyOf(points);
        }
    }

    /**
     * What the model answers all over the plane.
     *
     * @param channels classes, or 1 for a regression
     * @param valueMin what the byte 0 stands for: 0 for classes
     * @param valueMax what the byte 255 stands for: 1 for classes
     * @param values {@code [channels][height][width]}, the top row (greatest x2) first; class
     *     probabilities or values, each {@code round(255 (v - valueMin) / (valueMax - valueMin))}
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Boundary(
            Moment at,
            TaskKind task,
            int channels,
            int width,
            int height,
            Extent extent,
            float valueMin,
            float valueMax,
            byte[] values)
            implements Frame {
        public Boundary {
            if (values.length != channels * width * height) {
                throw new IllegalArgumentException("a boundary of another size than it says");
            }
        }
    }

    /**
     * How the run is doing.
     *
     * @param reason why it ended; {@link EndReason#NONE} unless it did
     * @param stepsPerSecond over the last second
     * @param pace steps a second at most; 0: as fast as it can
     * @param learningRate of the next step
     * @param viewers connections that watch it
     * @param detail code of a message that says more, or empty
     */
    record State(
            Moment at,
            RunState state,
            EndReason reason,
            float stepsPerSecond,
            float pace,
            float learningRate,
            int stepsPerEpoch,
            int viewers,
            String detail)
            implements Frame {}

    /** Something went wrong, with what to try. */
    record Trouble(Moment at, Problem problem) implements Frame {}

    /** How the model does on the test part. */
    record Assessed(Moment at, Assessment assessment) implements Frame {}

    /** What goes on in each layer. */
    record Layers(Moment at, LayerReport report) implements Frame {}

    /** What single units put out all over the plane. */
    record Units(Moment at, UnitPictures pictures) implements Frame {}

    /** On which examples the model does worst. */
    record Mistaken(Moment at, Mistakes mistakes) implements Frame {}

    /** What the model says of an example that somebody made up. */
    record Answered(Moment at, OwnAnswer answer) implements Frame {}

    /** What a layer puts out for some examples. */
    record Outputs(Moment at, LayerOutputs outputs) implements Frame {}

    /**
     * Which moments of this attempt may be looked back at.
     *
     * @param steps the earliest first
     */
    record Trail(Moment at, List<Long> steps) implements Frame {
        public Trail {
            steps = List.copyOf(steps);
        }
    }

    /** What the model answered at an earlier moment. */
    record Past(Boundary picture) implements Frame {
        @Override
        public Moment at() {
            return picture.at();
        }
    }

    /**
     * The numbers of one layer, and what it makes of an example.
     *
     * @param example which one that is; {@link Interior.Example#NONE} where nothing is made of it
     */
    record Inside(Moment at, Interior.Example example, Interior interior) implements Frame {}

    /**
     * Examples to draw, evenly thinned where there are many; the training part's first.
     *
     * @param points {@code [train + test][3]}: x1, x2, and the label or first target
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Points(Moment at, TaskKind task, int train, int test, Extent extent, float[] points)
            implements Frame {
        public Points {
            if (points.length != 3 * (train + test)) {
                throw new IllegalArgumentException("other points than it says");
            }
        }

        /** The same examples at another moment: they never change. */
        public Points at(Moment moment) {
            return new Points(moment, task, train, test, extent, points);
        }
    }
}
