package dev.spirallab.api;

import dev.spirallab.account.Caller;
import dev.spirallab.account.Deed;
import dev.spirallab.account.Rates;
import dev.spirallab.i18n.Messages;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.run.Runs;
import dev.spirallab.run.Sweep;
import dev.spirallab.run.SweepId;
import dev.spirallab.run.Sweeps;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.sweep.Axis;
import dev.spirallab.spec.sweep.SweepSetting;
import dev.spirallab.spec.sweep.SweepSpec;
import dev.spirallab.validation.SweepResult;
import dev.spirallab.validation.Validator;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own sweeps. */
@RestController
@RequestMapping("/api/v1/sweeps")
@Tag(name = "sweeps")
class SweepController {
    private final Sweeps sweeps;
    private final Wanted wanted;
    private final Validator validator;
    private final Rates rates;
    private final Messages messages;

    SweepController(Runs runs, Wanted wanted, Validator validator, Rates rates, Messages messages) {
        this.sweeps = runs.sweeps();
        this.wanted = wanted;
        this.validator = validator;
        this.rates = rates;
        this.messages = messages;
    }

    @GetMapping
    @Operation(
            summary = "List one's own sweeps: the one at work, then those that are kept",
            description = "A sweep is kept when it ends; the last one comes first.")
    List<SweepAnswer.Line> list(OwnerId owner) {
        return sweeps.list(owner).stream().map(SweepAnswer.Line::of).toList();
    }

    @PostMapping
    @Fails({HttpStatus.NOT_FOUND, HttpStatus.UNPROCESSABLE_CONTENT, HttpStatus.SERVICE_UNAVAILABLE})
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Train variants of an experiment at once",
            description =
                    "In place of one's own sweep that is at work, which is broken off and kept. It"
                            + " goes on while nobody looks, for an hour.")
    ResponseEntity<SweepAnswer> begin(Caller caller, Locale locale, @RequestBody SweepBody body) {
        Experiment base =
                wanted.find(caller.owner(), body.experiment(), body.experimentId()).experiment();
        SweepSpec asked = new SweepSpec(base, body.vary().stream().map(this::axis).toList());
        Outcomes.allowed(rates.take(Deed.START, caller));
        Sweep sweep =
                Outcomes.begun(
                        sweeps.begin(caller.owner(), sound(validator.validate(asked)), true));
        return ResponseEntity.created(Locations.sweep(sweep.id().value()))
                .body(SweepAnswer.of(sweep, messages, locale));
    }

    private Axis axis(String words) {
        return SweepSetting.read(words)
                .orElseThrow(() -> Faults.unsound(List.of(SweepSetting.unreadable(words))));
    }

    private static SweepResult.Sound sound(SweepResult result) {
        return switch (result) {
            case SweepResult.Sound sound -> sound;
            case SweepResult.Unsound(var problems) -> throw Faults.unsound(problems);
        };
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read what a sweep has come to")
    SweepAnswer read(OwnerId owner, Locale locale, @PathVariable UUID id) {
        return SweepAnswer.of(
                Outcomes.found(sweeps.find(owner, new SweepId(id))), messages, locale);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Stop and delete a sweep", description = "With its curves and weights.")
    void delete(OwnerId owner, @PathVariable UUID id) {
        Outcomes.there(sweeps.delete(owner, new SweepId(id)));
    }
}
