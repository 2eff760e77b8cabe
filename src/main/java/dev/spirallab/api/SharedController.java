package dev.spirallab.api;

import dev.spirallab.account.Addresses;
import dev.spirallab.account.Deed;
import dev.spirallab.account.Rates;
import dev.spirallab.engine.Weights;
import dev.spirallab.experiment.Experiments;
import dev.spirallab.experiment.LinkToken;
import dev.spirallab.experiment.Links;
import dev.spirallab.experiment.Shared;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.run.Run;
import dev.spirallab.run.Runs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What links lead to. Who knows a link may read it, so it needs no token of an account. */
@RestController
@RequestMapping("/api/v1/shared/{token}")
@Tag(name = "shared")
class SharedController {
    private final Links links;
    private final Experiments experiments;
    private final Runs runs;
    private final Rates rates;
    private final RunAnswers answers;

    SharedController(
            Links links, Experiments experiments, Runs runs, Rates rates, RunAnswers answers) {
        this.links = links;
        this.experiments = experiments;
        this.runs = runs;
        this.rates = rates;
        this.answers = answers;
    }

    @GetMapping
    @SecurityRequirements
    @Operation(summary = "Read the experiment that a link leads to")
    SharedAnswer read(HttpServletRequest request, @PathVariable String token) {
        return SharedAnswer.of(open(request, token));
    }

    @PostMapping("/fork")
    @Fails(HttpStatus.CONFLICT)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Keep a copy of what a link leads to",
            description = "The copy is one's own and knows where it comes from.")
    ResponseEntity<KeptLine> fork(
            OwnerId owner, HttpServletRequest request, @PathVariable String token) {
        return ExperimentController.created(
                Outcomes.saved(experiments.fork(owner, open(request, token))));
    }

    @GetMapping("/run")
    @SecurityRequirements
    @Operation(summary = "Read how the run did that goes with a link")
    RunAnswer run(HttpServletRequest request, Locale locale, @PathVariable String token) {
        return answers.whole(find(request, token), locale);
    }

    @GetMapping(
            path = "/run/history",
            produces = {MediaType.APPLICATION_JSON_VALUE, TableWriter.CSV})
    @SecurityRequirements
    @Operation(summary = "Read the curves of the run that goes with a link")
    CurveAnswer history(
            HttpServletRequest request,
            @PathVariable String token,
            @RequestParam(defaultValue = "0") int from) {
        return Figures.curve(find(request, token), from);
    }

    @Fails(HttpStatus.SERVICE_UNAVAILABLE)
    @GetMapping(path = "/run/weights", produces = MediaType.APPLICATION_JSON_VALUE)
    @SecurityRequirements
    @Operation(summary = "Read the parameters of the run that goes with a link")
    CompletableFuture<Map<String, Weights>> weights(
            HttpServletRequest request, @PathVariable String token) {
        return Figures.weights(find(request, token));
    }

    @Fails({HttpStatus.CONFLICT, HttpStatus.SERVICE_UNAVAILABLE})
    @GetMapping(
            path = "/run/boundary",
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.IMAGE_PNG_VALUE})
    @SecurityRequirements
    @Operation(summary = "Read the boundary of the run that goes with a link")
    CompletableFuture<BoundaryAnswer> boundary(
            HttpServletRequest request,
            @PathVariable String token,
            @Parameter(schema = @Schema(type = "integer", description = "25, 50, 100 or 200"))
                    @RequestParam(defaultValue = "100")
                    Grid grid) {
        return Figures.boundary(find(request, token), grid);
    }

    private Shared open(HttpServletRequest request, String token) {
        LinkToken link = new LinkToken(token);
        return Outcomes.guessed(
                rates.guess(Deed.OPEN, Addresses.of(request), () -> links.open(link)));
    }

    private Run find(HttpServletRequest request, String token) {
        return Outcomes.found(open(request, token).run().flatMap(runs::find));
    }
}
