package dev.spirallab.experiment;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.spirallab.experiment.Links.Sharing;
import dev.spirallab.frame.EndReason;
import dev.spirallab.frame.Moment;
import dev.spirallab.frame.RunState;
import dev.spirallab.owner.Belongings;
import dev.spirallab.owner.Erasure;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.run.KeptRun;
import dev.spirallab.run.RunId;
import dev.spirallab.run.RunOptions;
import dev.spirallab.run.RunStatus;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.data.Inline;
import dev.spirallab.spec.json.Templates;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is kept, on one make of database. Each test has an owner of its own. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class KeepingTest {
    private static final Experiment SPIRAL = Templates.get("spiral-relu");
    private static final int THREADS = 8;

    private final Hands clock = new Hands();
    private final CopiedRuns runs = new CopiedRuns();
    private HikariDataSource database;
    private JdbcClient jdbc;
    private Keeping keeping;
    private Experiments experiments;
    private Links links;

    abstract HikariDataSource open();

    @BeforeAll
    void openDatabase() {
        database = open();
        jdbc = JdbcClient.create(database);
        keeping = keeping(KeepingSettings.standard());
        experiments = keeping.experiments();
        links = keeping.links();
    }

    @AfterAll
    void closeDatabase() {
        database.close();
    }

    // ---- experiments

    @Test
    void whatIsCreatedIsFoundAgain() {
        OwnerId owner = OwnerId.random();

        Summary created = create(owner, SPIRAL);

        Kept kept = experiments.find(owner, created.id()).orElseThrow();
        assertThat(kept.experiment()).isEqualTo(SPIRAL);
        assertThat(kept.summary()).isEqualTo(created);
        assertThat(created.title()).isEqualTo(SPIRAL.title());
        assertThat(created.revision()).isEqualTo(1);
        assertThat(created.lineage()).isEmpty();
    }

    @Test
    void theLastChangedIsListedFirst() {
        OwnerId owner = OwnerId.random();
        Summary first = create(owner, SPIRAL.withTitle("first"));
        clock.move(Duration.ofSeconds(1));
        create(owner, SPIRAL.withTitle("second"));
        clock.move(Duration.ofSeconds(1));

        save(owner, first, SPIRAL.withTitle("first, changed"));

        assertThat(experiments.list(owner))
                .extracting(Summary::title)
                .containsExactly("first, changed", "second");
    }

    @Test
    void aChangeIsOneRevisionMore() {
        OwnerId owner = OwnerId.random();
        Summary created = create(owner, SPIRAL);

        Summary saved = save(owner, created, SPIRAL.withTitle("changed"));

        assertThat(saved.revision()).isEqualTo(2);
        assertThat(saved.created()).isEqualTo(created.created());
        assertThat(experiments.find(owner, created.id()).orElseThrow().experiment().title())
                .isEqualTo("changed");
    }

    @Test
    void anEqualExperimentIsNoChange() {
        OwnerId owner = OwnerId.random();
        Summary created = create(owner, SPIRAL);
        clock.move(Duration.ofMinutes(1));

        assertThat(save(owner, created, SPIRAL)).isEqualTo(created);
    }

    @Test
    void aChangeOfAnOlderRevisionChangesNothingAndTellsWhatIsThere() {
        OwnerId owner = OwnerId.random();
        Summary created = create(owner, SPIRAL);
        Summary now = save(owner, created, SPIRAL.withTitle("first tab"));

        Saving late = experiments.save(owner, created.id(), 1, SPIRAL.withTitle("second tab"));

        assertThat(late)
                .isEqualTo(new Saving.Outdated(new Kept(now, SPIRAL.withTitle("first tab"))));
        assertThat(experiments.find(owner, created.id()).orElseThrow().summary()).isEqualTo(now);
    }

    @Test
    void anIdMayBeDrawnBeforeTheExperimentIsKept() {
        OwnerId owner = OwnerId.random();
        ExperimentId id = ExperimentId.random();

        Saving first = experiments.create(owner, id, SPIRAL);
        Saving again = experiments.create(owner, id, SPIRAL.withTitle("again"));
        Saving others = experiments.create(OwnerId.random(), id, SPIRAL);

        assertThat(((Saving.Saved) first).summary().id()).isEqualTo(id);
        assertThat(again).isInstanceOf(Saving.Outdated.class);
        assertThat(others).isInstanceOf(Saving.Missing.class);
    }

    @Test
    void whatIsDeletedIsGoneWithItsVersionsAndRuns() {
        OwnerId owner = OwnerId.random();
        ExperimentId id = create(owner, SPIRAL).id();
        name(owner, id, "good");

        assertThat(experiments.delete(owner, id)).isTrue();

        assertThat(experiments.delete(owner, id)).isFalse();
        assertThat(experiments.find(owner, id)).isEmpty();
        assertThat(experiments.list(owner)).isEmpty();
        assertThat(experiments.versions(owner, id)).isEmpty();
        assertThat(experiments.save(owner, id, 1, SPIRAL)).isInstanceOf(Saving.Missing.class);
        assertThat(runs.deleted).contains(id.value());
    }

    @Test
    void whatIsSomebodyElsesAnswersLikeWhatIsMissing() {
        OwnerId owner = OwnerId.random();
        OwnerId other = OwnerId.random();
        create(other, SPIRAL);
        ExperimentId id = create(owner, SPIRAL).id();
        name(owner, id, "mine");
        SharedLink link = share(owner, id, SPIRAL).link();

        assertThat(experiments.find(other, id)).isEmpty();
        assertThat(experiments.save(other, id, 1, SPIRAL.withTitle("theirs")))
                .isEqualTo(new Saving.Missing());
        assertThat(experiments.fork(other, id)).isEqualTo(new Saving.Missing());
        assertThat(experiments.keepVersion(other, id, "theirs"))
                .isEqualTo(new Versioning.Missing());
        assertThat(experiments.versions(other, id)).isEmpty();
        assertThat(experiments.version(other, id, 1)).isEmpty();
        assertThat(experiments.deleteVersion(other, id, 1)).isFalse();
        assertThat(experiments.delete(other, id)).isFalse();
        assertThat(links.revoke(other, link.id())).isFalse();
        assertThat(links.list(other)).isEmpty();
        assertThat(experiments.find(owner, id).orElseThrow().experiment()).isEqualTo(SPIRAL);
        assertThat(experiments.versions(owner, id)).hasSize(1);
    }

    @Test
    void titlesMayHoldAnyCharacters() {
        OwnerId owner = OwnerId.random();
        String title = "螺旋 🌀 <script>alert('1')</script> \\ \" % \u0000 \uD83C";

        Summary created = create(owner, SPIRAL.withTitle(title));

        assertThat(created.title())
                .isEqualTo("螺旋 🌀 <script>alert('1')</script> \\ \" % \uFFFD \uFFFD");
        assertThat(experiments.find(owner, created.id()).orElseThrow().experiment().title())
                .isEqualTo(title);
        assertThat(name(owner, created.id(), title).name()).isEqualTo(created.title());
        ExperimentId fork = saved(experiments.fork(owner, created.id())).id();
        assertThat(experiments.find(owner, fork).orElseThrow().summary().lineage())
                .extracting(Origin::title)
                .containsExactly(created.title());
    }

    @Test
    void whatCouldNotBeReadAgainIsNotKept() {
        OwnerId owner = OwnerId.random();

        Saving saving = experiments.create(owner, SPIRAL.withTitle("x".repeat(201)));

        assertThat(((Saving.Refused) saving).problem().path()).isEqualTo("title");
        assertThat(experiments.list(owner)).isEmpty();
    }

    @Test
    void largeDataComeBackAsTheyWere() {
        OwnerId owner = OwnerId.random();
        Experiment large = SPIRAL.withDataset(data(40_000, 1));

        ExperimentId id = create(owner, large).id();

        assertThat(experiments.find(owner, id).orElseThrow().experiment()).isEqualTo(large);
    }

    // ---- lineage

    @Test
    void aForkRemembersWhereItComesFrom() {
        OwnerId owner = OwnerId.random();
        Summary root = create(owner, SPIRAL.withTitle("root"));
        clock.move(Duration.ofMinutes(1));
        Summary child = saved(experiments.fork(owner, root.id()));
        save(owner, child, SPIRAL.withTitle("child"));
        save(owner, root, SPIRAL.withTitle("root, renamed"));
        clock.move(Duration.ofMinutes(1));

        Summary grandchild = saved(experiments.fork(owner, child.id()));

        assertThat(grandchild.title()).isEqualTo("child");
        assertThat(grandchild.lineage())
                .containsExactly(
                        new Origin("child", grandchild.created(), Optional.of(child.id())),
                        new Origin("root", child.created(), Optional.of(root.id())));
        assertThat(experiments.delete(owner, root.id())).isTrue();
        assertThat(experiments.find(owner, grandchild.id()).orElseThrow().summary())
                .isEqualTo(grandchild);
    }

    @Test
    void aForkOfALinkComesFromWhatWasSharedAndAllBeforeIt() {
        OwnerId owner = OwnerId.random();
        Summary root = create(owner, SPIRAL.withTitle("root"));
        Summary child = saved(experiments.fork(owner, root.id()));
        Sharing.Made link = share(owner, child.id(), SPIRAL.withTitle("shared"));
        clock.move(Duration.ofDays(1));
        Shared shared = links.open(link.token()).orElseThrow();

        Summary fork = saved(experiments.fork(OwnerId.random(), shared));

        assertThat(fork.lineage())
                .containsExactly(
                        new Origin("shared", fork.created(), Optional.of(child.id())),
                        new Origin("root", child.created(), Optional.of(root.id())));
    }

    @Test
    void aForkOfWhatCameInAnAddressKnowsItsTitleOnly() {
        Origin origin = new Origin("in an address", clock.instant(), Optional.empty());

        Summary fork = saved(experiments.fork(OwnerId.random(), SPIRAL, origin));

        assertThat(fork.lineage()).containsExactly(origin);
    }

    // ---- versions

    @Test
    void aVersionIsAStateToComeBackTo() {
        OwnerId owner = OwnerId.random();
        Summary created = create(owner, SPIRAL);
        Version good = name(owner, created.id(), " good ");
        Summary changed = save(owner, created, SPIRAL.withTitle("worse"));

        assertThat(good).isEqualTo(new Version(1, "good", created.changed()));
        assertThat(changed.versions()).isEqualTo(1);
        assertThat(experiments.version(owner, created.id(), 1)).contains(SPIRAL);
        assertThat(experiments.version(owner, created.id(), 2)).isEmpty();
    }

    @Test
    void theNumberOfADeletedVersionIsNotUsedAgain() {
        OwnerId owner = OwnerId.random();
        ExperimentId id = create(owner, SPIRAL).id();
        name(owner, id, "one");
        name(owner, id, "two");

        assertThat(experiments.deleteVersion(owner, id, 2)).isTrue();
        name(owner, id, "three");

        assertThat(experiments.versions(owner, id))
                .extracting(Version::number)
                .containsExactly(3, 1);
        assertThat(experiments.deleteVersion(owner, id, 2)).isFalse();
    }

    @Test
    void theStateBeforeAChangeIsKeptWhenTheLastVersionIsAWhileAgo() {
        OwnerId owner = OwnerId.random();
        Summary summary = create(owner, SPIRAL.withTitle("at first"));
        clock.move(Duration.ofMinutes(9));
        summary = save(owner, summary, SPIRAL.withTitle("9 minutes later"));
        Instant then = summary.changed();
        assertThat(summary.versions()).isZero();

        clock.move(Duration.ofMinutes(1));
        summary = save(owner, summary, SPIRAL.withTitle("10 minutes later"));
        clock.move(Duration.ofMinutes(9));
        summary = save(owner, summary, SPIRAL.withTitle("19 minutes later"));

        assertThat(experiments.versions(owner, summary.id()))
                .containsExactly(new Version(1, "", then));
        assertThat(experiments.version(owner, summary.id(), 1).orElseThrow().title())
                .isEqualTo("9 minutes later");
    }

    @Test
    void aStateThatIsAVersionAlreadyIsNotKeptTwice() {
        OwnerId owner = OwnerId.random();
        Summary created = create(owner, SPIRAL);
        name(owner, created.id(), "good");
        clock.move(Duration.ofHours(1));

        Summary changed = save(owner, created, SPIRAL.withTitle("changed"));

        assertThat(changed.versions()).isEqualTo(1);
    }

    @Test
    void theOldestUnnamedVersionGivesWay() {
        Experiments few = keeping(limits(10, 3, 10, 10)).experiments();
        OwnerId owner = OwnerId.random();
        ExperimentId id = saved(few.create(owner, SPIRAL)).id();
        Stream.of("", "first", "", "second", "third")
                .forEach(name -> few.keepVersion(owner, id, name));

        assertThat(few.versions(owner, id))
                .extracting(Version::name)
                .containsExactly("third", "second", "first");
        assertThat(few.keepVersion(owner, id, "fourth"))
                .isEqualTo(new Versioning.Refused(problem("keeping.versions", 3)));
    }

    @Test
    void aFullSetOfNamedVersionsHoldsUpNoChange() {
        Experiments few = keeping(limits(10, 1, 10, 10)).experiments();
        OwnerId owner = OwnerId.random();
        Summary created = saved(few.create(owner, SPIRAL));
        few.keepVersion(owner, created.id(), "named");
        Summary changed = saved(few.save(owner, created.id(), 1, SPIRAL.withTitle("changed")));
        clock.move(Duration.ofHours(1));

        Saving saving = few.save(owner, created.id(), changed.revision(), SPIRAL);

        assertThat(saved(saving).versions()).isEqualTo(1);
    }

    @Test
    void aNameHasALimit() {
        OwnerId owner = OwnerId.random();
        ExperimentId id = create(owner, SPIRAL).id();

        assertThat(experiments.keepVersion(owner, id, "x".repeat(201)))
                .isEqualTo(new Versioning.Refused(problem("keeping.name", 200)));
    }

    // ---- links

    @Test
    void whatALinkShowsNeverChanges() {
        OwnerId owner = OwnerId.random();
        Summary created = create(owner, SPIRAL);
        Sharing.Made made = share(owner, created.id(), SPIRAL);
        save(owner, created, SPIRAL.withTitle("changed"));
        experiments.delete(owner, created.id());

        Shared shared = links.open(made.token()).orElseThrow();

        assertThat(shared.experiment()).isEqualTo(SPIRAL);
        assertThat(shared.run()).isEmpty();
        assertThat(shared.origin().experiment()).contains(created.id());
        assertThat(links.list(owner)).containsExactly(made.link());
    }

    @Test
    void theNewestLinkIsListedFirst() {
        OwnerId owner = OwnerId.random();
        ExperimentId id = create(owner, SPIRAL).id();
        SharedLink first = share(owner, id, SPIRAL).link();
        clock.move(Duration.ofSeconds(1));
        SharedLink second = share(owner, id, SPIRAL).link();

        assertThat(links.list(owner)).containsExactly(second, first);
    }

    @Test
    void aRevokedLinkLeadsNowhere() {
        OwnerId owner = OwnerId.random();
        ExperimentId id = create(owner, SPIRAL).id();
        Sharing.Made kept = share(owner, id, SPIRAL);
        Sharing.Made revoked = share(owner, id, SPIRAL);

        assertThat(links.revoke(owner, revoked.link().id())).isTrue();

        assertThat(links.open(revoked.token())).isEmpty();
        assertThat(links.revoke(owner, revoked.link().id())).isFalse();
        assertThat(links.open(kept.token())).isPresent();
        links.revokeAll(owner);
        assertThat(links.open(kept.token())).isEmpty();
        assertThat(links.list(owner)).isEmpty();
    }

    @Test
    void aLinkToWatchIsTheSameUntilItIsRevokedAndGoesWithItsExperiment() {
        OwnerId owner = OwnerId.random();
        OwnerId other = OwnerId.random();
        ExperimentId id = create(owner, SPIRAL).id();
        Watches watches = keeping.watches();

        Watch watch = watches.open(owner, id).orElseThrow();
        assertThat(watches.open(owner, id)).contains(watch);
        assertThat(watches.find(watch.id())).contains(id);
        assertThat(watches.open(other, id)).isEmpty();
        assertThat(watches.revoke(other, watch.id())).isEmpty();
        keeping.move(owner, other);
        assertThat(watches.list(owner)).isEmpty();
        assertThat(watches.list(other)).containsExactly(watch);

        assertThat(watches.revoke(other, watch.id())).contains(id);
        assertThat(watches.find(watch.id())).isEmpty();
        Watch next = watches.open(other, id).orElseThrow();
        assertThat(next.id()).isNotEqualTo(watch.id());
        experiments.delete(other, id);
        assertThat(watches.find(next.id())).isEmpty();
    }

    @Test
    void aTokenThatNeverWasLeadsNowhere() {
        assertThat(links.open(LinkToken.random())).isEmpty();
        assertThat(links.open(new LinkToken("' or 1=1 --"))).isEmpty();
    }

    @Test
    void aCopyOfTheRunGoesWithTheLink() {
        OwnerId owner = OwnerId.random();

        Sharing sharing =
                links.share(owner, Optional.empty(), SPIRAL, Optional.of(CopiedRuns.THERE));

        Sharing.Made made = (Sharing.Made) sharing;
        RunId copy = links.open(made.token()).orElseThrow().run().orElseThrow();
        assertThat(made.link().withRun()).isTrue();
        assertThat(runs.copies).contains(copy);
        links.revoke(owner, made.link().id());
        assertThat(runs.copies).doesNotContain(copy);
    }

    @Test
    void aRunThatIsNotThereIsNoLink() {
        OwnerId owner = OwnerId.random();

        Sharing sharing =
                links.share(owner, Optional.empty(), SPIRAL, Optional.of(new RunId("gone")));

        assertThat(((Sharing.Refused) sharing).problem().code()).isEqualTo("keeping.run");
        assertThat(links.list(owner)).isEmpty();
    }

    @Test
    void aLinkOfWhatIsSomebodyElsesDoesNotNameIt() {
        Summary others = create(OwnerId.random(), SPIRAL.withTitle("theirs"));

        Sharing.Made made = share(OwnerId.random(), others.id(), SPIRAL.withTitle("mine"));

        assertThat(links.open(made.token()).orElseThrow().lineage())
                .containsExactly(new Origin("mine", made.link().created(), Optional.empty()));
    }

    @Test
    void noColumnOfAnyTableHoldsAToken() {
        OwnerId owner = OwnerId.random();
        Sharing.Made made = share(owner, create(owner, SPIRAL).id(), SPIRAL);
        String token = made.token().value();

        assertThat(textColumns())
                .isNotEmpty()
                .allSatisfy(column ->
                        assertThat(holding(column, token)).as(column.toString()).isZero());
        assertThat(made.link().beginning()).isEqualTo(token.substring(0, 4));
        assertThat(made.toString()).doesNotContain(token);
    }

    // ---- limits

    @Test
    void experimentsHaveALimit() {
        Experiments two = keeping(limits(2, 10, 10, 10)).experiments();
        OwnerId owner = OwnerId.random();
        ExperimentId first = saved(two.create(owner, SPIRAL)).id();
        saved(two.fork(owner, first));
        Saving.Refused refused = new Saving.Refused(problem("keeping.experiments", 2));

        assertThat(two.create(owner, SPIRAL)).isEqualTo(refused);
        assertThat(two.fork(owner, first)).isEqualTo(refused);
        assertThat(two.list(owner)).hasSize(2);
        two.delete(owner, first);
        assertThat(two.create(owner, SPIRAL)).isInstanceOf(Saving.Saved.class);
    }

    @Test
    void linksHaveALimit() {
        Links one = keeping(limits(10, 10, 1, 10)).links();
        OwnerId owner = OwnerId.random();
        Optional<RunId> run = Optional.of(CopiedRuns.THERE);
        one.share(owner, Optional.empty(), SPIRAL, run);
        int copies = runs.copies.size();

        assertThat(one.share(owner, Optional.empty(), SPIRAL, run))
                .isEqualTo(new Sharing.Refused(problem("keeping.links", 1)));
        assertThat(one.list(owner)).hasSize(1);
        assertThat(runs.copies).hasSize(copies);
    }

    @Test
    void bytesHaveALimitAndEqualDataCountOnce() {
        Keeping small = keeping(limits(100, 10, 100, 1));
        OwnerId owner = OwnerId.random();
        Experiment half = SPIRAL.withDataset(data(18_000, 2));
        Experiment other = SPIRAL.withDataset(data(18_000, 3));
        Summary first = saved(small.experiments().create(owner, half));
        saved(small.experiments().create(owner, half.withTitle("the same data")));
        Problem full = problem("keeping.megabytes", 1);

        assertThat(small.experiments().create(owner, other)).isEqualTo(new Saving.Refused(full));
        assertThat(small.links().share(owner, Optional.empty(), other, Optional.empty()))
                .isEqualTo(new Sharing.Refused(full));
        assertThat(small.experiments().list(owner)).hasSize(2);
        assertThat(small.links().list(owner)).isEmpty();
        assertThat(documents(other)).isZero();
        assertThat(small.experiments().save(owner, first.id(), 1, other))
                .isEqualTo(new Saving.Refused(full));
        assertThat(small.experiments().find(owner, first.id()).orElseThrow().experiment())
                .isEqualTo(half);
    }

    @Test
    void whoIsOverTheLimitMayStillMakeThingsSmaller() {
        OwnerId owner = OwnerId.random();
        Experiment large = SPIRAL.withDataset(data(30_000, 4));
        Summary created = create(owner, large);
        create(owner, SPIRAL.withDataset(data(30_000, 5)));
        Experiments small = keeping(limits(10, 10, 10, 1)).experiments();

        assertThat(small.save(owner, created.id(), 1, SPIRAL)).isInstanceOf(Saving.Saved.class);
    }

    @Test
    void runsThatGoWithLinksHaveALimit() {
        OwnerId owner = OwnerId.random();
        create(owner, SPIRAL);
        Optional<RunId> run = Optional.of(CopiedRuns.THERE);
        runs.onCopy = copy -> insertCopy(copy, 600_000);
        Links small = keeping(limits(10, 10, 10, 10)).links();

        Sharing first = small.share(owner, Optional.empty(), SPIRAL, run);
        int copies = runs.copies.size();
        Sharing second = small.share(owner, Optional.empty(), SPIRAL, run);
        Sharing without = small.share(owner, Optional.empty(), SPIRAL, Optional.empty());
        runs.onCopy = _ -> {};

        assertThat(first).isInstanceOf(Sharing.Made.class);
        assertThat(second).isEqualTo(new Sharing.Refused(problem("keeping.runMegabytes", 1)));
        assertThat(runs.copies).hasSize(copies);
        assertThat(without).isInstanceOf(Sharing.Made.class);
    }

    // ---- stored once

    @Test
    void equalDocumentsAreStoredOnceAndGoWithTheLast() {
        Experiment experiment = unique();
        OwnerId owner = OwnerId.random();
        OwnerId other = OwnerId.random();
        ExperimentId mine = create(owner, experiment).id();
        create(other, experiment);
        Sharing.Made link = share(owner, mine, experiment);
        assertThat(documents(experiment)).isOne();

        experiments.deleteAll(owner);
        experiments.deleteAll(other);
        assertThat(documents(experiment)).isOne();

        links.revoke(owner, link.link().id());
        assertThat(documents(experiment)).isZero();
    }

    @Test
    void theStatesOfAnExperimentShareItsData() {
        OwnerId owner = OwnerId.random();
        Experiment experiment = SPIRAL.withDataset(data(1_000, 6));
        Summary summary = create(owner, experiment);
        String data = datasetOf(experiment);
        name(owner, summary.id(), "version");

        save(owner, summary, experiment.withTitle("another state"));

        assertThat(documents(experiment)).isOne();
        assertThat(documents(experiment.withTitle("another state"))).isOne();
        assertThat(datasets(data)).isOne();
        experiments.delete(owner, summary.id());
        assertThat(datasets(data)).isZero();
    }

    @Test
    void whatACrashLeftIsSweptAway() {
        Experiment experiment = SPIRAL.withDataset(data(1_000, 7));
        Packed packed = packed(experiment);
        transaction().executeWithoutResult(_ -> new Documents(jdbc, transaction()).add(packed));
        assertThat(documents(experiment)).isOne();

        keeping.sweep();

        assertThat(documents(experiment)).isZero();
        assertThat(datasets(datasetOf(experiment))).isZero();
    }

    @Test
    void copiesOfRunsWhoseLinkCameNotToBeAreSweptAway() {
        OwnerId owner = OwnerId.random();
        create(owner, SPIRAL);
        runs.onCopy = copy -> insertCopy(copy, 10);
        Sharing sharing =
                links.share(owner, Optional.empty(), SPIRAL, Optional.of(CopiedRuns.THERE));
        RunId linked =
                links.open(((Sharing.Made) sharing).token()).orElseThrow().run().orElseThrow();
        RunId stray = runs.copy(owner, CopiedRuns.THERE).orElseThrow();
        clock.move(Duration.ofHours(2));
        RunId justMade = runs.copy(owner, CopiedRuns.THERE).orElseThrow();
        runs.onCopy = _ -> {};

        keeping.sweep();

        assertThat(runs.copies).contains(linked, justMade).doesNotContain(stray);
    }

    // ---- many at once

    @Test
    void ofChangesAtTheSameTimeExactlyOneWinsEachRevision() {
        OwnerId owner = OwnerId.random();
        ExperimentId id = create(owner, SPIRAL).id();
        int each = 10;

        List<Saving> answers =
                atOnce(
                        THREADS,
                        thread ->
                                IntStream.range(0, each)
                                        .mapToObj(turn ->
                                                change(owner, id, "thread " + thread + ", " + turn))
                                        .flatMap(List::stream)
                                        .toList());

        var revisions =
                answers.stream()
                        .filter(Saving.Saved.class::isInstance)
                        .map(answer -> saved(answer).revision())
                        .collect(groupingBy(revision -> revision, counting()));
        assertThat(revisions.values()).containsOnly(1L);
        assertThat(revisions).hasSize(THREADS * each);
        assertThat(experiments.find(owner, id).orElseThrow().revision())
                .isEqualTo(1 + THREADS * each);
    }

    @Test
    void whatOneDeletesWhileAnotherKeepsTheSameIsNotLost() {
        Experiment experiment = SPIRAL.withDataset(data(300, 8));

        List<Boolean> found =
                atOnce(
                        THREADS,
                        thread ->
                                IntStream.range(0, 10)
                                        .mapToObj(_ -> keepFindDelete(OwnerId.random(), experiment))
                                        .toList());

        assertThat(found).hasSize(THREADS * 10).containsOnly(true);
        assertThat(documents(experiment)).isZero();
        assertThat(datasets(datasetOf(experiment))).isZero();
    }

    @Test
    void manyWhoChangeToAndFroBetweenTheSameExperimentsHoldNobodyUp() {
        List<Experiment> templates = Templates.NAMES.stream().map(Templates::get).toList();

        List<Saving> answers =
                atOnce(
                        THREADS,
                        thread -> {
                            OwnerId owner = OwnerId.random();
                            Summary summary = create(owner, templates.get(thread % 6));
                            List<Saving> made = new ArrayList<>();
                            for (int turn = 1; turn <= 20; turn++) {
                                Experiment next = templates.get((thread + turn) % 6);
                                Saving saving =
                                        experiments.save(
                                                owner, summary.id(), summary.revision(), next);
                                summary = saved(saving);
                                made.add(saving);
                            }
                            return made;
                        });

        assertThat(answers).hasSize(THREADS * 20);
    }

    @Test
    void thoseWhoCreateAtTheSameTimeStayWithinTheLimit() {
        Experiments five = keeping(limits(5, 10, 10, 10)).experiments();
        OwnerId owner = OwnerId.random();

        List<Saving> answers = atOnce(THREADS, _ -> List.of(five.create(owner, SPIRAL)));

        assertThat(answers).filteredOn(Saving.Saved.class::isInstance).hasSize(5);
        assertThat(five.list(owner)).hasSize(5);
    }

    // ---- owners

    @Test
    void allOfOneOwnersThingsBecomeAnothers() {
        OwnerId from = OwnerId.random();
        OwnerId to = OwnerId.random();
        create(to, SPIRAL.withTitle("there before"));
        Summary moved = create(from, SPIRAL.withTitle("moved"));
        Sharing.Made link = share(from, moved.id(), SPIRAL);

        keeping.move(from, to);

        assertThat(experiments.list(from)).isEmpty();
        assertThat(experiments.list(to))
                .extracting(Summary::title)
                .containsExactlyInAnyOrder("there before", "moved");
        assertThat(links.list(to)).containsExactly(link.link());
        keeping.move(from, to);
        assertThat(experiments.list(to)).hasSize(2);
    }

    @Test
    void nothingStaysOfAnOwnerWhoIsDeleted() {
        OwnerId owner = OwnerId.random();
        Experiment experiment = unique();
        ExperimentId id = create(owner, experiment).id();
        Sharing.Made link = share(owner, id, experiment);

        new Erasure(transaction(), List.of(keeping)).erase(owner);

        assertThat(experiments.list(owner)).isEmpty();
        assertThat(links.open(link.token())).isEmpty();
        assertThat(documents(experiment)).isZero();
        assertThat(rowsOf("keeper", "owner", owner.value())).isZero();
    }

    @Test
    void lookingIsNotKeeping() {
        OwnerId owner = OwnerId.random();

        experiments.list(owner);
        experiments.find(owner, ExperimentId.random());
        experiments.save(owner, ExperimentId.random(), 1, SPIRAL);
        experiments.delete(owner, ExperimentId.random());
        experiments.deleteAll(owner);
        links.revokeAll(owner);

        assertThat(rowsOf("keeper", "owner", owner.value())).isZero();
    }

    @Test
    void whoWasNotSeenForLongIsForgottenWhereThatIsAskedFor() {
        OwnerId gone = OwnerId.random();
        OwnerId watched = OwnerId.random();
        OwnerId back = OwnerId.random();
        create(gone, SPIRAL);
        Sharing.Made link = share(watched, create(watched, SPIRAL).id(), SPIRAL);
        Summary own = create(back, SPIRAL);
        clock.move(Duration.ofDays(20));
        links.open(link.token());
        experiments.find(back, own.id());
        clock.move(Duration.ofDays(20));

        broom(Optional.empty()).sweep();
        assertThat(rowsOf("experiment", "owner", gone.value())).isEqualTo(1);
        broom(Optional.of(Duration.ofDays(30))).sweep();

        assertThat(experiments.list(gone)).isEmpty();
        assertThat(experiments.list(watched)).hasSize(1);
        assertThat(experiments.list(back)).hasSize(1);
    }

    @Test
    void whoTrainsOrUsesATokenIsNotForgottenAndOneWhoCannotBeForgottenKeepsNobodyElse() {
        OwnerId trains = OwnerId.random();
        OwnerId asks = OwnerId.random();
        OwnerId stubborn = OwnerId.random();
        OwnerId gone = OwnerId.random();
        for (OwnerId owner : List.of(trains, asks, stubborn, gone)) {
            create(owner, SPIRAL);
        }
        OwnerId onlyToken = OwnerId.random();
        token(onlyToken, Optional.empty());
        OwnerId onlyCode = OwnerId.random();
        jdbc.sql(
                        "insert into recovery_code (hash, owner, created) values (:hash, :owner, :created)")
                .param("hash", UUID.randomUUID().toString())
                .param("owner", onlyCode.value())
                .param("created", Times.of(clock.instant()))
                .update();
        token(asks, Optional.of(Duration.ofDays(31)));
        clock.move(Duration.ofDays(31));
        keepRun(trains);
        List<OwnerId> erased = new ArrayList<>();
        Erasure erasure = new Erasure(transaction(), List.of(keeping, refusing(stubborn, erased)));
        KeepingSettings forgetting =
                new KeepingSettings(
                        1,
                        1,
                        Duration.ofMinutes(10),
                        1,
                        1,
                        1,
                        1,
                        1,
                        1,
                        1,
                        Optional.of(Duration.ofDays(30)));

        new Broom(keeping, erasure, forgetting, clock).sweep();

        assertThat(erased).contains(gone, onlyToken, onlyCode).doesNotContain(trains, asks);
        assertThat(experiments.list(stubborn)).hasSize(1);
        assertThat(experiments.list(trains)).hasSize(1);
        assertThat(experiments.list(asks)).hasSize(1);
        assertThat(experiments.list(gone)).isEmpty();
    }

    @Test
    void whatSeveralDeletionsGaveUpIsDeletedAfterThemAndNotBetween() {
        OwnerId owner = OwnerId.random();
        Summary summary = create(owner, SPIRAL.withTitle("alone " + owner));
        transaction()
                .executeWithoutResult(_ -> {
                    experiments.delete(owner, summary.id());
                    assertThat(documentsOf(owner)).isEqualTo(1);
                });
        assertThat(documentsOf(owner)).isEqualTo(1);
        keeping.tidy();
        assertThat(documentsOf(owner)).isZero();
    }

    // ---- hands

    private int documentsOf(OwnerId owner) {
        return jdbc.sql("select count(*) from document where content like :words")
                .param("words", "%alone " + owner + "%")
                .query(Integer.class)
                .single();
    }

    private void keepRun(OwnerId owner) {
        RunStatus status =
                new RunStatus(
                        RunState.PAUSED,
                        EndReason.NONE,
                        new Moment(0, 0, 0),
                        75,
                        400,
                        400,
                        0.001,
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        Set.of());
        new JdbcRunShelf(jdbc, transaction(), KeepingSettings.standard(), clock)
                .keep(
                        new KeptRun(
                                new RunId("0123456789abcdefghijkl"),
                                RunOptions.FOR_THE_EYE.withOwner(owner),
                                false,
                                SPIRAL,
                                status,
                                0,
                                List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
    }

    /** A token made now, and used so long after. */
    private void token(OwnerId owner, Optional<Duration> used) {
        jdbc.sql(
                        """
                        insert into api_token (id, owner, hash, name, beginning, created, used)
                        values (:id, :owner, :hash, '', '', :created, :used)
                        """)
                .param("id", UUID.randomUUID())
                .param("owner", owner.value())
                .param("hash", UUID.randomUUID().toString())
                .param("created", Times.of(clock.instant()))
                .param(
                        "used",
                        used.map(after -> Times.of(clock.instant().plus(after))).orElse(null),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /** Something of one owner's that cannot be deleted. */
    private static Belongings refusing(OwnerId stubborn, List<OwnerId> erased) {
        return new Belongings() {
            @Override
            public void move(OwnerId from, OwnerId to) {}

            @Override
            public void delete(OwnerId owner) {
                if (owner.equals(stubborn)) {
                    throw new IllegalStateException("refused on purpose");
                }
                erased.add(owner);
            }
        };
    }

    private Keeping keeping(KeepingSettings settings) {
        return new Keeping(jdbc, transaction(), runs, settings, clock);
    }

    private TransactionTemplate transaction() {
        return Databases.transactions(database);
    }

    private Broom broom(Optional<Duration> forgetAfter) {
        var forgetting =
                new KeepingSettings(1, 1, Duration.ofMinutes(10), 1, 1, 1, 1, 1, 1, 1, forgetAfter);
        return new Broom(keeping, new Erasure(transaction(), List.of(keeping)), forgetting, clock);
    }

    private static KeepingSettings limits(int experiments, int versions, int links, int megabytes) {
        return new KeepingSettings(
                experiments,
                versions,
                Duration.ofMinutes(10),
                links,
                megabytes,
                1,
                50,
                1,
                1,
                1,
                Optional.empty());
    }

    private static Problem problem(String code, int limit) {
        return Problem.of(code, "", Map.of("limit", String.valueOf(limit)));
    }

    private Summary create(OwnerId owner, Experiment experiment) {
        return saved(experiments.create(owner, experiment));
    }

    private Summary save(OwnerId owner, Summary summary, Experiment experiment) {
        return saved(experiments.save(owner, summary.id(), summary.revision(), experiment));
    }

    private static Summary saved(Saving saving) {
        assertThat(saving).isInstanceOf(Saving.Saved.class);
        return ((Saving.Saved) saving).summary();
    }

    private Version name(OwnerId owner, ExperimentId id, String name) {
        return ((Versioning.Made) experiments.keepVersion(owner, id, name)).version();
    }

    private Sharing.Made share(OwnerId owner, ExperimentId of, Experiment experiment) {
        return (Sharing.Made) links.share(owner, Optional.of(of), experiment, Optional.empty());
    }

    private void insertCopy(RunId copy, long bytes) {
        jdbc.sql(
                        """
                        insert into run (id, unattended, format, title, document, state, reason,
                            attempt, epoch, step, steps_per_epoch, pace, learning_rate, points,
                            bytes, kept)
                        values (:id, false, 1, '', :document, 'PAUSED', 'NONE', 0, 0, 0, 1, 0, 0, 0,
                            :bytes, :now)
                        """)
                .param("id", copy.value())
                .param("document", packed(SPIRAL).document().hash())
                .param("bytes", bytes)
                .param("now", Times.of(clock.instant()))
                .update();
    }

    /** Changes it until the change is kept; all answers. */
    private List<Saving> change(OwnerId owner, ExperimentId id, String title) {
        List<Saving> answers = new ArrayList<>();
        long revision = 1;
        while (answers.isEmpty() || answers.getLast() instanceof Saving.Outdated) {
            Saving answer = experiments.save(owner, id, revision, SPIRAL.withTitle(title));
            answers.add(answer);
            if (answer instanceof Saving.Outdated(var now)) {
                revision = now.revision();
            }
        }
        return answers;
    }

    private boolean keepFindDelete(OwnerId owner, Experiment experiment) {
        ExperimentId id = create(owner, experiment).id();
        boolean found =
                experiments.find(owner, id).map(Kept::experiment).equals(Optional.of(experiment));
        experiments.delete(owner, id);
        return found;
    }

    /** An experiment that no other test has. */
    private static Experiment unique() {
        return SPIRAL.withTitle(UUID.randomUUID().toString());
    }

    private static Inline data(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<List<Double>> inputs =
                Stream.generate(() -> List.of(random.nextDouble(), random.nextDouble()))
                        .limit(size)
                        .toList();
        List<Integer> labels = IntStream.range(0, size).mapToObj(at -> at % 3).toList();
        return new Inline(inputs, Optional.empty(), Optional.empty(), Optional.of(labels), 7, 0.2);
    }

    private static Packed packed(Experiment experiment) {
        return ((Packed.Packing.Done) Packed.of(experiment)).packed();
    }

    private static String datasetOf(Experiment experiment) {
        return packed(experiment).dataset().orElseThrow().hash();
    }

    private long documents(Experiment experiment) {
        return rowsOf("document", "hash", packed(experiment).document().hash());
    }

    private long datasets(String hash) {
        return rowsOf("dataset", "hash", hash);
    }

    private long rowsOf(String table, String column, Object value) {
        return jdbc.sql("select count(*) from " + table + " where " + column + " = :value")
                .param("value", value)
                .query(Long.class)
                .single();
    }

    private record Column(String table, String name) {}

    private List<Column> textColumns() {
        return jdbc.sql(
                        """
                        select table_name, column_name from information_schema.columns
                        where lower(table_schema) = 'public'
                        and lower(data_type) in ('text', 'character varying', 'character',
                            'character large object')
                        """)
                .query((row, _) -> new Column(row.getString(1), row.getString(2)))
                .list();
    }

    private long holding(Column column, String text) {
        return jdbc.sql(
                        "select count(*) from \"%s\" where position(:text in \"%s\") > 0"
                                .formatted(column.table(), column.name()))
                .param("text", text)
                .query(Long.class)
                .single();
    }

    private interface Work<T> {
        List<T> of(int thread);
    }

    /** All that the threads have made. */
    private static <T> List<T> atOnce(int threads, Work<T> work) {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Callable<List<T>>> tasks = new ArrayList<>();
            IntStream.range(0, threads).forEach(thread -> tasks.add(() -> work.of(thread)));
            List<T> made = new ArrayList<>();
            for (Future<List<T>> future : pool.invokeAll(tasks)) {
                made.addAll(future.get());
            }
            return made;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
