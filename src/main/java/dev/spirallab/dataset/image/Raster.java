package dev.spirallab.dataset.image;

import dev.spirallab.spec.data.ImageDataset.Frame;

/**
 * One image.
 *
 * @param pixels {@code [channels, height, width]}, 0 black, 255 white
 */
@SuppressWarnings("ArrayRecordComponent") // made, copied and forgotten
record Raster(Frame frame, byte[] pixels) {

    static Raster black(Frame frame) {
        return new Raster(frame, new byte[frame.size()]);
    }

    int at(int channel, int y, int x) {
        return pixels[index(channel, y, x)] & 0xFF;
    }

    /** While it is made. */
    void set(int channel, int y, int x, int value) {
        pixels[index(channel, y, x)] = (byte) value;
    }

    private int index(int channel, int y, int x) {
        return (channel * frame.height() + y) * frame.width() + x;
    }
}
