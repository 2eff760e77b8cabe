package dev.spirallab.ui;

import dev.spirallab.account.Deed;
import dev.spirallab.experiment.Links;
import dev.spirallab.experiment.SharedLink;
import dev.spirallab.experiment.Summary;
import dev.spirallab.experiment.Watch;
import dev.spirallab.run.Run;
import dev.spirallab.run.RunId;
import dev.spirallab.run.Savepoint;
import dev.spirallab.spec.Experiment;
import dev.spirallab.ui.share.Framing;
import dev.spirallab.ui.share.Sharer;
import dev.spirallab.ui.share.WatchLink;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One's work on this page's bench, to be shared. */
record WorkSharer(Visit visit, Services services, Workbench bench, Work work, Stage stage)
        implements Sharer {

    @Override
    public Experiment experiment() {
        return bench.experiment();
    }

    @Override
    public boolean running() {
        return stage.run().isPresent();
    }

    @Override
    public Optional<WatchLink> watching() {
        return watchLinks().stream()
                .filter(link -> link.watch().experiment().equals(work.id()))
                .findFirst();
    }

    @Override
    public Optional<WatchLink> letWatch() {
        work.need();
        return services.watches().open(visit.owner(), work.id()).map(this::link);
    }

    @Override
    public List<WatchLink> watchLinks() {
        return services.watches().list(visit.owner()).stream().map(this::link).toList();
    }

    private WatchLink link(Watch watch) {
        return new WatchLink(watch, services.watchKeys().write(watch.id()));
    }

    @Override
    public void endWatching(UUID watch) {
        services.watches().revoke(visit.owner(), watch).ifPresent(services.broadcasts()::end);
    }

    @Override
    public boolean begun() {
        return !outdated() && stage.run().filter(run -> run.status().at().step() > 0).isPresent();
    }

    @Override
    public boolean outdated() {
        return stage.older();
    }

    @Override
    public boolean weightsGoAlong() {
        return bench.valid()
                .filter(valid -> Savepoint.isKeptOf(valid.budget().parameters()))
                .isPresent();
    }

    @Override
    public List<String> hosts() {
        return services.addresses().hosts();
    }

    @Override
    public Framing framing() {
        return services.framing();
    }

    @Override
    public Links.Sharing share(boolean withRun) {
        work.finish();
        return visit.refused(services, Deed.SHARE)
                .<Links.Sharing>map(Links.Sharing.Refused::new)
                .orElseGet(() ->
                        shared(withRun && begun() ? stage.run().map(Run::id) : Optional.empty()));
    }

    private Links.Sharing shared(Optional<RunId> run) {
        return services.links()
                .share(visit.owner(), work.summary().map(Summary::id), experiment(), run);
    }

    @Override
    public List<SharedLink> links() {
        return services.links().list(visit.owner());
    }

    @Override
    public void revoke(UUID link) {
        services.links().revoke(visit.owner(), link);
    }
}
