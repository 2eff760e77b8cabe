package dev.spirallab.api;

import dev.spirallab.engine.Weights;
import dev.spirallab.frame.Assessment;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.run.Run;
import dev.spirallab.run.RunId;
import dev.spirallab.run.Runs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What one's own runs have found out. */
@RestController
@RequestMapping("/api/v1/runs/{id}")
@Tag(name = "runs")
class FigureController {
    private final Runs runs;

    FigureController(Runs runs) {
        this.runs = runs;
    }

    @GetMapping(
            path = "/history",
            produces = {MediaType.APPLICATION_JSON_VALUE, TableWriter.CSV})
    @Operation(summary = "Read all points of the curves, or those from a place on")
    CurveAnswer history(
            OwnerId owner, @PathVariable String id, @RequestParam(defaultValue = "0") int from) {
        return Figures.curve(find(owner, id), from);
    }

    @Fails(HttpStatus.SERVICE_UNAVAILABLE)
    @GetMapping(path = "/weights", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Read the parameters of each node, all of one moment")
    CompletableFuture<Map<String, Weights>> weights(OwnerId owner, @PathVariable String id) {
        return Figures.weights(find(owner, id));
    }

    @Fails({HttpStatus.CONFLICT, HttpStatus.SERVICE_UNAVAILABLE})
    @GetMapping(
            path = "/boundary",
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.IMAGE_PNG_VALUE})
    @Operation(summary = "Read what the model answers all over the plane, or get a picture of it")
    CompletableFuture<BoundaryAnswer> boundary(
            OwnerId owner,
            @PathVariable String id,
            @Parameter(schema = @Schema(type = "integer", description = "25, 50, 100 or 200"))
                    @RequestParam(defaultValue = "100")
                    Grid grid) {
        return Figures.boundary(find(owner, id), grid);
    }

    @Fails(HttpStatus.SERVICE_UNAVAILABLE)
    @GetMapping(path = "/figures", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Judge what the model answers to the test part",
            description =
                    "Precision, recall, F1, the area under the ROC curve and the confusion matrix of"
                            + " a classification; R², mean absolute error and root mean squared error"
                            + " of a regression. Of the training part where nothing is held out, and"
                            + " of some thousands of rows where there are more.")
    CompletableFuture<Assessment> figures(OwnerId owner, @PathVariable String id) {
        return Figures.assessment(find(owner, id));
    }

    private Run find(OwnerId owner, String id) {
        return Outcomes.found(runs.find(owner, new RunId(id)));
    }
}
