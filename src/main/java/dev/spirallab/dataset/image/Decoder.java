package dev.spirallab.dataset.image;

import dev.spirallab.dataset.UnreadableException;
import dev.spirallab.spec.data.ImageDataset.Frame;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Decodes PNG and JPEG with the readers of the JDK. How large an image is it says in its head,
 * which is looked at first. Transparency is dropped, as torchvision does; JPEG has none, so a
 * fourth channel there means CMYK, which is refused.
 */
final class Decoder {
    static final long MOST_PIXELS = 25_000_000;
    static final long MOST_PIXELS_IN_ALL = 4_000_000_000L;

    private long pixels;

    /** What its head says. */
    record Head(int height, int width) {}

    /**
     * @throws UnreadableException if it is no image, or too large
     */
    static Head head(String entry, byte... file) {
        return read(entry, reader -> new Head(reader.getHeight(0), reader.getWidth(0)), file);
    }

    /** In colour or grey, in its own size. */
    Raster decode(String entry, boolean color, byte... file) {
        Head head = head(entry, file);
        pixels += (long) head.height() * head.width();
        if (pixels > MOST_PIXELS_IN_ALL) {
            throw new UnreadableException(
                    ImageProblems.tooManyPixelsInAll(entry, MOST_PIXELS_IN_ALL));
        }
        BufferedImage image = read(entry, reader -> reader.read(0), file);
        if (isJpeg(file) && image.getColorModel().getNumComponents() > 3) {
            throw new UnreadableException(ImageProblems.undecodable(entry));
        }
        return color ? colored(image) : gray(image);
    }

    private interface Look<T> {
        T at(ImageReader reader) throws IOException;
    }

    private static <T> T read(String entry, Look<T> look, byte... file) {
        try (ImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            ImageReader reader = reader(entry, file);
            try {
                reader.setInput(in, true, true);
                require(entry, reader.getWidth(0), reader.getHeight(0));
                return look.at(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            throw broken instanceof UnreadableException known
                    ? known
                    : new UnreadableException(ImageProblems.undecodable(entry));
        }
    }

    /** By its first bytes, whatever it is called. */
    private static ImageReader reader(String entry, byte... file) {
        boolean png = file.length > 3 && file[1] == 'P' && file[2] == 'N' && file[3] == 'G';
        boolean jpeg = isJpeg(file);
        Iterator<ImageReader> readers =
                png || jpeg
                        ? ImageIO.getImageReadersByFormatName(png ? "png" : "jpeg")
                        : java.util.Collections.emptyIterator();
        if (!readers.hasNext()) {
            throw new UnreadableException(ImageProblems.undecodable(entry));
        }
        return readers.next();
    }

    private static boolean isJpeg(byte... file) {
        return file.length > 3 && (file[0] & 0xFF) == 0xFF && (file[1] & 0xFF) == 0xD8;
    }

    private static void require(String entry, long width, long height) {
        if (width * height > MOST_PIXELS) {
            throw new UnreadableException(
                    ImageProblems.tooManyPixels(entry, width, height, MOST_PIXELS));
        }
    }

    private static Raster colored(BufferedImage image) {
        Raster raster = Raster.black(new Frame(3, image.getHeight(), image.getWidth()));
        boolean grey = isGrey(image);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = grey ? 0x010101 * sample(image, x, y) : image.getRGB(x, y);
                raster.set(0, y, x, rgb >> 16);
                raster.set(1, y, x, rgb >> 8);
                raster.set(2, y, x, rgb);
            }
        }
        return raster;
    }

    private static Raster gray(BufferedImage image) {
        if (!isGrey(image)) {
            return Rasters.gray(colored(image));
        }
        Raster raster = Raster.black(new Frame(1, image.getHeight(), image.getWidth()));
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                raster.set(0, y, x, sample(image, x, y));
            }
        }
        return raster;
    }

    /** Such are taken as they lie: getRGB would brighten them, taking grey for linear. */
    private static boolean isGrey(BufferedImage image) {
        return !(image.getColorModel() instanceof IndexColorModel)
                && image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    }

    private static int sample(BufferedImage image, int x, int y) {
        int bits = image.getColorModel().getComponentSize(0);
        int most = (1 << bits) - 1;
        return (image.getRaster().getSample(x, y, 0) * 255 + most / 2) / most;
    }
}
