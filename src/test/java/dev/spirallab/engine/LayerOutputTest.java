package dev.spirallab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.dataset.Datasets;
import dev.spirallab.dataset.Matrix;
import dev.spirallab.program.ProgramGenerator;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayerOutputTest {

    static Stream<Named<Valid>> experiments() {
        return GradientTest.experiments();
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void everyLayerGivesWhatItsFormulaSays(Valid valid) {
        try (TorchTraining training = Lab.open(valid)) {
            Lab.train(training, 2);
            Matrix inputs = Datasets.create(valid.experiment().dataset()).train().inputs();
            List<float[]> outputs = training.outputs(inputs);
            ReferenceModel reference =
                    new ReferenceModel(
                            valid,
                            ProgramGenerator.generate(valid),
                            parameters(training),
                            training.statistics());
            for (int row = 0; row < inputs.rows(); row++) {
                compare(valid, reference.outputs(row(inputs, row)), outputs, row);
            }
        }
    }

    private static void compare(
            Valid valid, List<Tensor> expected, List<float[]> outputs, int row) {
        for (int node = 0; node < expected.size(); node++) {
            double[] wanted = expected.get(node).values();
            double[] found = new double[wanted.length];
            for (int i = 0; i < found.length; i++) {
                found[i] = outputs.get(node)[row * found.length + i];
            }
            assertThat(found)
                    .as(valid.order().get(node).id() + ", example " + row)
                    .containsExactly(wanted, Offset.offset(2e-5));
        }
    }

    private static float[] parameters(TorchTraining training) {
        float[][] kept = new float[1][];
        training.move(values -> kept[0] = values.clone());
        return kept[0];
    }

    private static float[] row(Matrix inputs, int row) {
        int columns = inputs.columns();
        return Arrays.copyOfRange(inputs.values(), row * columns, (row + 1) * columns);
    }
}
