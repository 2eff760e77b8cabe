package dev.spirallab.engine;

import ai.djl.pytorch.jni.IValue;
import dev.spirallab.dataset.Matrix;
import dev.spirallab.engine.TorchModule.Floats;
import dev.spirallab.frame.Interior;
import dev.spirallab.frame.LayerReport;
import dev.spirallab.frame.Look;
import dev.spirallab.program.Program;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Looks into a model that learns: its layers, its units, its numbers. Changes nothing. */
final class Insight {
    private final Model model;
    private final Descent descent;
    private final Walker walker;
    private final LayerProbe probe;
    private final Lens lens;
    private final int rowsToProbe;

    Insight(
            Valid valid,
            Program program,
            Model model,
            Descent descent,
            Walker walker,
            int rowsToProbe) {
        this.model = model;
        this.descent = descent;
        this.walker = walker;
        this.probe = new LayerProbe(valid, program);
        this.lens = new Lens(valid, program);
        this.rowsToProbe = rowsToProbe;
    }

    int rowsToProbe() {
        return rowsToProbe;
    }

    List<Bank> banks() {
        return probe.banks();
    }

    /** See {@link Training#probe}. */
    Optional<LayerReport> probe(Matrix inputs, double learningRate, Terms terms) {
        return descent.preview(terms).map(next -> report(learningRate, next, inputs));
    }

    private LayerReport report(double learningRate, Preview next, Matrix inputs) {
        float[] parameters = model.parameters().floats();
        return probe.report(learningRate, next, inputs.rows(), parameters, outputs(inputs));
    }

    Interior interior(Look look, Matrix example) {
        return lens.interior(look, model.parameters().floats(), () -> outputs(example));
    }

    /** Where a number lies that is to be changed, if there is such a one. */
    Optional<Integer> place(Edit edit) {
        return lens.place(edit);
    }

    Walk walk(int row, Walker.Moment now) {
        return walker.walk(row, now, each -> descent.ahead(each, now.terms()));
    }

    float[] outputs(Matrix inputs, List<Unit> units) {
        return probe.columns(units, outputs(inputs), inputs.rows());
    }

    float[] outputs(Matrix inputs, String node) {
        int place = probe.placeOf(node);
        return place < 0 ? new float[0] : outputs(inputs).get(place);
    }

    /** The outputs of all nodes, in the order of the graph. */
    List<float[]> outputs(Matrix inputs) {
        return activations(inputs, model.module()::arrays);
    }

    /** Their shapes. */
    List<List<Integer>> shapes(Matrix inputs) {
        return activations(inputs, model.module()::shapes);
    }

    private <T> T activations(Matrix inputs, Function<IValue, T> result) {
        return model.module()
                .run(
                        "activations",
                        result,
                        new Floats(inputs.values(), 0, inputs.rows(), inputs.columns()),
                        model.parameters(),
                        model.buffers());
    }
}
