package dev.spirallab.export;

import dev.spirallab.export.djl.DjlCode;
import dev.spirallab.export.python.Notebook;
import dev.spirallab.export.python.PythonCode;
import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.validation.ValidationResult.Valid;

/** Experiments as code that a person would write: what is PyTorch's default anyway is left out. */
public final class CodeExport {
    private CodeExport() {}

    /**
     * @param texts in whose language headings and words are
     */
    public static String of(Valid valid, CodeForm form, Texts texts) {
        return switch (form) {
            case pytorch -> new PythonCode(valid).script(texts);
            case notebook -> Notebook.of(new PythonCode(valid), valid.experiment().title(), texts);
            case djl -> DjlCode.of(valid, texts);
            case json -> ExperimentJson.write(valid.experiment());
        };
    }
}
