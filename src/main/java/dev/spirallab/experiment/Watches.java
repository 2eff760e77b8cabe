package dev.spirallab.experiment;

import dev.spirallab.owner.OwnerId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Links to watch experiments live: one for each at most, until it is revoked. */
public interface Watches {

    /** The link to one of one's experiments, made if there is none; empty without experiment. */
    Optional<Watch> open(OwnerId owner, ExperimentId experiment);

    /** Which experiment it lets watch; empty for one that never was, or is revoked. */
    Optional<ExperimentId> find(UUID id);

    /** The newest first. */
    List<Watch> list(OwnerId owner);

    /**
     * From now on the link leads nowhere.
     *
     * @return what it let watch, if it was there
     */
    Optional<ExperimentId> revoke(OwnerId owner, UUID id);
}
