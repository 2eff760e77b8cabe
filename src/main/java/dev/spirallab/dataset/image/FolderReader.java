package dev.spirallab.dataset.image;

import dev.spirallab.dataset.Contents;
import dev.spirallab.dataset.UnreadableException;
import dev.spirallab.spec.data.ImageFolders;
import java.util.List;

/** Reads the images in the folders of a ZIP file, one folder a class. */
public final class FolderReader {
    private FolderReader() {}

    /**
     * Folder after folder, each in the order of the names.
     *
     * @param spec one that validation found sound
     * @throws UnreadableException if the file is not there, or not what the document says
     */
    public static Gallery read(ImageFolders spec, Contents contents) {
        byte[] file =
                contents.find(spec.content().sha256())
                        .orElseThrow(() ->
                                new UnreadableException(ImageProblems.noFile(spec.content())));
        try (ZipImages zip = new ZipImages(spec.content().name(), file)) {
            requireCount(spec, zip);
            Gallery.Hanging gallery = new Gallery.Hanging(spec);
            Decoder decoder = new Decoder();
            for (int label = 0; label < spec.folders().size(); label++) {
                for (ZipImages.Entry entry : entries(zip, spec.folders().get(label))) {
                    Raster image = decoder.decode(entry.name(), spec.color(), zip.read(entry));
                    gallery.add(Rasters.resized(image, spec.frame()), label);
                }
            }
            return gallery.gallery();
        }
    }

    private static void requireCount(ImageFolders spec, ZipImages zip) {
        int have = spec.folders().stream().mapToInt(each -> entries(zip, each).size()).sum();
        if (have != spec.count()) {
            throw new UnreadableException(ImageProblems.count(have, spec.count()));
        }
    }

    private static List<ZipImages.Entry> entries(ZipImages zip, String folder) {
        return zip.folders().getOrDefault(folder, List.of());
    }
}
