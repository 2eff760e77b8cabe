package dev.spirallab.api;

import dev.spirallab.experiment.ExperimentId;
import dev.spirallab.experiment.Experiments;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds the experiment that a request is about: one sent with it, or one that is kept. */
@Component
class Wanted {
    private final Experiments experiments;

    Wanted(Experiments experiments) {
        this.experiments = experiments;
    }

    /**
     * @param id if it is kept
     */
    record Found(Experiment experiment, Optional<ExperimentId> id) {}

    Found find(OwnerId owner, Optional<Experiment> sent, Optional<String> id) {
        if (sent.isPresent() == id.isPresent()) {
            throw Faults.unreadable(
                    List.of(Problem.of("api.oneExperiment", "experiment", Map.of())));
        }
        return sent.map(experiment -> new Found(experiment, Optional.empty()))
                .orElseGet(() -> kept(owner, new ExperimentId(uuid(id.orElseThrow()))));
    }

    private Found kept(OwnerId owner, ExperimentId id) {
        return new Found(Outcomes.found(experiments.find(owner, id)).experiment(), Optional.of(id));
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw Faults.missing();
        }
    }
}
