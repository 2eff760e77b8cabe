package dev.spirallab.api;

import dev.spirallab.experiment.ExperimentId;
import dev.spirallab.experiment.Experiments;
import dev.spirallab.experiment.Kept;
import dev.spirallab.experiment.Summary;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.json.ExperimentJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own experiments. */
@RestController
@RequestMapping("/api/v1/experiments")
@Tag(name = "experiments")
class ExperimentController {
    private final Experiments experiments;

    ExperimentController(Experiments experiments) {
        this.experiments = experiments;
    }

    @GetMapping
    @Operation(summary = "List one's own experiments, the last changed first")
    List<KeptLine> list(OwnerId owner) {
        return experiments.list(owner).stream().map(KeptLine::of).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Fails(HttpStatus.CONFLICT)
    @Operation(
            summary = "Keep a new experiment",
            description = "It need not be sound yet, only a document that can be read.")
    ResponseEntity<KeptLine> create(OwnerId owner, @RequestBody Experiment experiment) {
        return created(Outcomes.saved(experiments.create(owner, experiment)));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read an experiment", description = "Its revision is the ETag.")
    ResponseEntity<KeptAnswer> read(OwnerId owner, @PathVariable UUID id) {
        Kept kept = find(owner, id);
        return ResponseEntity.ok().eTag(Revisions.tag(kept.revision())).body(KeptAnswer.of(kept));
    }

    @PutMapping("/{id}")
    @Fails(HttpStatus.CONFLICT)
    @Operation(
            summary = "Keep a change",
            description =
                    "If-Match names the revision that was changed, as the ETag gave it. If somebody"
                            + " has changed the experiment since, nothing is overwritten (412).")
    ResponseEntity<KeptLine> save(
            OwnerId owner,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestBody Experiment experiment) {
        long revision = Revisions.read(match);
        Summary saved =
                Outcomes.saved(experiments.save(owner, new ExperimentId(id), revision, experiment));
        return ResponseEntity.ok().eTag(Revisions.tag(saved.revision())).body(KeptLine.of(saved));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Delete an experiment",
            description = "With its versions and runs. Links to it stay until they are revoked.")
    void delete(OwnerId owner, @PathVariable UUID id) {
        Outcomes.there(experiments.delete(owner, new ExperimentId(id)));
    }

    @PostMapping("/{id}/fork")
    @ResponseStatus(HttpStatus.CREATED)
    @Fails(HttpStatus.CONFLICT)
    @Operation(summary = "Copy an experiment", description = "The copy knows where it comes from.")
    ResponseEntity<KeptLine> fork(OwnerId owner, @PathVariable UUID id) {
        return created(Outcomes.saved(experiments.fork(owner, new ExperimentId(id))));
    }

    @GetMapping(path = "/{id}/export", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Save the document as a file",
            description = "Named after its title.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content =
                                    @Content(schema = @Schema(implementation = Experiment.class))))
    ResponseEntity<String> export(OwnerId owner, @PathVariable UUID id) {
        Experiment experiment = find(owner, id).experiment();
        ContentDisposition file =
                ContentDisposition.attachment()
                        .filename(ExperimentJson.fileName(experiment), StandardCharsets.UTF_8)
                        .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(ExperimentJson.write(experiment));
    }

    private Kept find(OwnerId owner, UUID id) {
        return Outcomes.found(experiments.find(owner, new ExperimentId(id)));
    }

    static ResponseEntity<KeptLine> created(Summary summary) {
        return ResponseEntity.created(Locations.experiment(summary.id()))
                .eTag(Revisions.tag(summary.revision()))
                .body(KeptLine.of(summary));
    }
}
