package dev.spirallab.export;

import dev.spirallab.export.onnx.Onnx;
import dev.spirallab.program.ScriptedModel;

/** Trained models as files that other programs read. */
public final class ModelExport {
    private ModelExport() {}

    public static byte[] of(Trained model, ModelForm form) {
        return switch (form) {
            case torchScript ->
                    ScriptedModel.archive(
                            model.valid(), place -> model.values(place.node(), place.name()));
            case onnx -> Onnx.write(model);
            case safetensors -> WeightsFile.write(model.valid().order(), model.tensors());
        };
    }
}
