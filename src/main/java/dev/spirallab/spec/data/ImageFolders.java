package dev.spirallab.spec.data;

import dev.spirallab.spec.Default;
import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.Range;
import dev.spirallab.spec.Size;
import java.util.List;

/**
 * PNG and JPEG images in the folders of a ZIP file, one folder a class; each image is brought to
 * one size when it is read.
 *
 * @param folders the classes' folders, in order
 * @param count how many images there are in all of them
 * @param color red, green and blue; otherwise one channel
 * @param height that every image is brought to first
 */
@Kind("imageFolders")
public record ImageFolders(
        Content content,
        @Size(min = 1, max = 200) List<String> folders,
        @Range(min = 1, max = 200_000) @Measure(Quantity.EXAMPLES) int count,
        @Default("true") boolean color,
        @Range(min = 1, max = MOST_SIDE) @Measure(Quantity.SIDE) int height,
        @Range(min = 1, max = MOST_SIDE) @Measure(Quantity.SIDE) int width,
        @Default("[]") @Size(max = 8) List<ImageTransform> transforms,
        @Default("[]") @Size(max = 3) List<Augmentation> augmentation,
        @Default("{\"kind\": \"measured\"}") Normalization normalization,
        @Default("\"random\"") Holdout holdout,
        @Default("7") @Range(min = -Range.EXACT, max = Range.EXACT) @Measure(Quantity.SEED)
                long seed,
        @Default("0.2") @Range(min = 0, max = 0.9) @Measure(Quantity.SHARE) double testFraction)
        implements ImageDataset {

    public ImageFolders {
        folders = List.copyOf(folders);
        transforms = List.copyOf(transforms);
        augmentation = List.copyOf(augmentation);
    }

    @Override
    public Frame frame() {
        return new Frame(color ? 3 : 1, height, width);
    }

    @Override
    public int classCount() {
        return Math.max(2, folders.size());
    }

    @Override
    public int size() {
        return count;
    }

    @Override
    public List<Content> contents() {
        return List.of(content);
    }
}
