package dev.spirallab.dataset;

import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.data.Extent;
import dev.spirallab.spec.data.Feature;
import dev.spirallab.spec.data.FeaturedDataset;
import dev.spirallab.spec.data.FormulaDataset;
import dev.spirallab.spec.data.ImageDataset;
import dev.spirallab.spec.data.Inline;
import dev.spirallab.spec.data.PhonePrices;
import dev.spirallab.spec.data.PlaneDataset;
import dev.spirallab.spec.data.Points;
import dev.spirallab.spec.data.Scaling;
import dev.spirallab.spec.data.Table;
import dev.spirallab.spec.data.Task;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Makes data sets from what the experiment asks for. */
public final class Datasets {
    /** More classes than these nobody tells apart by their colours. */
    private static final int CLASSES_DRAWN = 10;

    private Datasets() {}

    /**
     * Makes a data set that the document says all of.
     *
     * @param spec one that validation found sound
     */
    public static Dataset create(DatasetSpec spec) {
        return create(spec, new Decoded(Contents.NONE, 0));
    }

    /**
     * @param decoded the files that it may be read from
     * @throws UnreadableException where a file is missing, or is not what the document says of it
     */
    static Dataset create(DatasetSpec spec, Decoded decoded) {
        return switch (spec) {
            case FeaturedDataset points -> plane(points);
            case FormulaDataset formula -> formula(formula);
            case PhonePrices phones -> phones(phones);
            case Inline inline -> inline(inline);
            case ImageDataset images -> Images.create(images, decoded);
            case Table table -> Tables.create(table, decoded.of(table));
        };
    }

    private static Dataset plane(FeaturedDataset spec) {
        SplittableRandom random = new SplittableRandom(spec.seed());
        Sample sample =
                switch (spec) {
                    case PlaneDataset made ->
                            Sample.of(made, new Noise(random.split(), made.noise()));
                    case Points drawn -> Sample.of(drawn);
                };
        Split split = Split.stratified(sample.targets(), spec.testFraction(), random.split());
        split = split.shuffled(random.split());
        Matrix trainPoints = sample.points().pick(split.train());
        Transform transform =
                spec.standardize()
                        ? Transform.standardizing(spec.features(), trainPoints)
                        : Transform.plain(spec.features());
        return dataset(spec, sample, split, sample.square(), transform);
    }

    private static Dataset inline(Inline spec) {
        Sample sample = Sample.of(spec);
        Split split =
                Split.stratified(
                        sample.targets(), spec.testFraction(), new SplittableRandom(spec.seed()));
        return asItIs(spec, sample, split);
    }

    private static Dataset formula(FormulaDataset spec) {
        SplittableRandom random = new SplittableRandom(spec.seed());
        Sample sample = Formulas.sample(spec, random.split());
        Split split = Split.stratified(sample.targets(), spec.testFraction(), random.split());
        return asItIs(spec, sample, split);
    }

    private static Dataset phones(PhonePrices spec) {
        SplittableRandom random = new SplittableRandom(spec.seed());
        Sample sample = Phones.sample(spec, random.split());
        Split split = Split.stratified(sample.targets(), spec.testFraction(), random.split());
        Matrix scaled = Measured.scaled(spec.scaling(), sample.points(), split.train());
        return table(
                spec,
                new Sample(scaled, sample.targets()),
                split,
                Form.of(PhonePrices.COLUMNS, spec.scaling(), sample.points(), split));
    }

    /** Without features; a point of the plane is drawn where it lies. */
    private static Dataset asItIs(DatasetSpec spec, Sample sample, Split split) {
        if (spec.inputShape().equals(List.of(2)) && isDrawn(spec.task())) {
            Transform transform = Transform.plain(List.of(Feature.x1, Feature.x2));
            return dataset(spec, sample, split, sample.extent(), transform);
        }
        if (spec.inputShape().size() > 1) {
            return new Dataset(
                    spec.task(),
                    part(sample.points(), sample.targets(), split.train()),
                    part(sample.points(), sample.targets(), split.test()),
                    Optional.empty());
        }
        Form form = Form.of(names(spec.inputSize()), Scaling.none, sample.points(), split);
        return table(spec, sample, split, form);
    }

    private static List<String> names(int columns) {
        return columns == 1
                ? List.of("x")
                : IntStream.rangeClosed(1, columns).mapToObj(column -> "x" + column).toList();
    }

    private static Dataset table(DatasetSpec spec, Sample sample, Split split, Form form) {
        return new Dataset(
                spec.task(),
                part(sample.points(), sample.targets(), split.train()),
                part(sample.points(), sample.targets(), split.test()),
                Optional.empty(),
                Optional.of(form));
    }

    static boolean isDrawn(Task task) {
        return switch (task) {
            case Task.Classification(int classes) -> classes <= CLASSES_DRAWN;
            case Task.Regression _ -> true;
        };
    }

    private static Dataset dataset(
            DatasetSpec spec, Sample sample, Split split, Extent extent, Transform transform) {
        Matrix inputs = transform.apply(sample.points());
        Scale scale = Scale.of(sample.targets());
        PlaneView view =
                new PlaneView(
                        extent,
                        sample.points().pick(split.train()),
                        sample.points().pick(split.test()),
                        scale.min(),
                        scale.max(),
                        transform);
        return new Dataset(
                spec.task(),
                part(inputs, sample.targets(), split.train()),
                part(inputs, sample.targets(), split.test()),
                Optional.of(view));
    }

    private static Part part(Matrix inputs, Targets targets, int[] rows) {
        return new Part(inputs.pick(rows), targets.pick(rows));
    }
}
