package dev.spirallab.dataset.image;

import dev.spirallab.dataset.Contents;
import dev.spirallab.dataset.UnreadableException;
import dev.spirallab.spec.data.Content;
import dev.spirallab.spec.data.Idx;
import dev.spirallab.spec.data.Idx.Pair;
import dev.spirallab.spec.data.ImageDataset.Frame;

/** Reads images and labels in MNIST's format, and checks that they are what the document says. */
public final class IdxReader {
    private IdxReader() {}

    /**
     * The training part first, then the test part where it has files of its own.
     *
     * @param spec one that validation found sound
     * @throws UnreadableException if a file is not there, or not what the document says
     */
    public static Gallery read(Idx spec, Contents contents) {
        Gallery.Hanging gallery = new Gallery.Hanging(spec);
        read(spec, spec.train(), contents, gallery);
        spec.test().ifPresent(test -> read(spec, test, contents, gallery));
        return gallery.gallery();
    }

    private static void read(Idx spec, Pair pair, Contents contents, Gallery.Hanging gallery) {
        byte[] labels = labels(spec, pair, contents);
        Frame frame = spec.frame();
        try (IdxStream images = open(pair.images(), contents)) {
            images.require(pair.count(), frame.height(), frame.width());
            for (byte label : labels) {
                Raster raster = Raster.black(frame);
                images.read(raster.pixels());
                gallery.add(raster, label & 0xFF);
            }
            images.requireEnd();
        }
    }

    private static byte[] labels(Idx spec, Pair pair, Contents contents) {
        byte[] labels = new byte[pair.count()];
        try (IdxStream stream = open(pair.labels(), contents)) {
            stream.require(pair.count());
            stream.read(labels);
            stream.requireEnd();
        }
        for (int entry = 0; entry < labels.length; entry++) {
            int label = labels[entry] & 0xFF;
            if (label >= spec.classes()) {
                throw new UnreadableException(
                        ImageProblems.label(
                                pair.labels().name(), entry + 1, label, spec.classes()));
            }
        }
        return labels;
    }

    private static IdxStream open(Content content, Contents contents) {
        byte[] file =
                contents.find(content.sha256())
                        .orElseThrow(() -> new UnreadableException(ImageProblems.noFile(content)));
        return new IdxStream(content.name(), file);
    }
}
