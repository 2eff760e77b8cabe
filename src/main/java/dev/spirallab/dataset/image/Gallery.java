package dev.spirallab.dataset.image;

import dev.spirallab.spec.data.ImageDataset;
import dev.spirallab.spec.data.ImageDataset.Frame;
import dev.spirallab.spec.data.ImageTransform;

/**
 * Images, transformed, and their classes.
 *
 * @param pixels {@code [N, channels, height, width]}
 * @param labels {@code [N]}
 */
@SuppressWarnings("ArrayRecordComponent") // made, divided and forgotten
public record Gallery(byte[] pixels, int[] labels) {

    /** Takes one image after the other. */
    static final class Hanging {
        private final ImageDataset spec;
        private final byte[] pixels;
        private final int[] labels;
        private int count;

        Hanging(ImageDataset spec) {
            this.spec = spec;
            pixels = new byte[Math.multiplyExact(spec.size(), spec.shown().size())];
            labels = new int[spec.size()];
        }

        /**
         * @param raster of the data set's {@link ImageDataset#frame}
         */
        void add(Raster raster, int label) {
            Raster shown = raster;
            for (ImageTransform transform : spec.transforms()) {
                shown = Rasters.transformed(shown, transform);
            }
            Frame frame = shown.frame();
            System.arraycopy(shown.pixels(), 0, pixels, count * frame.size(), frame.size());
            labels[count] = label;
            count++;
        }

        Gallery gallery() {
            return new Gallery(pixels, labels);
        }
    }
}
