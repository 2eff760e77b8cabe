package dev.spirallab.api;

import dev.spirallab.experiment.ExperimentId;
import dev.spirallab.experiment.Experiments;
import dev.spirallab.experiment.Version;
import dev.spirallab.owner.OwnerId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** States of one's own experiments to come back to. */
@RestController
@RequestMapping("/api/v1/experiments/{id}/versions")
@Tag(name = "versions")
class VersionController {
    private final Experiments experiments;

    VersionController(Experiments experiments) {
        this.experiments = experiments;
    }

    @GetMapping
    @Operation(summary = "List the versions of an experiment, the newest first")
    List<Version> list(OwnerId owner, @PathVariable UUID id) {
        ExperimentId experiment = new ExperimentId(id);
        Outcomes.found(experiments.find(owner, experiment));
        return experiments.versions(owner, experiment);
    }

    @PostMapping
    @Fails(HttpStatus.CONFLICT)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Keep the present state as a version",
            description = "Where there are too many, the oldest unnamed one gives way.")
    Version keep(OwnerId owner, @PathVariable UUID id, @RequestBody VersionBody body) {
        return Outcomes.kept(experiments.keepVersion(owner, new ExperimentId(id), body.name()));
    }

    @GetMapping("/{number}")
    @Operation(summary = "Read the experiment as it was")
    VersionAnswer read(OwnerId owner, @PathVariable UUID id, @PathVariable int number) {
        return Outcomes.found(
                experiments
                        .version(owner, new ExperimentId(id), number)
                        .map(experiment -> new VersionAnswer(number, experiment)));
    }

    @DeleteMapping("/{number}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a version")
    void delete(OwnerId owner, @PathVariable UUID id, @PathVariable int number) {
        Outcomes.there(experiments.deleteVersion(owner, new ExperimentId(id), number));
    }
}
