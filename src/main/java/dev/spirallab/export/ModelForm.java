package dev.spirallab.export;

/** What a trained model can be taken home as. */
public enum ModelForm {
    /** A program with its numbers, for PyTorch in any language. */
    torchScript(".pt"),
    /** For any runtime that knows ONNX. */
    onnx(".onnx"),
    /** The numbers alone, which the exported PyTorch code loads. */
    safetensors(".safetensors");

    private final String suffix;

    ModelForm(String suffix) {
        this.suffix = suffix;
    }

    /** What its file's name ends with. */
    public String suffix() {
        return suffix;
    }
}
