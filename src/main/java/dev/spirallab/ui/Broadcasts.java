package dev.spirallab.ui;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.spirallab.experiment.ExperimentId;
import dev.spirallab.run.Run;
import dev.spirallab.run.RunId;
import dev.spirallab.run.Runs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which run the owner's page shows of an experiment, for those who watch: another run may take its
 * place at any time, and they follow. Safe for use by many threads.
 */
@Component
final class Broadcasts {
    private static final int REMEMBERED = 10_000;
    private final Runs runs;
    private final Cache<ExperimentId, RunId> shown =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final Map<ExperimentId, List<Follower>> followers = new ConcurrentHashMap<>();

    Broadcasts(Runs runs) {
        this.runs = runs;
    }

    /** A page of somebody's who watches; told on whatever thread, and to return at once. */
    interface Follower {

        /** This run is shown from now on. */
        void shown(Run run);

        /** Nobody may watch any longer. */
        void over();
    }

    /** A page of the owner's shows this run from now on. */
    void show(Run run) {
        run.options()
                .of()
                .map(ExperimentId::new)
                .ifPresent(of -> {
                    shown.put(of, run.id());
                    of(of).forEach(follower -> follower.shown(run));
                });
    }

    /** The run that was shown last, else the one kept last. */
    Optional<Run> present(ExperimentId experiment) {
        return Optional.ofNullable(shown.getIfPresent(experiment))
                .flatMap(runs::find)
                .or(() -> runs.last(experiment.value()).flatMap(runs::find));
    }

    /** The link by which others watched is revoked. */
    void end(ExperimentId experiment) {
        of(experiment).forEach(Follower::over);
    }

    private List<Follower> of(ExperimentId experiment) {
        return followers.getOrDefault(experiment, List.of());
    }

    /**
     * @return ends it
     */
    Run.Registration follow(ExperimentId experiment, Follower follower) {
        followers.merge(experiment, List.of(follower), Broadcasts::both);
        return () -> followers.computeIfPresent(experiment, (_, all) -> without(all, follower));
    }

    private static List<Follower> both(List<Follower> some, List<Follower> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static @Nullable List<Follower> without(List<Follower> all, Follower one) {
        List<Follower> rest = all.stream().filter(other -> !other.equals(one)).toList();
        return rest.isEmpty() ? null : rest;
    }
}
