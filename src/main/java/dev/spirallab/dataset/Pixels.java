package dev.spirallab.dataset;

import dev.spirallab.spec.data.ImageDataset.Frame;
import java.util.List;

/**
 * Images in rows, a byte a number: {@code [rows, channels height width]}, the channels one after
 * the other. The model takes {@code (byte / 255 - mean) / std}.
 *
 * @param values nobody changes them
 * @param mean one number a channel
 * @param std one number a channel
 */
@SuppressWarnings("ArrayRecordComponent") // plain bytes on their way to the engine
public record Pixels(Frame frame, byte[] values, List<Double> mean, List<Double> std)
        implements Inputs {
    private static final int WHITE = 255;

    public Pixels {
        mean = List.copyOf(mean);
        std = List.copyOf(std);
        if (values.length % frame.size() != 0
                || mean.size() != frame.channels()
                || std.size() != frame.channels()) {
            throw new IllegalArgumentException("bytes or channels that do not fit " + frame);
        }
    }

    @Override
    public int rows() {
        return values.length / columns();
    }

    @Override
    public int columns() {
        return frame.size();
    }

    @Override
    public long bytes() {
        return values.length;
    }

    @Override
    public Matrix floats(int... chosen) {
        int columns = columns();
        int area = frame.height() * frame.width();
        float[] floats = new float[chosen.length * columns];
        for (int row = 0; row < chosen.length; row++) {
            for (int column = 0; column < columns; column++) {
                int channel = column / area;
                double pixel = (values[chosen[row] * columns + column] & 0xFF) / (double) WHITE;
                floats[row * columns + column] =
                        (float) ((pixel - mean.get(channel)) / std.get(channel));
            }
        }
        return new Matrix(chosen.length, columns, floats);
    }
}
