package dev.spirallab.ui.share;

import dev.spirallab.experiment.Links;
import dev.spirallab.experiment.SharedLink;
import dev.spirallab.spec.Experiment;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is on the page, to be shared. */
public interface Sharer {

    Experiment experiment();

    /** Whether there is a run on the page. */
    boolean running();

    /** The link with which others watch this run and those that follow it, if there is one. */
    Optional<WatchLink> watching();

    /** Makes that link; the experiment is kept for it. Empty if it cannot be kept now. */
    Optional<WatchLink> letWatch();

    /** One's links to watch, the newest first. */
    List<WatchLink> watchLinks();

    /** From now on nobody watches by the link. */
    void endWatching(UUID watch);

    /** Whether that run has made a step yet, so that there is something to take along. */
    boolean begun();

    /** Whether that run shows an earlier experiment, so that it is not taken along. */
    boolean outdated();

    /** Whether its weights are taken along too, so that others can go on from there. */
    boolean weightsGoAlong();

    /** Where others on the network find this server. */
    List<String> hosts();

    /** Whether the playground works inside pages of other sites. */
    Framing framing();

    /** Makes a short link. */
    Links.Sharing share(boolean withRun);

    /** One's links, the newest first. */
    List<SharedLink> links();

    /** From now on the link leads nowhere. */
    void revoke(UUID link);
}
