package dev.spirallab.dataset.image;

import dev.spirallab.dataset.UnreadableException;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.data.Content;
import dev.spirallab.spec.data.Holdout;
import dev.spirallab.spec.data.Idx;
import dev.spirallab.spec.data.ImageDataset;
import dev.spirallab.spec.data.ImageFolders;
import dev.spirallab.spec.data.Normalization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What images there are in files, before anybody says how they are to be used. */
public final class ImageSketch {
    private static final int SEED = 7;
    private static final double TEST_FRACTION = 0.2;
    private static final int LOOKED_AT = 20;
    private static final int SIDE = 64;
    private static final int MOST_LABELS = 256;

    private ImageSketch() {}

    /** A file that somebody brings. */
    @SuppressWarnings("ArrayRecordComponent") // looked at once
    public record Given(Content content, byte[] bytes) {}

    /** What came of looking at files. */
    public sealed interface Sketching {
        /** A data set that they make. */
        record Done(ImageDataset dataset) implements Sketching {}

        /** They are no images; the problem says which and why. */
        record Unreadable(Problem problem) implements Sketching {}
    }

    /** One ZIP file, or images and labels in MNIST's format, of the training part or of both. */
    public static Sketching of(List<Given> files) {
        try {
            return new Sketching.Done(files.size() == 1 ? folders(files.getFirst()) : idx(files));
        } catch (UnreadableException e) {
            return new Sketching.Unreadable(e.problem());
        }
    }

    private static ImageDataset folders(Given file) {
        try (ZipImages zip = new ZipImages(file.content().name(), file.bytes())) {
            Map<String, List<ZipImages.Entry>> folders = zip.folders();
            if (folders.isEmpty()) {
                throw new UnreadableException(ImageProblems.noImages());
            }
            Decoder.Head size = size(zip, folders.values().iterator().next());
            return new ImageFolders(
                    file.content(),
                    List.copyOf(folders.keySet()),
                    folders.values().stream().mapToInt(List::size).sum(),
                    true,
                    size.height(),
                    size.width(),
                    List.of(),
                    List.of(),
                    new Normalization.Measured(),
                    Holdout.random,
                    SEED,
                    TEST_FRACTION);
        }
    }

    /** Their own where they are small and alike. */
    private static Decoder.Head size(ZipImages zip, List<ZipImages.Entry> entries) {
        List<Decoder.Head> heads =
                entries.stream()
                        .limit(LOOKED_AT)
                        .map(entry -> Decoder.head(entry.name(), zip.read(entry)))
                        .distinct()
                        .toList();
        Decoder.Head first = heads.getFirst();
        boolean small = Math.max(first.height(), first.width()) <= SIDE;
        return heads.size() == 1 && small ? first : new Decoder.Head(SIDE, SIDE);
    }

    private static ImageDataset idx(List<Given> files) {
        List<Found> images = new ArrayList<>();
        List<Found> labels = new ArrayList<>();
        for (Given file : files) {
            Found found = find(file);
            requireBounded(found);
            (found.dimensions().size() == 1 ? labels : images).add(found);
        }
        images.sort((a, b) -> Integer.compare(b.count(), a.count()));
        labels.sort((a, b) -> Integer.compare(b.count(), a.count()));
        if (images.size() != labels.size() || images.isEmpty() || images.size() > 2) {
            throw new UnreadableException(ImageProblems.noPair(files.size()));
        }
        List<Integer> shape = images.getFirst().dimensions();
        if (shape.size() != 3) {
            throw new UnreadableException(ImageProblems.noPair(files.size()));
        }
        return new Idx(
                pair(images.getFirst(), labels.getFirst()),
                images.size() == 2
                        ? Optional.of(pair(images.getLast(), labels.getLast()))
                        : Optional.empty(),
                shape.get(1),
                shape.get(2),
                classes(files, labels),
                List.of(),
                List.of(),
                new Normalization.Measured(),
                Holdout.last,
                SEED,
                TEST_FRACTION);
    }

    private record Found(Content content, List<Integer> dimensions) {
        int count() {
            return dimensions.getFirst();
        }
    }

    private static Found find(Given file) {
        try (IdxStream stream = new IdxStream(file.content().name(), file.bytes())) {
            return new Found(file.content(), stream.dimensions());
        }
    }

    /** A head may claim anything; what no document may say is not believed. */
    private static void requireBounded(Found found) {
        List<Integer> dimensions = found.dimensions();
        if (found.count() > Idx.Pair.MOST) {
            throw new UnreadableException(ImageProblems.tooManyEntries(Idx.Pair.MOST));
        }
        if (dimensions.size() == 3
                && Math.max(dimensions.get(1), dimensions.get(2)) > ImageDataset.MOST_SIDE) {
            throw new UnreadableException(
                    ImageProblems.tooManyPixels(
                            found.content().name(),
                            dimensions.get(2),
                            dimensions.get(1),
                            (long) ImageDataset.MOST_SIDE * ImageDataset.MOST_SIDE));
        }
    }

    private static Idx.Pair pair(Found images, Found labels) {
        return new Idx.Pair(images.content(), labels.content(), images.count());
    }

    private static int classes(List<Given> files, List<Found> labels) {
        int greatest = 1;
        for (Given file : files) {
            if (labels.stream().anyMatch(each -> each.content().equals(file.content()))) {
                greatest = Math.max(greatest, greatest(file));
            }
        }
        return Math.min(greatest + 1, MOST_LABELS);
    }

    private static int greatest(Given file) {
        try (IdxStream stream = new IdxStream(file.content().name(), file.bytes())) {
            byte[] labels = new byte[Math.min(stream.dimensions().getFirst(), 1 << 20)];
            stream.read(labels);
            int greatest = 0;
            for (byte label : labels) {
                greatest = Math.max(greatest, label & 0xFF);
            }
            return greatest;
        }
    }
}
