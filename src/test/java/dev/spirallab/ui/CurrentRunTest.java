package dev.spirallab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.engine.Edit;
import dev.spirallab.engine.NodeTensor;
import dev.spirallab.engine.Walk;
import dev.spirallab.engine.Weights;
import dev.spirallab.frame.EndReason;
import dev.spirallab.frame.Moment;
import dev.spirallab.frame.RunState;
import dev.spirallab.run.Admission;
import dev.spirallab.run.Command;
import dev.spirallab.run.Cursor;
import dev.spirallab.run.History;
import dev.spirallab.run.Run;
import dev.spirallab.run.RunId;
import dev.spirallab.run.RunOptions;
import dev.spirallab.run.RunStatus;
import dev.spirallab.run.Survey;
import dev.spirallab.run.View;
import dev.spirallab.run.Viewer;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.graph.Function;
import dev.spirallab.spec.graph.ModelGraph;
import dev.spirallab.spec.json.Templates;
import dev.spirallab.validation.Limits;
import dev.spirallab.validation.ValidationResult.Valid;
import dev.spirallab.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class CurrentRunTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Experiment SPIRAL = Templates.get(Templates.FIRST);

    private final Started runs = new Started();
    private final Workbench bench = new Workbench(new Validator(Limits.standard()), SPIRAL);
    private final CurrentRun current = new CurrentRun(runs, bench, _ -> {}, () -> {});

    @Test
    void aRunBeginsOnlyWhereItIsPermittedAndThePageKnowsWhyNot() {
        current.renew();
        runs.objection = Optional.of(Problem.of("account.tooOften", "", Map.of()));

        current.toggle();

        assertThat(runs.last().commands).isEmpty();
        assertThat(current.refusal()).isEqualTo(runs.objection);
        runs.objection = Optional.empty();
        current.toggle();
        assertThat(runs.last().commands).containsExactly(new Command.Play());
    }

    @Test
    void whoMayNotBeginAnewLeavesNoRunBehind() {
        play();
        tell(RunState.PAUSED);
        otherNoise();
        runs.objection = Optional.of(Problem.of("account.tooOften", "", Map.of()));

        current.toggle();
        current.begin(new Command.StepOnce());
        current.restart();

        assertThat(runs.all).hasSize(1);
        assertThat(current.refusal()).isEqualTo(runs.objection);
    }

    @Test
    void weightsThatWereBroughtServeUntilTheModelChangesOrNewOnesAreWanted() {
        List<NodeTensor> weights = List.of(new NodeTensor("a", "weight", List.of(1), new float[1]));
        current.beginFrom(weights);
        assertThat(runs.given).isEqualTo(weights);
        learnAt(0.5);
        current.renew();
        assertThat(runs.given).isEqualTo(weights);

        current.reseed(7);
        assertThat(runs.given).isEmpty();

        current.beginFrom(weights);
        bench.setActivation(Function.tanh);
        current.renew();
        assertThat(runs.given).isEmpty();

        bench.setActivation(Function.relu);
        current.renew();
        assertThat(runs.given).isEqualTo(weights);
    }

    @Test
    void weightsThatWereBroughtDoNotServeAnotherExperimentOfTheSameModel() {
        current.beginFrom(List.of(new NodeTensor("a", "weight", List.of(1), new float[1])));

        current.open();

        assertThat(runs.given).isEmpty();
    }

    @Test
    void weightsThatWereBroughtDoNotServeWhereOtherColumnsMakeTheModelWider() {
        current.beginFrom(List.of(new NodeTensor("a", "weight", List.of(1), new float[1])));

        bench.setData("features", JSON.arrayNode().add("x1").add("x2").add("x1Squared"));
        current.restart();

        assertThat(bench.valid()).isPresent();
        assertThat(runs.given).isEmpty();
    }

    @Test
    void aWatchedRunIsNeitherCommandedNorClosedWhateverIsAsked() {
        var teachers = new FakeRun(SPIRAL);
        current.watch(teachers);

        current.toggle();
        current.begin(new Command.StepOnce());
        current.reset();
        current.reseed(7);
        current.restart();
        current.renew();
        current.pace(1);
        learnAt(0.5);
        current.leave();

        assertThat(teachers.commands).isEmpty();
        assertThat(teachers.closed).isFalse();
        assertThat(runs.all).isEmpty();
    }

    @Test
    void theRunThatAnotherTakesThePlaceOfIsNotHeardOfAnyMoreAndGoesUnlessItHasBegun() {
        current.renew();
        FakeRun unbegun = runs.last();
        FakeRun earlier = new FakeRun(SPIRAL);
        current.attach(earlier);
        assertThat(unbegun.closed).isTrue();
        assertThat(unbegun.listeners).isZero();

        FakeRun next = new FakeRun(SPIRAL);
        current.attach(next);
        assertThat(earlier.closed).isFalse();
        assertThat(earlier.listeners).isZero();
        current.attach(next);
        assertThat(next.closed).isFalse();
        assertThat(next.listeners).isOne();
    }

    @Test
    void playingAfterOtherDataWereChosenTrainsThem() {
        play();
        tell(RunState.PAUSED);

        otherNoise();
        assertThat(current.outdated()).isTrue();
        current.toggle();

        assertThat(runs.all).hasSize(2);
        assertThat(runs.last().commands).containsExactly(new Command.Play());
        assertThat(runs.last().experiment()).isEqualTo(bench.experiment());
        assertThat(current.outdated()).isFalse();
    }

    @Test
    void aSingleStepNeverGoesOnWithTheOlderExperiment() {
        play();
        tell(RunState.PAUSED);

        otherNoise();
        current.begin(new Command.StepOnce());

        assertThat(runs.last().commands).containsExactly(new Command.StepOnce());
        assertThat(runs.all).hasSize(2);
    }

    @Test
    void whileItTrainsTheRunIsHeldRatherThanReplaced() {
        play();
        tell(RunState.RUNNING);

        otherNoise();
        assertThat(current.older()).isTrue();
        current.toggle();

        assertThat(runs.all).hasSize(1);
        assertThat(runs.last().commands).containsExactly(new Command.Play(), new Command.Pause());
    }

    @Test
    void aRunIsTunedWithWhatHasBeenFoundSoundOnly() {
        play();
        bench.draw(new ModelGraph(SPIRAL.graph().nodes(), List.of()));
        learnAt(0.5);

        assertThat(runs.last().commands).containsExactly(new Command.Play());

        bench.draw(SPIRAL.graph());
        current.follow();

        assertThat(runs.last().commands).hasSize(2).last().isInstanceOf(Command.Tune.class);
    }

    @Test
    void aWeightSetByHandIsWhatTheRunBeginsWith() {
        current.renew();
        Edit edit = new Edit("hidden", "weight", 3, -0.5f);
        current.edit(edit);
        otherNoise();

        assertThat(runs.all).hasSize(1);
        assertThat(current.older()).isTrue();
        assertThat(runs.last().commands).containsExactly(new Command.SetWeight(edit));
    }

    @Test
    void whoWatchesARunSetsNoWeightOfIt() {
        FakeRun theirs = new FakeRun(SPIRAL);
        current.watch(theirs);
        current.edit(new Edit("hidden", "weight", 3, -0.5f));

        assertThat(theirs.commands).isEmpty();
    }

    @Test
    void otherStartingValuesKeepTheRunAndItsId() {
        play();

        current.reseed(7);
        bench.set("training.seed", JSON.numberNode(7));

        assertThat(current.follow()).isFalse();
        assertThat(runs.last().commands).containsExactly(new Command.Play(), new Command.Reseed(7));
    }

    @Test
    void beforeTrainingBeganOnlyWhatTheRunDoesNotShowAsksForAnother() {
        current.renew();

        bench.rename("Mine");
        assertThat(current.follow()).isFalse();
        otherNoise();
        assertThat(current.follow()).isTrue();
    }

    @Test
    void takingTheChangeBackMakesTheRunCurrentAgain() {
        play();
        otherNoise();

        bench.open(SPIRAL);
        current.follow();

        assertThat(current.older()).isFalse();
    }

    @Test
    void leavingClosesARunThatHasNotBegunAndKeepsOneThatHas() {
        current.renew();
        current.leave();
        assertThat(runs.last().closed).isTrue();

        play();
        current.leave();
        assertThat(runs.last().closed).isFalse();
    }

    @Test
    void newsOfARunThatIsGoneAreNotTaken() {
        current.renew();
        var old = runs.last();
        current.renew();

        assertThat(current.told(old)).isFalse();
        assertThat(current.told(runs.last())).isTrue();
    }

    private void play() {
        current.renew();
        current.toggle();
    }

    private void tell(RunState state) {
        runs.last().state = state;
        current.told(runs.last());
    }

    private void otherNoise() {
        bench.setData("noise", JSON.numberNode(0.4));
        current.follow();
    }

    private void learnAt(double rate) {
        bench.set("training.optimizer.learningRate", JSON.numberNode(rate));
        current.follow();
    }

    private static final class Started implements CurrentRun.Starting {
        final List<FakeRun> all = new ArrayList<>();
        List<NodeTensor> given = List.of();
        Optional<Problem> objection = Optional.empty();

        FakeRun last() {
            return all.getLast();
        }

        @Override
        public Admission start(Valid valid, double pace, List<NodeTensor> weights) {
            given = weights;
            all.add(new FakeRun(valid.experiment()));
            return new Admission.Admitted(last());
        }

        @Override
        public Optional<Problem> permit() {
            return objection;
        }
    }

    /** Remembers what it was asked. */
    private static final class FakeRun implements Run {
        final List<Command> commands = new ArrayList<>();
        private final Experiment experiment;
        RunState state = RunState.READY;
        int listeners;
        boolean closed;

        FakeRun(Experiment experiment) {
            this.experiment = experiment;
        }

        @Override
        public RunId id() {
            return new RunId("run");
        }

        @Override
        public RunOptions options() {
            return RunOptions.FOR_THE_EYE;
        }

        @Override
        public Experiment experiment() {
            return experiment;
        }

        @Override
        public RunStatus status() {
            return new RunStatus(
                    state,
                    EndReason.NONE,
                    new Moment(0, 0, 0),
                    1,
                    0,
                    0,
                    0,
                    0,
                    Optional.empty(),
                    Optional.empty(),
                    Set.of());
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
        public History history(int from) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<Map<String, Weights>> weights() {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<Walk> walk(OptionalInt row) {
            return CompletableFuture.failedFuture(new UnsupportedOperationException());
        }

        @Override
        public CompletableFuture<List<NodeTensor>> tensors() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Survey survey(Survey.Wish wish) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<Optional<List<NodeTensor>>> tensorsAt(long step) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Registration onChange(Consumer<RunStatus> listener) {
            listeners++;
            return () -> listeners--;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
