package dev.spirallab.ui.keep;

import dev.spirallab.experiment.ExperimentId;
import dev.spirallab.experiment.Experiments;
import dev.spirallab.experiment.Kept;
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

    /** This one is deleted for good, and nothing of it is to be saved any more. */
    void deleted(ExperimentId id);

    /** A small picture of what its last run had learnt, as an address. */
    Optional<String> learnt(ExperimentId id);

    /** A small picture of its data, where they lie on a plane. */
    Optional<PlanePoints> picture(Experiment experiment);
}
