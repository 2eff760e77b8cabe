package dev.spirallab.api;

import dev.spirallab.engine.NodeTensor;
import dev.spirallab.export.CodeExport;
import dev.spirallab.export.CodeForm;
import dev.spirallab.export.ModelExport;
import dev.spirallab.export.ModelForm;
import dev.spirallab.export.Trained;
import dev.spirallab.i18n.Messages;
import dev.spirallab.i18n.Texts;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.run.Run;
import dev.spirallab.run.RunId;
import dev.spirallab.run.Runs;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.validation.ValidationResult.Valid;
import dev.spirallab.validation.Validator;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes documents home as code, and what one's own runs have learnt as files. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "export")
class ExportController {
    private final Validator validator;
    private final Runs runs;
    private final Messages messages;

    ExportController(Validator validator, Runs runs, Messages messages) {
        this.validator = validator;
        this.runs = runs;
        this.messages = messages;
    }

    @Fails(HttpStatus.UNPROCESSABLE_CONTENT)
    @PostMapping(
            path = "/code",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = {MediaType.TEXT_PLAIN_VALUE, "application/x-ipynb+json"})
    @Operation(
            summary = "Write an experiment as code",
            description =
                    "As a PyTorch script, a Jupyter notebook or a class for DJL. Keeps nothing."
                            + " Headings are in the language that Accept-Language asks for.")
    ResponseEntity<String> code(
            OwnerId owner,
            @RequestBody Experiment experiment,
            @RequestParam(defaultValue = "pytorch") CodeForm as,
            Locale locale) {
        Valid valid = Outcomes.valid(validator.validate(experiment));
        String code = CodeExport.of(valid, as, new Texts(messages, locale));
        return file(experiment, as.suffix(), MediaType.parseMediaType(as.mediaType()), code);
    }

    @Fails({HttpStatus.UNPROCESSABLE_CONTENT, HttpStatus.SERVICE_UNAVAILABLE})
    @GetMapping(path = "/runs/{id}/model", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(
            summary = "Save the model as it is now",
            description =
                    "As TorchScript, ONNX or safetensors. TorchScript and ONNX take a batch of"
                            + " examples and give the outputs of the last layer, without dropout. The"
                            + " safetensors have the names that the exported PyTorch code gives them.")
    CompletableFuture<ResponseEntity<byte[]>> model(
            OwnerId owner,
            @PathVariable String id,
            @RequestParam(defaultValue = "torchScript") ModelForm as) {
        Run run = Outcomes.found(runs.find(owner, new RunId(id)));
        Experiment experiment = run.experiment();
        Valid valid = Outcomes.valid(validator.validate(experiment));
        return tensors(run)
                .thenApply(tensors ->
                        file(
                                experiment,
                                as.suffix(),
                                MediaType.APPLICATION_OCTET_STREAM,
                                ModelExport.of(new Trained(valid, tensors), as)));
    }

    private static CompletableFuture<List<NodeTensor>> tensors(Run run) {
        return run.tensors()
                .exceptionally(_ -> {
                    throw Faults.busy();
                });
    }

    private static <T> ResponseEntity<T> file(
            Experiment experiment, String suffix, MediaType type, T content) {
        ContentDisposition file =
                ContentDisposition.attachment()
                        .filename(
                                ExperimentJson.fileName(experiment, suffix), StandardCharsets.UTF_8)
                        .build();
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(content);
    }
}
