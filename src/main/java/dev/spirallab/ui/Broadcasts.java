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
import java.util.function.Consumer;
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
    private final Map<ExperimentId, List<Consumer<Run>>> followers = new ConcurrentHashMap<>();

    Broadcasts(Runs runs) {
        this.runs = runs;
    }

    /** A page of the owner's shows this run from now on. */
    void show(Run run) {
        run.options()
                .of()
                .map(ExperimentId::new)
                .ifPresent(of -> {
                    shown.put(of, run.id());
                    followers.getOrDefault(of, List.of()).forEach(follower -> follower.accept(run));
                });
    }

    /** The run that was shown last, else the one kept last. */
    Optional<Run> present(ExperimentId experiment) {
        return Optional.ofNullable(shown.getIfPresent(experiment))
                .flatMap(runs::find)
                .or(() -> runs.last(experiment.value()).flatMap(runs::find));
    }

    /**
     * @param follower hears of each run that is shown from now on, on whatever thread; returns at
     *     once
     * @return ends it
     */
    Run.Registration follow(ExperimentId experiment, Consumer<Run> follower) {
        followers.merge(experiment, List.of(follower), Broadcasts::both);
        return () -> followers.computeIfPresent(experiment, (_, all) -> without(all, follower));
    }

    private static List<Consumer<Run>> both(List<Consumer<Run>> some, List<Consumer<Run>> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static @Nullable List<Consumer<Run>> without(
            List<Consumer<Run>> all, Consumer<Run> one) {
        List<Consumer<Run>> rest = all.stream().filter(other -> !other.equals(one)).toList();
        return rest.isEmpty() ? null : rest;
    }
}
