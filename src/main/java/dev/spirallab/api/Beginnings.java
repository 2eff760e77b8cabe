package dev.spirallab.api;

import dev.spirallab.account.Caller;
import dev.spirallab.account.Deed;
import dev.spirallab.account.Rates;
import dev.spirallab.dataset.Contents;
import dev.spirallab.engine.NodeTensor;
import dev.spirallab.experiment.ExperimentId;
import dev.spirallab.experiment.LinkToken;
import dev.spirallab.experiment.Links;
import dev.spirallab.export.WeightsFile;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.run.Run;
import dev.spirallab.run.RunId;
import dev.spirallab.run.RunOptions;
import dev.spirallab.run.Runs;
import dev.spirallab.spec.Problem;
import dev.spirallab.validation.ValidationResult.Valid;
import dev.spirallab.validation.Validator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes runs: of an experiment from its start, or of what another run has learnt. */
@Component
class Beginnings {
    private final Runs runs;
    private final Links links;
    private final Wanted wanted;
    private final Validator validator;
    private final Contents contents;
    private final Rates rates;

    Beginnings(
            Runs runs,
            Links links,
            Wanted wanted,
            Validator validator,
            Contents contents,
            Rates rates) {
        this.runs = runs;
        this.links = links;
        this.wanted = wanted;
        this.validator = validator;
        this.contents = contents;
        this.rates = rates;
    }

    Run begin(Caller caller, RunBody body) {
        Outcomes.allowed(rates.take(Deed.START, caller));
        return body.goesOn() ? goOn(caller, body) : anew(caller.owner(), body);
    }

    private Run anew(OwnerId owner, RunBody body) {
        Wanted.Found found = wanted.find(owner, body.experiment(), body.experimentId());
        Valid valid = Outcomes.valid(validator.validate(body.seeded(found.experiment())));
        return Outcomes.admitted(
                runs.start(
                        valid,
                        options(owner, body, found.id().map(ExperimentId::value)),
                        weights(valid, body)));
    }

    private List<NodeTensor> weights(Valid valid, RunBody body) {
        return body.weights()
                .map(hash -> Outcomes.found(contents.find(hash)))
                .map(file -> Outcomes.read(WeightsFile.read(valid, file)))
                .orElse(List.of());
    }

    private Run goOn(Caller caller, RunBody body) {
        if (body.contradictsItself()) {
            throw Faults.unreadable(List.of(Problem.of("api.oneBeginning", "", Map.of())));
        }
        OwnerId owner = caller.owner();
        Run other = body.run().map(id -> own(owner, id)).orElseGet(() -> linked(caller, body));
        Optional<UUID> of =
                body.experimentId()
                        .flatMap(id -> wanted.find(owner, Optional.empty(), Optional.of(id)).id())
                        .map(ExperimentId::value)
                        .or(() -> other.options().of());
        return Outcomes.admitted(runs.resume(other.id(), options(owner, body, of)));
    }

    private Run own(OwnerId owner, String id) {
        return Outcomes.found(runs.find(owner, new RunId(id)));
    }

    private Run linked(Caller caller, RunBody body) {
        LinkToken token = new LinkToken(body.link().orElseThrow());
        return Outcomes.found(
                Outcomes.guessed(rates.guess(Deed.OPEN, caller, () -> links.open(token)))
                        .run()
                        .flatMap(runs::find));
    }

    private static RunOptions options(OwnerId owner, RunBody body, Optional<UUID> of) {
        RunOptions options = new RunOptions(body.pace()).withOwner(owner).withUnattended(true);
        return of.map(options::withOf).orElse(options);
    }
}
