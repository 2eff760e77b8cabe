package dev.spirallab.dataset.image;

import dev.spirallab.dataset.Noise;
import dev.spirallab.spec.data.PrintedDigits;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * Prints digits, white on black, as {@link PrintedDigits} says: in a typeface drawn by chance, its
 * size and slant a little changed, turned, moved and with noise.
 */
public final class DigitPress {
    private static final int DIGITS = 10;

    /** How high a digit is in the mean, in pixels. */
    private static final double HEIGHT = 18;

    private static final int WHITE = 255;

    private final PrintedDigits spec;
    private final Noise random;
    private final Noise noise;

    private DigitPress(PrintedDigits spec, SplittableRandom random) {
        this.spec = spec;
        this.random = new Noise(random.split(), 1);
        this.noise = new Noise(random.split(), spec.noise());
    }

    /** One typeface after the other, each the outlines of all digits. */
    private static final class Typefaces {
        private static final List<List<Outline>> ALL = read();

        /** {@code font <name>} and ten lines, each a digit and its outline. */
        private static List<List<Outline>> read() {
            List<List<Outline>> all = new ArrayList<>();
            for (String line : text().lines().toList()) {
                if (line.startsWith("font ")) {
                    all.add(new ArrayList<>());
                } else {
                    all.getLast().add(Outline.of(line.substring(2)));
                }
            }
            return all.stream().map(List::copyOf).toList();
        }

        private static String text() {
            String resource = "/digits/outlines.txt";
            try (InputStream stream = DigitPress.class.getResourceAsStream(resource)) {
                byte[] bytes = Objects.requireNonNull(stream, resource).readAllBytes();
                return new String(bytes, StandardCharsets.US_ASCII);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The digits in turn, as often each as the others. */
    public static Gallery print(PrintedDigits spec, SplittableRandom random) {
        DigitPress press = new DigitPress(spec, random);
        Gallery.Hanging gallery = new Gallery.Hanging(spec);
        for (int i = 0; i < spec.samples(); i++) {
            gallery.add(press.print(i % DIGITS), i % DIGITS);
        }
        return gallery.gallery();
    }

    private Raster print(int digit) {
        List<List<Outline>> typefaces = Typefaces.ALL;
        Outline outline = typefaces.get((int) random.uniform(0, typefaces.size())).get(digit);
        double[] covered = outline.covered(place(outline.bounds()), PrintedDigits.SIDE);
        Raster raster = Raster.black(spec.frame());
        for (int at = 0; at < covered.length; at++) {
            double value = WHITE * (covered[at] + noise.next());
            raster.pixels()[at] = (byte) Math.clamp(Math.round(value), 0, WHITE);
        }
        return raster;
    }

    private AffineTransform place(Rectangle2D bounds) {
        double middle = PrintedDigits.SIDE / 2.0;
        double height = HEIGHT * random.uniform(0.85, 1.15) / bounds.getHeight();
        double width = height * random.uniform(0.9, 1.1);
        double angle = StrictMath.toRadians(random.uniform(-spec.rotation(), spec.rotation()));
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        AffineTransform placed =
                AffineTransform.getTranslateInstance(
                        middle + random.uniform(-spec.shift(), spec.shift()),
                        middle + random.uniform(-spec.shift(), spec.shift()));
        placed.concatenate(new AffineTransform(cos, sin, -sin, cos, 0, 0));
        placed.concatenate(new AffineTransform(1, 0, random.uniform(-0.15, 0.15), 1, 0, 0));
        placed.scale(width, height);
        placed.translate(-bounds.getCenterX(), -bounds.getCenterY());
        return placed;
    }
}
