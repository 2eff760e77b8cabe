package dev.spirallab.run;

import dev.spirallab.dataset.Dataset;
import dev.spirallab.dataset.Matrix;
import dev.spirallab.dataset.Part;
import dev.spirallab.dataset.Pixels;
import dev.spirallab.dataset.Targets;
import dev.spirallab.frame.Frame;
import dev.spirallab.frame.LayerOutputs;
import dev.spirallab.frame.Moment;
import dev.spirallab.frame.OwnAnswer;
import dev.spirallab.spec.data.Task;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Asks a model about single examples. */
final class Inquirer {
    private static final int MOST_ROWS = 1000;

    /** Numbers of a layer's outputs: 8 MiB. */
    private static final int MOST_NUMBERS = 1 << 21;

    /** Of images of which there are very many. */
    private static final int SIDE = 28;

    private final Dataset dataset;
    private final Assessor assessor;
    private final Exhibition exhibition;
    private final Worst worst;

    Inquirer(Dataset dataset, Assessor assessor) {
        this.dataset = dataset;
        this.assessor = assessor;
        this.exhibition = new Exhibition(dataset);
        this.worst = new Worst(exhibition, assessor);
    }

    Sketch.Making making(Inquiry inquiry, Moment at) {
        return switch (inquiry) {
            case Inquiry.Worst(var cell) ->
                    new Questions(
                            assessor,
                            Sketch.Model::scores,
                            answers -> new Frame.Mistaken(at, worst.of(cell, answers)));
            case Inquiry.Own(int id, Inquiry.Example example) -> {
                Optional<Matrix> inputs = inputs(example);
                yield model ->
                        Optional.of(
                                new Frame.Answered(
                                        at,
                                        new OwnAnswer(
                                                id,
                                                dataset.task() instanceof Task.Classification,
                                                inputs.isPresent(),
                                                inputs.map(model::scores)
                                                        .map(Inquirer::finite)
                                                        .orElse(List.of()))));
            }
            case Inquiry.Outputs(String node) -> outputs(node, at);
        };
    }

    /** None where one of them is no finite number. */
    private static List<Double> finite(float... scores) {
        List<Double> finite = new ArrayList<>();
        for (float score : scores) {
            if (Float.isFinite(score)) {
                finite.add((double) score);
            }
        }
        return finite.size() == scores.length ? finite : List.of();
    }

    // examples made up

    /** None where the example does not fit the data. */
    private Optional<Matrix> inputs(Inquiry.Example example) {
        try {
            return switch (example) {
                case Inquiry.Example.Place(double x1, double x2) ->
                        dataset.plane()
                                .map(plane ->
                                        plane.transform()
                                                .apply(
                                                        new Matrix(
                                                                1,
                                                                2,
                                                                new float[] {
                                                                    (float) x1, (float) x2
                                                                })));
                case Inquiry.Example.Row(List<String> cells) ->
                        dataset.form().map(form -> form.inputs(cells));
                case Inquiry.Example.Picture(String base64) -> picture(base64);
            };
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Optional<Matrix> picture(String base64) {
        return pixels().map(pixels ->
                        new Pixels(
                                pixels.frame(),
                                Base64.getDecoder().decode(base64),
                                pixels.mean(),
                                pixels.std()))
                .filter(drawn -> drawn.rows() == 1)
                .map(drawn -> drawn.floats(0));
    }

    private Optional<Pixels> pixels() {
        return dataset.train().examples() instanceof Pixels pixels
                ? Optional.of(pixels)
                : Optional.empty();
    }

    // outputs of a layer

    private Sketch.Making outputs(String node, Moment at) {
        return new Sketch.Making() {
            private @Nullable Questions begun;

            @Override
            public Optional<Frame> advance(Sketch.Model model) {
                if (begun == null) {
                    begun = questions(node, at, model);
                }
                return begun.advance(model);
            }
        };
    }

    /** One row tells how wide the layer is, and so of how many its outputs may be fetched. */
    private Questions questions(String node, Moment at, Sketch.Model model) {
        Part part = exhibition.part();
        int width = model.outputs(part.examples().floats(0), node).length;
        int rows =
                Math.clamp(MOST_NUMBERS / Math.max(1, width), 1, Math.min(MOST_ROWS, part.rows()));
        int[] chosen =
                IntStream.range(0, rows).map(i -> (int) ((long) i * part.rows() / rows)).toArray();
        return new Questions(
                Questions.Asked.of(part.examples(), chosen),
                (asked, inputs) ->
                        beside(inputs.rows(), asked.outputs(inputs, node), asked.scores(inputs)),
                both -> new Frame.Outputs(at, outputs(node, chosen, width, both)));
    }

    /** {@code [rows, a]} and {@code [rows, b]} as {@code [rows, a + b]}. */
    private static float[] beside(int rows, float[] left, float[] right) {
        float[] both = new float[left.length + right.length];
        int a = left.length / rows;
        int b = right.length / rows;
        for (int row = 0; row < rows; row++) {
            System.arraycopy(left, row * a, both, row * (a + b), a);
            System.arraycopy(right, row * b, both, row * (a + b) + a, b);
        }
        return both;
    }

    /**
     * @param both outputs of the layer, {@code width} a row, each row's scores behind them
     */
    private LayerOutputs outputs(String node, int[] chosen, int width, float... both) {
        Targets targets = exhibition.part().targets().pick(chosen);
        int columns = both.length / chosen.length;
        float[] values = new float[chosen.length * width];
        float[] scores = new float[both.length - values.length];
        for (int row = 0; row < chosen.length; row++) {
            int from = row * columns;
            int left = columns - width;
            System.arraycopy(both, from, values, row * width, width);
            System.arraycopy(both, from + width, scores, row * left, left);
        }
        return new LayerOutputs(
                node,
                exhibition.kind(SIDE),
                exhibition.part().rows(),
                dataset.task() instanceof Task.Classification,
                IntStream.range(0, chosen.length).mapToObj(row -> truth(targets, row)).toList(),
                finite(scores).isEmpty() ? List.of() : answers(targets, scores),
                IntStream.of(chosen).mapToObj(row -> exhibition.of(row, SIDE)).toList(),
                values);
    }

    private static List<Double> answers(Targets targets, float... scores) {
        return switch (targets) {
            case Targets.Labels(int[] labels, int classes) -> {
                float[][] each = Assessor.scores(scores, classes);
                yield IntStream.range(0, labels.length)
                        .mapToObj(row -> (double) Assessor.likeliest(each, row))
                        .toList();
            }
            case Targets.Values(Matrix values) -> {
                int columns = scores.length / values.rows();
                yield IntStream.range(0, values.rows())
                        .mapToObj(row -> (double) scores[row * columns])
                        .toList();
            }
        };
    }

    private static Double truth(Targets targets, int row) {
        return switch (targets) {
            case Targets.Labels(int[] labels, int _) -> (double) labels[row];
            case Targets.Values(Matrix values) -> (double) values.at(row, 0);
        };
    }
}
