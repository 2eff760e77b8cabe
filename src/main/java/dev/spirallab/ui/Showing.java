package dev.spirallab.ui;

import dev.spirallab.account.Deed;
import dev.spirallab.account.Guess;
import dev.spirallab.experiment.ExperimentId;
import dev.spirallab.experiment.LinkToken;
import dev.spirallab.experiment.Origin;
import dev.spirallab.experiment.Saving;
import dev.spirallab.experiment.Shared;
import dev.spirallab.experiment.Version;
import dev.spirallab.i18n.Texts;
import dev.spirallab.run.RunId;
import dev.spirallab.spec.Experiment;
import dev.spirallab.ui.kit.Called;
import dev.spirallab.ui.kit.Notice;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds what links lead to, and what may be made of it. */
final class Showing {
    private final Visit visit;
    private final Services services;
    private final Texts texts;

    Showing(Visit visit, Services services) {
        this.visit = visit;
        this.services = services;
        this.texts = visit.texts();
    }

    /** What a short link leads to, unless it never was, is revoked, or too many were tried. */
    Optional<Shown> linked(LinkToken token) {
        return switch (services.rates()
                .guess(Deed.OPEN, visit.caller(), () -> services.links().open(token))) {
            case Guess.Right<Shared>(Shared shared) -> Optional.of(shown(shared));
            case Guess.Wrong<Shared> _, Guess.TooMany<Shared> _ -> Optional.empty();
        };
    }

    private Shown shown(Shared shared) {
        Supplier<Saving> fork = () -> services.experiments().fork(visit.owner(), shared);
        return shown(shared.experiment(), shared.run(), fork);
    }

    /** The experiment that an address carries. */
    Shown carried(Experiment experiment) {
        return shown(experiment, Optional.empty(), () -> fork(experiment));
    }

    private Saving fork(Experiment experiment) {
        Origin origin = new Origin(experiment.title(), Instant.now(), Optional.empty());
        return services.experiments().fork(visit.owner(), experiment, origin);
    }

    private Shown shown(Experiment experiment, Optional<RunId> run, Supplier<Saving> fork) {
        return new Shown(
                experiment,
                run,
                new Notice.Word(
                        Notice.Tone.NEWS,
                        texts.of("share.shown", "title", Titles.shown(texts, experiment)),
                        texts.of(run.isPresent() ? "share.fork.run" : "share.fork"),
                        () -> new Forking(visit, services).go(fork.get(), run)));
    }

    /** A save point of one's own experiment. */
    Optional<Shown> savePoint(ExperimentId id, int number) {
        return services.experiments().versions(visit.owner(), id).stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .flatMap(version -> savePoint(id, version));
    }

    private Optional<Shown> savePoint(ExperimentId id, Version version) {
        return services.experiments()
                .version(visit.owner(), id, version.number())
                .map(experiment ->
                        new Shown(
                                experiment,
                                Optional.empty(),
                                new Notice.Word(
                                        Notice.Tone.NEWS,
                                        texts.of(
                                                "share.points.shown",
                                                "name",
                                                Called.savePoint(version.name(), texts)),
                                        texts.of("share.fork"),
                                        () ->
                                                new Forking(visit, services)
                                                        .go(fork(experiment), Optional.empty()))));
    }
}
