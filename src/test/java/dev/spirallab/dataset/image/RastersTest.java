package dev.spirallab.dataset.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.spec.data.ImageDataset.Frame;
import dev.spirallab.spec.data.ImageTransform;
import org.junit.jupiter.api.Test;

class RastersTest {
    private static Raster gray(int height, int width, int... pixels) {
        Raster raster = Raster.black(new Frame(1, height, width));
        for (int at = 0; at < pixels.length; at++) {
            raster.pixels()[at] = (byte) pixels[at];
        }
        return raster;
    }

    private static byte[] bytes(int... pixels) {
        return gray(1, pixels.length, pixels).pixels();
    }

    @Test
    void paddingLaysBlackAround() {
        Raster padded = Rasters.transformed(gray(1, 2, 7, 9), new ImageTransform.Pad(1));
        assertThat(padded.frame()).isEqualTo(new Frame(1, 3, 4));
        assertThat(padded.pixels()).isEqualTo(bytes(0, 0, 0, 0, 0, 7, 9, 0, 0, 0, 0, 0));
    }

    @Test
    void theMiddleIsCutOut() {
        Raster image = gray(3, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(Rasters.transformed(image, new ImageTransform.CenterCrop(1, 3)).pixels())
                .isEqualTo(bytes(4, 5, 6));
        assertThat(Rasters.transformed(gray(1, 1, 5), new ImageTransform.CenterCrop(3, 1)).pixels())
                .isEqualTo(bytes(0, 5, 0));
    }

    @Test
    void growingInterpolatesAsPytorchDoes() {
        // torch.nn.functional.interpolate([0, 100], size=4, mode="linear"): 0, 25, 75, 100
        Raster grown = Rasters.transformed(gray(1, 2, 0, 100), new ImageTransform.Resize(1, 4));
        assertThat(grown.pixels()).isEqualTo(bytes(0, 25, 75, 100));
    }

    @Test
    void shrinkingLeavesNothingOut() {
        Raster lines = gray(1, 8, 0, 255, 0, 255, 0, 255, 0, 255);
        Raster shrunk = Rasters.transformed(lines, new ImageTransform.Resize(1, 2));
        for (byte pixel : shrunk.pixels()) {
            assertThat(pixel & 0xFF).isBetween(110, 145);
        }
    }

    @Test
    void anImageOfOneColourStaysSoInAnySize() {
        int[] pixels = new int[35];
        java.util.Arrays.fill(pixels, 200);
        Raster resized = Rasters.transformed(gray(5, 7, pixels), new ImageTransform.Resize(3, 11));
        assertThat(resized.pixels()).containsOnly(200 - 256);
    }

    @Test
    void invertingTwiceChangesNothing() {
        Raster image = gray(1, 3, 0, 100, 255);
        Raster once = Rasters.transformed(image, new ImageTransform.Invert());
        assertThat(once.pixels()).isEqualTo(bytes(255, 155, 0));
    }
}
