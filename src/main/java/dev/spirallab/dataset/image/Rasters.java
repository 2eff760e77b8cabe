package dev.spirallab.dataset.image;

import dev.spirallab.spec.data.ImageDataset.Frame;
import dev.spirallab.spec.data.ImageTransform;

/** What can be done to an image; the same bytes on every machine. */
final class Rasters {
    private Rasters() {}

    static Raster transformed(Raster image, ImageTransform transform) {
        Frame frame = transform.of(image.frame());
        return switch (transform) {
            case ImageTransform.Resize _ -> resized(image, frame);
            case ImageTransform.CenterCrop _, ImageTransform.Pad _ -> framed(image, frame);
            case ImageTransform.Grayscale _ -> gray(image);
            case ImageTransform.Invert _ -> inverted(image);
        };
    }

    /** The middle of it in another frame, black where it does not reach. */
    private static Raster framed(Raster image, Frame frame) {
        Raster framed = Raster.black(frame);
        int down = Math.floorDiv(image.frame().height() - frame.height(), 2);
        int right = Math.floorDiv(image.frame().width() - frame.width(), 2);
        for (int channel = 0; channel < frame.channels(); channel++) {
            for (int y = 0; y < frame.height(); y++) {
                for (int x = 0; x < frame.width(); x++) {
                    if (has(image.frame(), y + down, x + right)) {
                        framed.set(channel, y, x, image.at(channel, y + down, x + right));
                    }
                }
            }
        }
        return framed;
    }

    private static boolean has(Frame frame, int y, int x) {
        return y >= 0 && y < frame.height() && x >= 0 && x < frame.width();
    }

    /** Weights and rounding as Pillow's, which torchvision uses. */
    static Raster gray(Raster image) {
        Frame frame = image.frame();
        if (frame.channels() != 3) {
            return image;
        }
        Raster gray = Raster.black(new Frame(1, frame.height(), frame.width()));
        for (int y = 0; y < frame.height(); y++) {
            for (int x = 0; x < frame.width(); x++) {
                int sum =
                        19595 * image.at(0, y, x)
                                + 38470 * image.at(1, y, x)
                                + 7471 * image.at(2, y, x);
                gray.set(0, y, x, (sum + 0x8000) >> 16);
            }
        }
        return gray;
    }

    private static Raster inverted(Raster image) {
        Raster inverted = Raster.black(image.frame());
        for (int at = 0; at < inverted.pixels().length; at++) {
            inverted.pixels()[at] = (byte) ~image.pixels()[at];
        }
        return inverted;
    }

    /**
     * Linear interpolation where it grows; where it shrinks, the mean under a triangle as wide as
     * two of the new pixels, so that nothing is left out.
     */
    static Raster resized(Raster image, Frame frame) {
        if (image.frame().equals(frame)) {
            return image;
        }
        Weights across = Weights.of(image.frame().width(), frame.width());
        Weights down = Weights.of(image.frame().height(), frame.height());
        Raster resized = Raster.black(frame);
        for (int channel = 0; channel < frame.channels(); channel++) {
            double[][] narrowed = new double[image.frame().height()][frame.width()];
            for (int y = 0; y < narrowed.length; y++) {
                for (int x = 0; x < frame.width(); x++) {
                    double sum = 0;
                    for (int i = 0; i < across.of[x].length; i++) {
                        sum += across.of[x][i] * image.at(channel, y, across.first[x] + i);
                    }
                    narrowed[y][x] = sum;
                }
            }
            for (int y = 0; y < frame.height(); y++) {
                for (int x = 0; x < frame.width(); x++) {
                    double sum = 0;
                    for (int i = 0; i < down.of[y].length; i++) {
                        sum += down.of[y][i] * narrowed[down.first[y] + i][x];
                    }
                    resized.set(channel, y, x, Math.clamp(Math.round(sum), 0, 255));
                }
            }
        }
        return resized;
    }

    /**
     * What each new pixel takes of the old ones.
     *
     * @param first the first old pixel that it takes of
     * @param of how much of each from there on, 1 together
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Weights(int[] first, double[][] of) {

        static Weights of(int from, int to) {
            double scale = (double) from / to;
            double reach = Math.max(1, scale);
            int[] first = new int[to];
            double[][] of = new double[to][];
            for (int i = 0; i < to; i++) {
                double middle = (i + 0.5) * scale;
                first[i] = Math.max(0, (int) Math.floor(middle - reach + 0.5));
                int end = Math.min(from, (int) Math.floor(middle + reach + 0.5));
                of[i] = triangle(first[i], Math.max(first[i] + 1, end), middle, reach);
            }
            return new Weights(first, of);
        }

        private static double[] triangle(int first, int end, double middle, double reach) {
            double[] weights = new double[end - first];
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                double distance = Math.abs(first + i + 0.5 - middle) / reach;
                weights[i] = Math.max(0, 1 - distance);
                sum += weights[i];
            }
            for (int i = 0; i < weights.length; i++) {
                weights[i] = sum > 0 ? weights[i] / sum : 1.0 / weights.length;
            }
            return weights;
        }
    }
}
