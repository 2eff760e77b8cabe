package dev.spirallab.export.djl;

import dev.spirallab.export.Lines;
import dev.spirallab.spec.data.ImageTransform;
import java.util.List;

/** What is done to each image once, in Java: {@code shown(picture)}. */
record DjlPictures(List<ImageTransform> transforms) {
    private static final String PLACED =
            """
            /** Cut out or with black around it. */
            static Picture placed(Picture from, int height, int width, int top, int left) {
                Picture to = new Picture(from.channels(), height, width);
                for (int channel = 0; channel < from.channels(); channel++) {
                    for (int y = 0; y < height; y++) {
                        for (int x = 0; x < width; x++) {
                            to.set(channel, y, x, from.at(channel, y - top, x - left));
                        }
                    }
                }
                return to;
            }
            """;

    private static final String RESIZED =
            """
            /** Bilinear; where it shrinks, each pixel is a mean of those that it covers. */
            static Picture resized(Picture from, int height, int width) {
                double[][] rows = shares(from.height(), height);
                double[][] columns = shares(from.width(), width);
                Picture to = new Picture(from.channels(), height, width);
                for (int channel = 0; channel < from.channels(); channel++) {
                    for (int y = 0; y < height; y++) {
                        for (int x = 0; x < width; x++) {
                            double sum = 0;
                            for (int v = 0; v < from.height(); v++) {
                                for (int u = 0; rows[y][v] > 0 && u < from.width(); u++) {
                                    sum += rows[y][v] * columns[x][u] * from.at(channel, v, u);
                                }
                            }
                            to.set(channel, y, x, (float) sum);
                        }
                    }
                }
                return to;
            }

            /** How much each of the old pixels has of each new one. */
            static double[][] shares(int from, int to) {
                double scale = (double) from / to;
                double reach = Math.max(1, scale);
                double[][] shares = new double[to][from];
                for (int i = 0; i < to; i++) {
                    double sum = 0;
                    for (int j = 0; j < from; j++) {
                        double distance = Math.abs(j + 0.5 - (i + 0.5) * scale);
                        shares[i][j] = Math.max(0, 1 - distance / reach);
                        sum += shares[i][j];
                    }
                    for (int j = 0; j < from; j++) {
                        shares[i][j] /= sum;
                    }
                }
                return shares;
            }
            """;

    private static final String GRAY =
            """
            static Picture gray(Picture from) {
                if (from.channels() == 1) {
                    return from;
                }
                Picture to = new Picture(1, from.height(), from.width());
                for (int y = 0; y < from.height(); y++) {
                    for (int x = 0; x < from.width(); x++) {
                        float red = from.at(0, y, x);
                        to.set(0, y, x, 0.299f * red + 0.587f * from.at(1, y, x) + 0.114f * from.at(2, y, x));
                    }
                }
                return to;
            }
            """;

    private static final String INVERTED =
            """
            static Picture inverted(Picture from) {
                for (int i = 0; i < from.values().length; i++) {
                    from.values()[i] = 1 - from.values()[i];
                }
                return from;
            }
            """;

    void write(Lines code) {
        code.braces(
                "static float[] shown(Picture picture)",
                () -> {
                    transforms.forEach(transform -> code.add(text(transform)));
                    code.add("return picture.values();");
                });
        write("placed(", PLACED, code);
        write("resized(", RESIZED, code);
        write("gray(", GRAY, code);
        write("inverted(", INVERTED, code);
    }

    private void write(String call, String function, Lines code) {
        if (transforms.stream().anyMatch(transform -> text(transform).contains(call))) {
            code.blank().add(function);
        }
    }

    private static String text(ImageTransform transform) {
        return switch (transform) {
            case ImageTransform.Resize(int height, int width) ->
                    "picture = resized(picture, %d, %d);".formatted(height, width);
            case ImageTransform.CenterCrop(int height, int width) ->
                    ("picture = placed(picture, %1$d, %2$d, Math.ceilDiv(%1$d - picture.height(), 2),"
                                    + " Math.ceilDiv(%2$d - picture.width(), 2));")
                            .formatted(height, width);
            case ImageTransform.Pad(int padding) ->
                    ("picture = placed(picture, picture.height() + %d, picture.width() + %d, %d,"
                                    + " %d);")
                            .formatted(2 * padding, 2 * padding, padding, padding);
            case ImageTransform.Grayscale _ -> "picture = gray(picture);";
            case ImageTransform.Invert _ -> "picture = inverted(picture);";
        };
    }
}
