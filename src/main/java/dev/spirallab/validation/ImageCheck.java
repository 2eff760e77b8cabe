package dev.spirallab.validation;

import dev.spirallab.spec.Problem;
import dev.spirallab.spec.data.Content;
import dev.spirallab.spec.data.Idx;
import dev.spirallab.spec.data.ImageDataset;
import dev.spirallab.spec.data.ImageFolders;
import dev.spirallab.spec.data.ImageTransform;
import dev.spirallab.spec.data.Normalization;
import dev.spirallab.spec.data.PrintedDigits;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Whether the description of images makes sense; their files are not looked at. */
final class ImageCheck {
    /** Bytes of all images together, in memory. */
    private static final long LARGEST = 256L << 20;

    /** Pixels on a side, whatever transforms do. */
    private static final int LONGEST = 1024;

    private static final String TRANSFORMS = "transforms";

    private final List<Problem> problems;

    ImageCheck(List<Problem> problems) {
        this.problems = problems;
    }

    void run(ImageDataset images) {
        switch (images) {
            case Idx idx -> {
                hash(idx.train().images(), "train.images");
                hash(idx.train().labels(), "train.labels");
                idx.test()
                        .ifPresent(test -> {
                            hash(test.images(), "test.images");
                            hash(test.labels(), "test.labels");
                        });
            }
            case ImageFolders folders -> {
                hash(folders.content(), "content");
                folders(folders);
            }
            case PrintedDigits _ -> {}
        }
        if (images.trainSize() < 1 || images.size() < 2) {
            problems.add(problem("images.one", "testFraction", Map.of()));
        }
        if (sides(images)) {
            size(images);
            channels(images);
        }
    }

    private void hash(Content content, String field) {
        if (!content.sha256().matches("[0-9a-f]{64}")) {
            problems.add(problem("table.hash", field + ".sha256", Map.of()));
        }
    }

    private void folders(ImageFolders images) {
        if (images.folders().size() < 2
                || new HashSet<>(images.folders()).size() < images.folders().size()) {
            problems.add(problem("images.folders", "folders", Map.of()));
        }
    }

    /** Whether no image grows too long on the way. */
    private boolean sides(ImageDataset images) {
        ImageDataset.Frame frame = images.frame();
        for (int i = 0; i < images.transforms().size(); i++) {
            ImageTransform transform = images.transforms().get(i);
            frame = transform.of(frame);
            int longest = Math.max(frame.height(), frame.width());
            if (longest > LONGEST) {
                problems.add(
                        problem(
                                "images.tooLong",
                                TRANSFORMS + "[" + i + "]",
                                Map.of(
                                        "have", String.valueOf(longest),
                                        "max", String.valueOf(LONGEST))));
                return false;
            }
        }
        return true;
    }

    private void size(ImageDataset images) {
        long bytes = Count.times(images.size(), images.inputSize());
        if (bytes > LARGEST) {
            problems.add(
                    problem(
                            "images.tooLarge",
                            TRANSFORMS,
                            Map.of(
                                    "have", String.valueOf(bytes >> 20),
                                    "max", String.valueOf(LARGEST >> 20))));
        }
    }

    private void channels(ImageDataset images) {
        int want = images.shown().channels();
        if (images.normalization() instanceof Normalization.Given(var mean, var std)
                && (mean.size() != want || std.size() != want)) {
            problems.add(
                    problem(
                            "images.channels",
                            "normalization",
                            Map.of("want", String.valueOf(want))));
        }
    }

    private static Problem problem(String code, String field, Map<String, String> arguments) {
        return Problem.of(code, "dataset." + field, arguments);
    }
}
