package dev.spirallab.ui.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.frame.Frame;
import dev.spirallab.frame.Moment;
import dev.spirallab.frame.TaskKind;
import dev.spirallab.spec.data.Extent;
import dev.spirallab.ui.components.PlanePoints;
import dev.spirallab.ui.components.PlanePoints.Dot;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PreviewPictureTest {
    private static final Color FIRST = new Color(0x0072B2);
    private static final Color SECOND = new Color(0xE69F00);
    private static final Extent EXTENT = Extent.square(1);
    private static final Optional<PlanePoints> POINTS =
            Optional.of(
                    new PlanePoints(
                            false,
                            EXTENT,
                            List.of(
                                    new Dot(-0.5f, 0.5f, 0, false),
                                    new Dot(0.5f, 0.5f, 1, false),
                                    new Dot(0.5f, -0.5f, 1, true))));

    @Test
    void thePictureIsAsLargeAsNetworksWishAndCarriesTheBoundary() {
        BufferedImage image = new PreviewPicture(boundary(), Optional.empty()).draw();

        assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(1200, 630);
        assertThat(at(image, -0.5, 0).getBlue()).isGreaterThan(at(image, -0.5, 0).getRed() + 50);
        assertThat(at(image, 0.5, 0).getRed()).isGreaterThan(at(image, 0.5, 0).getBlue() + 50);
        assertThat(new Color(image.getRGB(20, 315))).isNotEqualTo(PreviewPicture.GROUND);
    }

    @Test
    void trainingPointsAreDiscsAndTestPointsRings() {
        BufferedImage image = new PreviewPicture(boundary(), POINTS).draw();

        assertThat(at(image, -0.5, 0.5)).isEqualTo(FIRST);
        assertThat(at(image, 0.5, 0.5)).isEqualTo(SECOND);
        assertThat(at(image, 0.5, -0.5)).isEqualTo(Color.WHITE);
    }

    @Test
    void withoutARunThePointsStandAlone() {
        BufferedImage image = new PreviewPicture(Optional.empty(), POINTS).draw();

        assertThat(at(image, -0.5, 0.5)).isEqualTo(FIRST);
        assertThat(at(image, 0, 0)).isEqualTo(Color.WHITE);
        assertThat(new Color(image.getRGB(20, 315))).isEqualTo(PreviewPicture.GROUND);
    }

    @Test
    void targetsHaveTheColoursOfTheirValues() {
        var points =
                new PlanePoints(
                        true,
                        EXTENT,
                        List.of(new Dot(-0.5f, 0, -1, false), new Dot(0.5f, 0, 1, true)));

        BufferedImage image = new PreviewPicture(Optional.empty(), Optional.of(points)).draw();

        assertThat(at(image, -0.5, 0).getBlue()).isGreaterThan(at(image, -0.5, 0).getRed() + 50);
        assertThat(at(image, 0.5, 0).getRed()).isGreaterThan(at(image, 0.5, 0).getBlue() + 50);
    }

    /** The first class on the left, the second on the right. */
    private static Optional<Frame.Boundary> boundary() {
        return Optional.of(
                new Frame.Boundary(
                        new Moment(0, 0, 1),
                        TaskKind.CLASSES,
                        1,
                        2,
                        2,
                        EXTENT,
                        0,
                        1,
                        new byte[] {0, (byte) 255, 0, (byte) 255}));
    }

    private static Color at(BufferedImage image, double x, double y) {
        return new Color(
                image.getRGB(
                        (int) Math.round(PreviewPicture.LEFT + PreviewPicture.SIDE * (x + 1) / 2),
                        (int) Math.round(PreviewPicture.TOP + PreviewPicture.SIDE * (1 - y) / 2)));
    }
}
