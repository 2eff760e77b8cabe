package dev.spirallab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.spirallab.dataset.Library;
import dev.spirallab.engine.Engine;
import dev.spirallab.engine.Engines;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.run.Sweep.Standing;
import dev.spirallab.run.Sweep.State;
import dev.spirallab.run.Sweeps.Summary;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.sweep.Axis;
import dev.spirallab.spec.sweep.SweepSpec;
import dev.spirallab.validation.Limits;
import dev.spirallab.validation.SweepResult;
import dev.spirallab.validation.Validator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What sweeps leave behind. */
class KeptSweepsTest {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final int ENDLESS = 1_000_000;
    private final Engine engine = Engines.on("cpu");
    private final MemorySweepShelf shelf = new MemorySweepShelf();
    private final OwnerId owner = OwnerId.random();
    private final RunRegistry runs = registry(Duration.ofHours(1));

    private RunRegistry registry(Duration pauseAfter) {
        return new RunRegistry(
                engine,
                new Validator(Limits.standard()),
                Library.withoutFiles(),
                SomeSettings.of(
                        100, 1000, 2, Duration.ofMillis(10), pauseAfter, Duration.ofHours(1), 100),
                new NoShelf(),
                shelf);
    }

    @AfterEach
    void closeAll() {
        shelf.open.countDown();
        runs.close();
    }

    private static SweepResult.Sound asked(int epochs) {
        SweepSpec sweep =
                new SweepSpec(
                        Experiments.epochs(epochs).experiment(),
                        List.of(new Axis.LearningRate(List.of(0.001, 0.1))));
        return switch (new Validator(Limits.standard()).validate(sweep)) {
            case SweepResult.Sound sound -> sound;
            case SweepResult.Unsound unsound -> throw new AssertionError(unsound.problems());
        };
    }

    private Sweep begin(RunRegistry where, int epochs, boolean unattended) {
        return switch (where.sweeps().begin(owner, asked(epochs), unattended)) {
            case SweepAdmission.Begun(Sweep sweep) -> sweep;
            case SweepAdmission.Refused(var problem) -> throw new AssertionError(problem);
        };
    }

    private Sweep begin(int epochs) {
        return begin(runs, epochs, false);
    }

    @Test
    void whatEndedIsFoundAfterTheServerWasStartedAnewWithItsFiguresAndWeights() throws Exception {
        Sweep sweep = begin(5);
        await().atMost(LONG).until(() -> sweep.standing().state() == State.DONE);
        Standing standing = sweep.standing();
        var learnt = sweep.tensors(1).get();
        runs.close();
        try (RunRegistry later = registry(Duration.ofHours(1))) {
            Sweep found = later.sweeps().find(owner, sweep.id()).orElseThrow();
            assertThat(found.spec()).isEqualTo(sweep.spec());
            assertThat(found.standing()).usingRecursiveComparison().isEqualTo(standing);
            assertThat(found.tensors(1).get()).usingRecursiveComparison().isEqualTo(learnt);
            assertThat(later.sweeps().find(OwnerId.random(), sweep.id())).isEmpty();
        }
    }

    @Test
    void whatIsBrokenOffIsInTheListAtOnceAsItWas() {
        Sweep sweep = begin(ENDLESS);
        sweep.close();
        assertThat(runs.sweeps().list(owner))
                .extracting(Summary::id, Summary::state)
                .containsExactly(tuple(sweep.id(), State.BROKEN_OFF));
        assertThat(runs.sweeps().find(owner, sweep.id()).orElseThrow().standing().state())
                .isEqualTo(State.BROKEN_OFF);
    }

    @Test
    void whatIsOnItsWayToTheShelfWhenAllIsDeletedDoesNotStayThere() {
        shelf.open = new CountDownLatch(1);
        Sweep first = begin(1);
        await().atMost(LONG).until(() -> first.standing().state() == State.DONE);
        Sweep second = begin(ENDLESS);
        CompletableFuture<Void> deleted = CompletableFuture.runAsync(() -> runs.delete(owner));
        shelf.open.countDown();
        deleted.join();
        await().atMost(LONG).until(() -> second.standing().state() == State.BROKEN_OFF);
        runs.close();
        assertThat(shelf.list(owner)).isEmpty();
    }

    @Test
    void whoMovesTakesSweepsAlongThatAreAtWorkKeptOrOnTheirWay() {
        shelf.open = new CountDownLatch(1);
        Sweep first = begin(1);
        await().atMost(LONG).until(() -> first.standing().state() == State.DONE);
        Sweep second = begin(ENDLESS);
        OwnerId elsewhere = OwnerId.random();
        CompletableFuture<Void> moved =
                CompletableFuture.runAsync(() -> runs.move(owner, elsewhere));
        shelf.open.countDown();
        moved.join();
        assertThat(runs.sweeps().list(elsewhere))
                .extracting(Summary::id)
                .containsExactly(second.id(), first.id());
        assertThat(runs.sweeps().list(owner)).isEmpty();
    }

    @Test
    void oneIsDeletedWhetherItIsAtWorkOrKept() {
        Sweep sweep = begin(ENDLESS);
        assertThat(runs.sweeps().delete(OwnerId.random(), sweep.id())).isFalse();
        assertThat(runs.sweeps().delete(owner, sweep.id())).isTrue();
        assertThat(runs.sweeps().find(owner, sweep.id())).isEmpty();
        Sweep ended = begin(1);
        await().atMost(LONG).until(() -> ended.standing().state() == State.DONE);
        assertThat(runs.sweeps().delete(owner, ended.id())).isTrue();
        assertThat(runs.sweeps().list(owner)).isEmpty();
    }

    @Test
    void aProgramsSweepGoesOnWhileNobodyLooks() {
        try (RunRegistry impatient = registry(Duration.ofMillis(1))) {
            Sweep alone = begin(impatient, 6_000, true);
            await().atMost(LONG).until(() -> !shelf.list(owner).isEmpty());
            assertThat(shelf.list(owner))
                    .extracting(Summary::id, Summary::state)
                    .containsExactly(tuple(alone.id(), State.DONE));
        }
    }

    @Test
    void whatCannotBeKeptDoesNotBegin() {
        Problem problem = Problem.of("file.tooDeep", "", Map.of());
        shelf.obstacle = Optional.of(problem);
        assertThat(runs.sweeps().begin(owner, asked(1), false))
                .isEqualTo(new SweepAdmission.Refused(problem));
    }
}
