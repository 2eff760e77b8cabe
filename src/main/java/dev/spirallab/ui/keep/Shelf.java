package dev.spirallab.ui.keep;

import dev.spirallab.experiment.ExperimentId;
import dev.spirallab.experiment.Experiments;
import dev.spirallab.experiment.Kept;
import dev.spirallab.experiment.Saving;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.spec.Experiment;
import dev.spirallab.ui.components.PlanePoints;
import java.util.Optional;

/** One's experiments, and the bench that one of them is on. */
public interface Shelf {

    Experiments experiments();

    OwnerId owner();

    /** The experiment on the bench, if it is kept. */
    Optional<ExperimentId> present();

    /** Puts another on the bench. */
    void open(Kept kept);

    /** Gives the experiment on the bench another title. */
    void rename(String title);

    /** Puts another state of the experiment on the bench. */
    void restore(Experiment earlier);

    /** What is on the bench is about to be deleted: puts something else there. */
    void clear();

    /** A small picture of its data, where they lie on a plane. */
    Optional<PlanePoints> picture(Experiment experiment);

    /** Gives any of one's experiments another title. */
    default void rename(ExperimentId id, String title) {
        if (present().filter(id::equals).isPresent()) {
            rename(title);
        } else {
            experiments().find(owner(), id).ifPresent(kept -> rename(kept, title));
        }
    }

    private void rename(Kept kept, String title) {
        Saving _ =
                experiments()
                        .save(
                                owner(),
                                kept.id(),
                                kept.revision(),
                                kept.experiment().withTitle(title));
    }
}
