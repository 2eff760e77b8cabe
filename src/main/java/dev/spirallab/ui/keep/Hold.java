package dev.spirallab.ui.keep;

import dev.spirallab.experiment.ExperimentId;
import dev.spirallab.spec.Experiment;

/** What the next page of a tab finds there of this one. */
public interface Hold {

    /** The tab shows this experiment from now on. */
    void experiment(ExperimentId id);

    /**
     * Holds a change until it is saved.
     *
     * @param id of the experiment that was changed
     * @param revision of it; 0 if it was never saved
     */
    void hold(ExperimentId id, long revision, Experiment changed);

    /** Nothing of this experiment is left to be saved. */
    void letGo(ExperimentId id);
}
