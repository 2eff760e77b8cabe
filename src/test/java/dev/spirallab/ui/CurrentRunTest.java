package dev.spirallab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.frame.EndReason;
import dev.spirallab.frame.Moment;
import dev.spirallab.frame.RunState;
import dev.spirallab.run.Admission;
import dev.spirallab.run.Command;
import dev.spirallab.run.Cursor;
import dev.spirallab.run.Run;
import dev.spirallab.run.RunId;
import dev.spirallab.run.RunOptions;
import dev.spirallab.run.RunStatus;
import dev.spirallab.run.Runs;
import dev.spirallab.run.View;
import dev.spirallab.run.Viewer;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.json.Templates;
import dev.spirallab.validation.Limits;
import dev.spirallab.validation.ValidationResult.Valid;
import dev.spirallab.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class CurrentRunTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final List<RecordedRun> started = new ArrayList<>();
    private final Workbench bench =
            new Workbench(new Validator(Limits.standard()), Templates.get(Templates.FIRST));
    private final CurrentRun current =
            new CurrentRun(new RecordedRuns(), bench, (_, _) -> {}, () -> {});

    @BeforeEach
    void makeTheFirstRun() {
        current.renew();
    }

    @Test
    void aChangeBeforeTheStartWantsANewRunAndTheOldOneIsClosed() {
        bench.setData("noise", JSON.numberNode(0.5));

        assertThat(current.follow()).isTrue();
        current.renew();

        assertThat(started).hasSize(2);
        assertThat(started.getFirst().closed).isTrue();
        assertThat(started.getLast().experiment()).isEqualTo(bench.experiment());
    }

    @Test
    void aRunThatHasBegunIsTunedRatherThanMadeAnew() {
        current.toggle();
        bench.set("training.optimizer.learningRate", JSON.numberNode(0.5));

        assertThat(current.follow()).isFalse();

        assertThat(current.older()).isFalse();
        assertThat(started).hasSize(1);
        assertThat(started.getFirst().commands).hasSize(2).last().isInstanceOf(Command.Tune.class);
    }

    @Test
    void aRunThatHasBegunIsOlderThanOtherDataUntilItIsRestarted() {
        current.toggle();
        bench.setData("noise", JSON.numberNode(0.5));
        current.follow();
        assertThat(current.older()).isTrue();

        current.restart();

        assertThat(current.older()).isFalse();
        assertThat(started.getLast().commands).containsExactly(new Command.Play());
    }

    @Test
    void takingTheChangeBackMakesTheRunCurrentAgain() {
        var before = bench.experiment();
        current.toggle();
        bench.setData("noise", JSON.numberNode(0.5));
        current.follow();

        bench.open(before);
        current.follow();

        assertThat(current.older()).isFalse();
    }

    @Test
    void leavingClosesARunThatHasNotBegunAndKeepsOneThatHas() {
        current.leave();
        assertThat(started.getLast().closed).isTrue();

        current.renew();
        current.toggle();
        current.leave();
        assertThat(started.getLast().closed).isFalse();
    }

    @Test
    void whoWatchesCommandsNothingAndClosesNothing() {
        var watched = started.getFirst();
        var watcher = new CurrentRun(new RecordedRuns(), bench, (_, _) -> {}, () -> {});
        watcher.watch(watched);

        watcher.toggle();
        watcher.pace(0);
        watcher.reset();
        watcher.restart();
        bench.set("training.optimizer.learningRate", JSON.numberNode(0.5));
        watcher.follow();
        watcher.leave();

        assertThat(watched.commands).isEmpty();
        assertThat(watched.closed).isFalse();
        assertThat(started).hasSize(1);
    }

    @Test
    void newsOfARunThatIsGoneAreNotTaken() {
        var old = started.getFirst();
        current.renew();

        assertThat(current.told(old, old.status())).isFalse();
        assertThat(current.told(started.getLast(), started.getLast().status())).isTrue();
    }

    private final class RecordedRuns implements Runs {
        @Override
        public Admission start(Valid valid, RunOptions options) {
            started.add(new RecordedRun(valid.experiment()));
            return new Admission.Admitted(started.getLast());
        }

        @Override
        public Optional<Run> find(RunId id) {
            return Optional.empty();
        }
    }

    private static final class RecordedRun implements Run {
        private final List<Command> commands = new ArrayList<>();
        private final Experiment experiment;
        private boolean closed;

        RecordedRun(Experiment experiment) {
            this.experiment = experiment;
        }

        @Override
        public RunId id() {
            return new RunId("recorded");
        }

        @Override
        public Experiment experiment() {
            return experiment;
        }

        @Override
        public RunStatus status() {
            return new RunStatus(
                    RunState.READY,
                    EndReason.NONE,
                    new Moment(0, 0, 0),
                    1,
                    0,
                    400,
                    0.001,
                    0,
                    Optional.empty(),
                    Optional.empty());
        }

        @Override
        public void command(Command command) {
            commands.add(command);
        }

        @Override
        public Viewer watch(View view, Cursor cursor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Registration onChange(Consumer<RunStatus> listener) {
            return () -> {};
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
