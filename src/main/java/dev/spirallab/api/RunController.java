package dev.spirallab.api;

import dev.spirallab.account.Caller;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.run.Run;
import dev.spirallab.run.RunId;
import dev.spirallab.run.Runs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own runs. */
@RestController
@RequestMapping("/api/v1/runs")
@Tag(name = "runs")
class RunController {
    private final Runs runs;
    private final Beginnings beginnings;
    private final RunAnswers answers;

    RunController(Runs runs, Beginnings beginnings, RunAnswers answers) {
        this.runs = runs;
        this.beginnings = beginnings;
        this.answers = answers;
    }

    @GetMapping
    @Operation(
            summary = "List one's own runs that are kept, the last kept first",
            description = "A run is kept from its first step on, every few seconds.")
    List<RunLine> list(OwnerId owner, Locale locale) {
        return runs.list(owner).stream().map(run -> answers.line(run, locale)).toList();
    }

    @PostMapping
    @Fails({
        HttpStatus.NOT_FOUND,
        HttpStatus.CONFLICT,
        HttpStatus.UNPROCESSABLE_CONTENT,
        HttpStatus.SERVICE_UNAVAILABLE
    })
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Make a run",
            description =
                    "Of an experiment: ready at step 0. From a run of one's own, or from the run that"
                            + " goes with a link: paused where that is, with its experiment, weights,"
                            + " optimiser state and curves; the other run stays as it is. The command"
                            + " play sets it going. It goes on while nobody watches.")
    ResponseEntity<RunAnswer> start(Caller caller, Locale locale, @RequestBody RunBody body) {
        Run run = beginnings.begin(caller, body);
        return ResponseEntity.created(Locations.run(run.id().value()))
                .body(answers.whole(run, locale));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read how a run is doing")
    RunAnswer read(OwnerId owner, Locale locale, @PathVariable String id) {
        return answers.whole(find(owner, id), locale);
    }

    @PostMapping("/{id}/commands")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Ask something of a run",
            description =
                    "Done between two slices of training, in the order asked. What makes no sense at"
                            + " the moment does nothing.")
    void command(OwnerId owner, @PathVariable String id, @RequestBody Order order) {
        find(owner, id).command(order.command());
    }

    @PutMapping("/{id}/mark")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Star a run, or note something of it",
            description =
                    "In place of what was noted before. A run can be marked once it is kept: from its"
                            + " first step on.")
    void mark(OwnerId owner, @PathVariable String id, @RequestBody MarkBody body) {
        Outcomes.there(runs.mark(owner, new RunId(id), body.mark()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End and delete a run", description = "With its curves and weights.")
    void delete(OwnerId owner, @PathVariable String id) {
        Outcomes.there(runs.delete(owner, new RunId(id)));
    }

    private Run find(OwnerId owner, String id) {
        return Outcomes.found(runs.find(owner, new RunId(id)));
    }
}
