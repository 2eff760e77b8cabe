package dev.spirallab.cli;

import dev.spirallab.engine.NodeTensor;
import dev.spirallab.export.ModelExport;
import dev.spirallab.export.ModelForm;
import dev.spirallab.export.Trained;
import dev.spirallab.export.WeightsFile;
import dev.spirallab.spec.Problem;
import dev.spirallab.validation.ValidationResult.Valid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where a training begins from, and what its model is kept as. */
final class WeightFiles {
    @Option(names = "--weights-from", paramLabel = "FILE.safetensors")
    private @Nullable Path from;

    @Option(names = "--save", paramLabel = "FILE.pt|.onnx|.safetensors", arity = "1..*")
    private List<Path> to = List.of();

    /** picocli fills in the fields. */
    @SuppressWarnings("NullAway.Init")
    WeightFiles() {}

    /** Before hours of training, not after them. */
    void check(CommandSpec spec) {
        for (Path file : to) {
            if (form(file).isEmpty()) {
                String known =
                        Arrays.stream(ModelForm.values())
                                .map(ModelForm::suffix)
                                .collect(Collectors.joining(", "));
                throw new ParameterException(spec.commandLine(), file + ": " + known);
            }
        }
    }

    private static Optional<ModelForm> form(Path file) {
        return Arrays.stream(ModelForm.values())
                .filter(form -> file.toString().endsWith(form.suffix()))
                .findFirst();
    }

    /** No tensors where training is to begin with its own. */
    WeightsFile.Reading read(Valid valid) {
        if (from == null) {
            return new WeightsFile.Reading.Read(List.of());
        }
        try {
            return WeightsFile.read(valid, Files.readAllBytes(from));
        } catch (IOException _) {
            return new WeightsFile.Reading.Refused(List.of(Document.unreadable(from)));
        }
    }

    /**
     * @return what is wrong with the places that they were to be written to
     */
    List<Problem> write(Valid valid, List<NodeTensor> tensors) {
        Trained model = new Trained(valid, tensors);
        return to.stream().flatMap(file -> write(model, file).stream()).toList();
    }

    private static Optional<Problem> write(Trained model, Path file) {
        try {
            Files.write(file, ModelExport.of(model, form(file).orElseThrow()));
            return Optional.empty();
        } catch (IOException _) {
            return Optional.of(unwritable(file));
        }
    }

    static Problem unwritable(Path file) {
        return Problem.of("file.unwritable", "", Map.of("file", file.toString()));
    }
}
