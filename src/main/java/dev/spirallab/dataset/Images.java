package dev.spirallab.dataset;

import dev.spirallab.dataset.image.DigitPress;
import dev.spirallab.dataset.image.Gallery;
import dev.spirallab.spec.data.Holdout;
import dev.spirallab.spec.data.Idx;
import dev.spirallab.spec.data.ImageDataset;
import dev.spirallab.spec.data.ImageDataset.Frame;
import dev.spirallab.spec.data.ImageFolders;
import dev.spirallab.spec.data.Normalization;
import dev.spirallab.spec.data.PrintedDigits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Makes data sets of images: reads or draws them, holds some out and measures the others. */
final class Images {
    private static final double WHITE = 255;
    private static final double HARDLY_ANY = 1e-6;

    private Images() {}

    static Dataset create(ImageDataset spec, Decoded decoded) {
        SplittableRandom random = new SplittableRandom(spec.seed());
        Gallery gallery =
                switch (spec) {
                    case Idx idx -> decoded.of(idx);
                    case ImageFolders folders -> decoded.of(folders);
                    case PrintedDigits digits -> DigitPress.print(digits, random.split());
                };
        Targets targets = new Targets.Labels(gallery.labels(), spec.classCount());
        Split split = split(spec, targets, random);
        return dataset(spec, gallery, targets, split);
    }

    private static Split split(ImageDataset spec, Targets targets, SplittableRandom random) {
        Holdout holdout =
                switch (spec) {
                    case Idx idx -> idx.test().isPresent() ? Holdout.last : idx.holdout();
                    case ImageFolders folders -> folders.holdout();
                    case PrintedDigits _ -> Holdout.random;
                };
        return switch (holdout) {
            case last -> Split.first(spec.trainSize(), targets.rows());
            case random ->
                    Split.stratified(targets, spec.testFraction(), random.split())
                            .shuffled(random.split());
        };
    }

    private static Dataset dataset(
            ImageDataset spec, Gallery gallery, Targets targets, Split split) {
        Frame frame = spec.shown();
        byte[] train = pick(gallery.pixels(), frame, split.train());
        byte[] test = pick(gallery.pixels(), frame, split.test());
        Scaled scaled = scaled(spec.normalization(), frame, train);
        return new Dataset(
                spec.task(),
                new Part(
                        new Pixels(frame, train, scaled.mean(), scaled.std()),
                        targets.pick(split.train())),
                new Part(
                        new Pixels(frame, test, scaled.mean(), scaled.std()),
                        targets.pick(split.test())),
                Optional.empty());
    }

    private static byte[] pick(byte[] pixels, Frame frame, int... rows) {
        int size = frame.size();
        byte[] picked = new byte[rows.length * size];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(pixels, rows[row] * size, picked, row * size, size);
        }
        return picked;
    }

    private record Scaled(List<Double> mean, List<Double> std) {}

    private static Scaled scaled(Normalization normalization, Frame frame, byte... train) {
        return switch (normalization) {
            case Normalization.None _ ->
                    new Scaled(
                            Collections.nCopies(frame.channels(), 0.0),
                            Collections.nCopies(frame.channels(), 1.0));
            case Normalization.Given(List<Double> mean, List<Double> std) -> new Scaled(mean, std);
            case Normalization.Measured _ -> measured(frame, train);
        };
    }

    private static Scaled measured(Frame frame, byte... train) {
        List<Double> mean = new ArrayList<>();
        List<Double> std = new ArrayList<>();
        for (int channel = 0; channel < frame.channels(); channel++) {
            long[] counts = counts(frame, channel, train);
            long all = 0;
            double sum = 0;
            double squares = 0;
            for (int value = 0; value < counts.length; value++) {
                double pixel = value / WHITE;
                all += counts[value];
                sum += counts[value] * pixel;
                squares += counts[value] * pixel * pixel;
            }
            double middle = sum / all;
            double deviation = StrictMath.sqrt(Math.max(0, squares / all - middle * middle));
            mean.add(middle);
            std.add(deviation > HARDLY_ANY ? deviation : 1);
        }
        return new Scaled(mean, std);
    }

    /** How often each value of a pixel is there. */
    private static long[] counts(Frame frame, int channel, byte... pixels) {
        long[] counts = new long[256];
        int area = frame.height() * frame.width();
        for (int image = channel * area; image < pixels.length; image += frame.size()) {
            for (int at = image; at < image + area; at++) {
                counts[pixels[at] & 0xFF]++;
            }
        }
        return counts;
    }
}
