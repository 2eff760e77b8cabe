package dev.spirallab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.dataset.Dataset;
import dev.spirallab.dataset.Matrix;
import dev.spirallab.dataset.Part;
import dev.spirallab.dataset.Pixels;
import dev.spirallab.dataset.Targets;
import dev.spirallab.engine.Bank;
import dev.spirallab.engine.Learnt;
import dev.spirallab.engine.Unit;
import dev.spirallab.frame.Exhibit;
import dev.spirallab.frame.Frame;
import dev.spirallab.frame.Interior;
import dev.spirallab.frame.LayerOutputs;
import dev.spirallab.frame.LayerReport;
import dev.spirallab.frame.Look;
import dev.spirallab.frame.Moment;
import dev.spirallab.frame.OwnAnswer;
import dev.spirallab.spec.data.Task;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InquirerTest {
    private static final int ROWS = 2500;
    private static final int SHOWN = 1000;
    private static final int CLASSES = 2;
    private static final Moment NOW = new Moment(1, 2, 30);

    @Test
    void outputsOfALayerComeWithWhatTheModelSaysOfEachExample() {
        LayerOutputs outputs = outputs("hidden", 0);

        assertThat(outputs.of()).isEqualTo(ROWS);
        assertThat(outputs.exhibits()).hasSize(SHOWN);
        for (int i = 0; i < SHOWN; i++) {
            int row = outputs.exhibits().get(i).row();
            assertThat(row).isEqualTo(i * ROWS / SHOWN);
            assertThat(outputs.truths().get(i)).isEqualTo(row % CLASSES);
            assertThat(outputs.answers().get(i)).isEqualTo(row % 3 == 0 ? 1 : 0);
            assertThat(outputs.values()[3 * i]).isEqualTo(row);
            assertThat(outputs.values()[3 * i + 2]).isEqualTo(row + 2);
        }
    }

    @Test
    void anUnknownLayerPutsOutNothingAndScoresThatAreNoNumbersAreNoAnswers() {
        LayerOutputs outputs = outputs("none", Float.NaN);

        assertThat(outputs.values()).isEmpty();
        assertThat(outputs.answers()).isEmpty();
        assertThat(outputs.truths()).hasSize(SHOWN);
        assertThat(outputs.exhibits()).extracting(Exhibit::row).startsWith(0, 2, 5, 7);
    }

    @Test
    void whatIsNoPictureOfTheDataIsAnsweredForAndHarmsNobody() {
        assertThat(own("AAECAw==").fits()).isTrue();
        assertThat(own("AAECAw==").scores()).hasSize(CLASSES);
        for (String other : List.of("", "AAE=", "AAECAwABAgM=", "no Base64")) {
            assertThat(own(other).fits()).as(other).isFalse();
            assertThat(own(other).scores()).isEmpty();
        }
    }

    /** Of images of 2 by 2 pixels. */
    private static OwnAnswer own(String picture) {
        Pixels pixels =
                new Pixels(
                        new dev.spirallab.spec.data.ImageDataset.Frame(1, 2, 2),
                        new byte[8],
                        List.of(0.0),
                        List.of(1.0));
        Part part = new Part(pixels, new Targets.Labels(new int[] {0, 1}, CLASSES));
        Dataset images =
                new Dataset(new Task.Classification(CLASSES), part, part, Optional.empty());
        Inquiry asked = new Inquiry.Own(1, new Inquiry.Example.Picture(picture));
        return ((Frame.Answered) answer(images, asked, 0)).answer();
    }

    private static LayerOutputs outputs(String node, float more) {
        return ((Frame.Outputs) answer(dataset(), new Inquiry.Outputs(node), more)).outputs();
    }

    private static Frame answer(Dataset dataset, Inquiry asked, float more) {
        Inquirer inquirer = new Inquirer(dataset, Assessor.quick(dataset));
        Sketch.Making making = inquirer.making(asked, NOW);
        Optional<Frame> frame = Optional.empty();
        while (frame.isEmpty()) {
            frame = making.advance(new Model(more));
        }
        return frame.get();
    }

    /** The one input of a row is its number. */
    private static Dataset dataset() {
        float[] numbers = new float[ROWS];
        int[] labels = new int[ROWS];
        for (int row = 0; row < ROWS; row++) {
            numbers[row] = row;
            labels[row] = row % CLASSES;
        }
        Part part = new Part(new Matrix(ROWS, 1, numbers), new Targets.Labels(labels, CLASSES));
        return new Dataset(new Task.Classification(CLASSES), part, part, Optional.empty());
    }

    /** Says class 1 of each third row; its layer has three units, of which the first is the row. */
    private record Model(float more) implements Sketch.Model {
        @Override
        public float[] scores(Matrix inputs) {
            float[] scores = new float[CLASSES * inputs.rows()];
            for (int row = 0; row < inputs.rows(); row++) {
                scores[CLASSES * row] = inputs.at(row, 0) % 3 == 0 ? 0.25f : 0.75f;
                scores[CLASSES * row + 1] = 1 - scores[CLASSES * row] + more;
            }
            return scores;
        }

        @Override
        public float[] outputs(Matrix inputs, String node) {
            return node.equals("hidden")
                    ? floats(
                            IntStream.range(0, 3 * inputs.rows())
                                    .mapToDouble(at -> inputs.at(at / 3, 0) + at % 3)
                                    .toArray())
                    : new float[0];
        }

        private static float[] floats(double... values) {
            float[] floats = new float[values.length];
            for (int at = 0; at < values.length; at++) {
                floats[at] = (float) values[at];
            }
            return floats;
        }

        @Override
        public int rowsAtOnce() {
            return 300;
        }

        @Override
        public float[] scores(Learnt other, Matrix inputs) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<LayerReport> probe(Matrix inputs) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int rowsToProbe() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Interior interior(Look look, Matrix example) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Bank> banks() {
            throw new UnsupportedOperationException();
        }

        @Override
        public float[] outputs(Matrix inputs, List<Unit> units) {
            throw new UnsupportedOperationException();
        }
    }
}
