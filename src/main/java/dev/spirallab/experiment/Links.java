package dev.spirallab.experiment;

import dev.spirallab.owner.OwnerId;
import dev.spirallab.run.RunId;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Links to experiments. What a link shows stays as it was when the link was made. */
public interface Links {

    /** What became of a wish for a link. */
    sealed interface Sharing {

        /** The link; its token is told here and never again. */
        record Made(LinkToken token, SharedLink link) implements Sharing {}

        /**
         * @param problem {@code keeping.links}, {@code keeping.megabytes}, {@code
         *     keeping.runMegabytes}, or {@code keeping.run} where there is no such run
         */
        record Refused(Problem problem) implements Sharing {}
    }

    /**
     * Makes a link.
     *
     * @param of the kept experiment, if it is one, so that a fork knows where it comes from
     * @param run one's own run that is to go with it: a copy of its curve, weights and boundary
     */
    Sharing share(
            OwnerId owner, Optional<ExperimentId> of, Experiment experiment, Optional<RunId> run);

    /** What it leads to; empty for one that never was, or is revoked. */
    Optional<Shared> open(LinkToken token);

    /** What one of one's own links leads to. */
    Optional<Shared> find(OwnerId owner, UUID link);

    /** The newest first. */
    List<SharedLink> list(OwnerId owner);

    /**
     * From now on the link leads nowhere; what goes with it is deleted.
     *
     * @return whether it was there
     */
    boolean revoke(OwnerId owner, UUID link);

    void revokeAll(OwnerId owner);
}
