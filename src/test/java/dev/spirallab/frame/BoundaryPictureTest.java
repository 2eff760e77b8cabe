package dev.spirallab.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.spec.data.Extent;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class BoundaryPictureTest {

    @Test
    void aClassIsTheStrongerTheSurerTheModelIs() {
        BufferedImage image = classes(2, 255, 180, 128, 0, 75, 127);
        assertThat(image.getRGB(0, 0) & 0xFFFFFF).isEqualTo(0x66AAD1);
        assertThat(depth(image, 0)).isGreaterThan(depth(image, 1));
        assertThat(depth(image, 1)).isGreaterThan(3 * depth(image, 2));
    }

    @Test
    void eachPlaceHasTheHueOfItsLikeliestClass() {
        int colour = classes(3, 10, 20, 225).getRGB(0, 0);
        assertThat(colour >> 8 & 0xFF).isGreaterThan(colour >> 16 & 0xFF);
        assertThat(colour >> 8 & 0xFF).isGreaterThan(colour & 0xFF);
    }

    @Test
    void aSingleChannelIsTheSecondOfTwoClasses() {
        assertThat(classes(1, 255, 0).getRGB(0, 0)).isEqualTo(classes(2, 0, 255).getRGB(0, 0));
    }

    @Test
    void valuesAreBlueBelowZeroOrangeAboveAndPaleBetween() {
        BufferedImage image = BoundaryPicture.of(boundary(TaskKind.REGRESSION, 1, -1, 0, 128, 255));
        assertThat(image.getRGB(0, 0) & 0xFF).isGreaterThan(image.getRGB(0, 0) >> 16 & 0xFF);
        assertThat(image.getRGB(2, 0) >> 16 & 0xFF).isGreaterThan(image.getRGB(2, 0) & 0xFF);
        assertThat(depth(image, 1)).isLessThan(10);
    }

    @Test
    void scoresThatAreAllZeroGiveAPictureToo() {
        assertThat(depth(classes(2, 0, 0), 0)).isPositive();
    }

    @Test
    void aPngOfAnySizeCanBeReadBack() throws IOException {
        Frame.Boundary boundary = boundary(TaskKind.CLASSES, 1, 0, 255, 0);
        byte[] png = BoundaryPicture.png(BoundaryPicture.of(boundary, 40, 20));
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(read.getWidth()).isEqualTo(40);
        assertThat(read.getHeight()).isEqualTo(20);
    }

    private static BufferedImage classes(int channels, int... values) {
        return BoundaryPicture.of(boundary(TaskKind.CLASSES, channels, 0, values));
    }

    /** Of one row; the byte 255 stands for 1. */
    private static Frame.Boundary boundary(TaskKind task, int channels, int min, int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
        }
        int width = values.length / channels;
        Extent extent = Extent.square(1);
        Moment start = new Moment(0, 0, 0);
        return new Frame.Boundary(start, task, channels, width, 1, extent, min, 1, bytes);
    }

    /** Distance from white. */
    private static int depth(BufferedImage image, int x) {
        int colour = image.getRGB(x, 0);
        return 3 * 255 - (colour >> 16 & 0xFF) - (colour >> 8 & 0xFF) - (colour & 0xFF);
    }
}
