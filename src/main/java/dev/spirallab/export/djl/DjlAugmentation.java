package dev.spirallab.export.djl;

import dev.spirallab.export.Lines;
import dev.spirallab.spec.data.Augmentation;
import dev.spirallab.spec.data.ImageDataset;
import java.util.List;

/** What is done to each batch in training anew, in Java: {@code augmented(images)}. */
final class DjlAugmentation {
    private static final String SAMPLED =
            """
            /** A number between pixels; outside of the image is black. */
            static double sampled(float[] pixels, int from, int height, int width, double y, double x, double black) {
                double sum = 0;
                int top = (int) Math.floor(y);
                int left = (int) Math.floor(x);
                for (int v = top; v <= top + 1; v++) {
                    for (int u = left; u <= left + 1; u++) {
                        boolean inside = v >= 0 && v < height && u >= 0 && u < width;
                        double value = inside ? pixels[from + v * width + u] : black;
                        sum += (1 - Math.abs(y - v)) * (1 - Math.abs(x - u)) * value;
                    }
                }
                return sum;
            }
            """;

    private DjlAugmentation() {}

    static void write(ImageDataset dataset, Lines code) {
        ImageDataset.Frame frame = dataset.shown();
        code.add("static final Random CHANCE = new Random(" + dataset.seed() + ");");
        code.blank();
        code.add("/** Changes each image by chance; what comes into view is black. */");
        code.braces(
                "static NDArray augmented(NDArray images)",
                () -> {
                    code.add("int height = " + frame.height() + ";");
                    code.add("int width = " + frame.width() + ";");
                    code.add("float[] from = images.toFloatArray();");
                    code.add("float[] to = new float[from.length];");
                    code.braces(
                            "for (int image = 0; image < from.length; image += %d)"
                                    .formatted(frame.size()),
                            () -> image(dataset, code));
                    code.add("return images.getManager().create(to, images.getShape());");
                });
        code.blank();
        code.add(SAMPLED);
    }

    private static void image(ImageDataset dataset, Lines code) {
        List<Augmentation> changes = dataset.augmentation();
        for (int i = 0; i < changes.size(); i++) {
            code.add(numbered(drawn(changes.get(i)), i));
        }
        code.braces(
                "for (int i = 0; i < height * width; i++)",
                () -> {
                    code.add("double y = i / width - (height - 1) / 2.0;");
                    code.add("double x = i % width - (width - 1) / 2.0;");
                    for (int i = changes.size() - 1; i >= 0; i--) {
                        code.add(numbered(moved(changes.get(i)), i));
                    }
                    code.add("y += (height - 1) / 2.0;");
                    code.add("x += (width - 1) / 2.0;");
                    code.braces(
                            "for (int channel = 0; channel < SCALES.length; channel++)",
                            () -> {
                                code.add("int plane = image + channel * height * width;");
                                code.add(
                                        "double black = -SCALES[channel][0] / SCALES[channel][1];");
                                code.add(
                                        "to[plane + i] = (float) sampled(from, plane, height, width,"
                                                + " y, x, black);");
                            });
                });
    }

    /** With variables of its own, as the same change may come again. */
    private static String numbered(String text, int place) {
        return place == 0
                ? text
                : text.replaceAll("\\b(down|right|mirror|angle|turned)\\b", "$1" + (place + 1));
    }

    /** What is drawn for an image. */
    private static String drawn(Augmentation change) {
        return switch (change) {
            case Augmentation.RandomCrop(int padding) ->
                    """
                    int down = CHANCE.nextInt(-%1$d, %1$d + 1);
                    int right = CHANCE.nextInt(-%1$d, %1$d + 1);
                    """
                            .formatted(padding);
            case Augmentation.RandomHorizontalFlip(double p) ->
                    "int mirror = CHANCE.nextDouble() < " + J.real(p) + " ? -1 : 1;";
            case Augmentation.RandomRotation(double degrees) ->
                    "double angle = Math.toRadians(%s * CHANCE.nextDouble(-1, 1));"
                            .formatted(J.real(degrees));
        };
    }

    /** Where the number of a place comes from. */
    private static String moved(Augmentation change) {
        return switch (change) {
            case Augmentation.RandomCrop _ ->
                    """
                    y += down;
                    x += right;
                    """;
            case Augmentation.RandomHorizontalFlip _ -> "x *= mirror;";
            case Augmentation.RandomRotation _ ->
                    """
                    double turned = Math.cos(angle) * x - Math.sin(angle) * y;
                    y = Math.sin(angle) * x + Math.cos(angle) * y;
                    x = turned;
                    """;
        };
    }
}
