package dev.spirallab.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.spirallab.frame.Frame;
import dev.spirallab.frame.TaskKind;
import dev.spirallab.spec.data.Extent;

/**
 * What the model answers all over the plane.
 *
 * @param values {@code [channels][height][width]}, the top row (greatest x2) first: a channel with
 *     the probabilities of each class, or one with the values of a regression; to about a 255th of
 *     their range
 */
@SuppressWarnings("ArrayRecordComponent") // made, written and forgotten
record BoundaryAnswer(
        @JsonIgnore Frame.Boundary frame,
        int attempt,
        int epoch,
        long step,
        Meaning meaning,
        Extent extent,
        float[][][] values) {

    enum Meaning {
        probability,
        value;

        static Meaning of(TaskKind task) {
            return switch (task) {
                case CLASSES -> probability;
                case REGRESSION -> value;
            };
        }
    }

    static BoundaryAnswer of(Frame.Boundary frame) {
        return new BoundaryAnswer(
                frame,
                frame.at().attempt(),
                frame.at().epoch(),
                frame.at().step(),
                Meaning.of(frame.task()),
                frame.extent(),
                values(frame));
    }

    private static float[][][] values(Frame.Boundary frame) {
        float[][][] values = new float[frame.channels()][frame.height()][frame.width()];
        int at = 0;
        for (float[][] channel : values) {
            for (float[] row : channel) {
                for (int column = 0; column < row.length; column++) {
                    row[column] = value(frame, Byte.toUnsignedInt(frame.values()[at++]));
                }
            }
        }
        return values;
    }

    private static float value(Frame.Boundary frame, int level) {
        float value = frame.valueMin() + level / 255f * (frame.valueMax() - frame.valueMin());
        return Math.round(value * 10_000) / 10_000f;
    }
}
