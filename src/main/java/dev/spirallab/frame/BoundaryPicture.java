package dev.spirallab.frame;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * A boundary as the page shows it in its light theme: each class has a colour, the paler the less
 * sure the model is; values go from blue below zero to orange above. The rules are those of {@code
 * frontend/boundary/paint.ts}.
 */
public final class BoundaryPicture {
    private static final double FAINTEST = 0.1;
    private static final double STRONGEST = 0.6;
    private static final double STRONGEST_VALUE = 0.9;
    private static final int BACKGROUND = 0xFFFFFF;
    private static final int[] CLASSES = {0x0072B2, 0xE69F00, 0x009E73, 0xCC79A7, 0xD55E00};

    private BoundaryPicture() {}

    /** A pixel a cell. */
    public static BufferedImage of(Frame.Boundary boundary) {
        int width = boundary.width();
        BufferedImage image =
                new BufferedImage(width, boundary.height(), BufferedImage.TYPE_INT_RGB);
        for (int cell = 0; cell < width * boundary.height(); cell++) {
            image.setRGB(cell % width, cell / width, colour(boundary, cell));
        }
        return image;
    }

    /** Smoothly enlarged or reduced to so many pixels. */
    public static BufferedImage of(Frame.Boundary boundary, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(of(boundary), 0, 0, width, height, null);
        graphics.dispose();
        return image;
    }

    public static byte[] png(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static int colour(Frame.Boundary boundary, int cell) {
        return switch (boundary.task()) {
            case CLASSES -> blend(scores(boundary, cell));
            case REGRESSION -> value(boundary, Byte.toUnsignedInt(boundary.values()[cell]));
        };
    }

    /** A single channel is the probability of class 1 of two. */
    private static int[] scores(Frame.Boundary boundary, int cell) {
        byte[] values = boundary.values();
        if (boundary.channels() == 1) {
            int second = Byte.toUnsignedInt(values[cell]);
            return new int[] {255 - second, second};
        }
        int[] scores = new int[boundary.channels()];
        for (int c = 0; c < scores.length; c++) {
            scores[c] = Byte.toUnsignedInt(values[c * boundary.width() * boundary.height() + cell]);
        }
        return scores;
    }

    private static int blend(int... scores) {
        int sum = 0;
        int first = 0;
        int second = 0;
        for (int score : scores) {
            sum += score;
            second = Math.max(second, Math.min(first, score));
            first = Math.max(first, score);
        }
        double strength = tint(sum > 0 ? (double) (first - second) / sum : 0);
        int colour = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double mixed = 0;
            for (int c = 0; c < scores.length; c++) {
                mixed += (double) scores[c] * part(CLASSES[c % CLASSES.length], shift);
            }
            double full = mixed / Math.max(sum, 1);
            colour |= faded(part(BACKGROUND, shift), full, strength) << shift;
        }
        return colour;
    }

    /** How much colour a margin of 0 to 1 between the two likeliest classes gets. */
    private static double tint(double margin) {
        return FAINTEST + (STRONGEST - FAINTEST) * Math.sqrt(margin);
    }

    private static int value(Frame.Boundary boundary, int level) {
        double min = boundary.valueMin();
        double max = boundary.valueMax();
        return ofValue(min + level / 255.0 * (max - min), min, max);
    }

    /**
     * The colour that examples of a class are drawn in.
     *
     * @return red, green and blue, eight bits each
     */
    public static int ofClass(int index) {
        return CLASSES[Math.floorMod(index, CLASSES.length)];
    }

    /**
     * The colour of a value on the scale from {@code min} to {@code max}.
     *
     * @return red, green and blue, eight bits each
     */
    public static int ofValue(double value, double min, double max) {
        double far = Math.max(Math.abs(min), Math.abs(max));
        double share = far > 0 ? Math.clamp(value / far, -1, 1) : 0;
        int full = CLASSES[share < 0 ? 0 : 1];
        int colour = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double strength = STRONGEST_VALUE * Math.abs(share);
            colour |= faded(part(BACKGROUND, shift), part(full, shift), strength) << shift;
        }
        return colour;
    }

    private static int part(int colour, int shift) {
        return colour >> shift & 0xFF;
    }

    private static int faded(double from, double to, double strength) {
        return (int) Math.round(from + strength * (to - from));
    }
}
