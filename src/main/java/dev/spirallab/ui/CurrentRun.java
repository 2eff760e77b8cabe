package dev.spirallab.ui;

import dev.spirallab.engine.Edit;
import dev.spirallab.engine.NodeTensor;
import dev.spirallab.engine.Tuning;
import dev.spirallab.run.Admission;
import dev.spirallab.run.Admission.Admitted;
import dev.spirallab.run.Admission.Refused;
import dev.spirallab.run.Command;
import dev.spirallab.run.Run;
import dev.spirallab.run.RunStatus;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.graph.LayerSpec;
import dev.spirallab.spec.graph.ModelGraph;
import dev.spirallab.spec.graph.Node;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The run of the experiment on the page. Until training begins each change of the experiment makes
 * a new one; afterwards it is tuned where it can be, and else shows the older experiment. Somebody
 * else's run is only watched: whatever is asked then, it is neither commanded nor closed.
 */
final class CurrentRun {
    private final Starting starting;
    private final Workbench bench;
    private final Consumer<Run> onStatus;
    private final Runnable onRenewed;
    private @Nullable Run run;
    private Run.@Nullable Registration registration;
    private @Nullable RunStatus status;

    /** What the run shows once all that it was asked is done. */
    private @Nullable Experiment shown;

    private Optional<Problem> refusal = Optional.empty();
    private boolean watching;
    private boolean begun;
    private boolean older;
    private double pace = Console.PACE;
    private Optional<Loaded> loaded = Optional.empty();

    /** Weights that somebody brought, for as long as the model is that one. */
    private record Loaded(Valid model, List<NodeTensor> weights) {
        /** Where its nodes are drawn does not matter; the data do, where they make it wider. */
        boolean fits(Valid other) {
            ModelGraph graph = model.experiment().graph();
            ModelGraph wanted = other.experiment().graph();
            return layers(graph).equals(layers(wanted))
                    && graph.edges().equals(wanted.edges())
                    && model.parameters().equals(other.parameters());
        }

        private static Map<String, LayerSpec> layers(ModelGraph graph) {
            return graph.nodes().stream().collect(Collectors.toMap(Node::id, Node::layer));
        }
    }

    /** Lets runs begin. */
    interface Starting {

        /**
         * A new run, ready at step 0.
         *
         * @param weights that it begins from; none for its own
         */
        Admission start(Valid valid, double pace, List<NodeTensor> weights);

        /** Asked before the first step of a run: what keeps it from being made, if anything. */
        Optional<Problem> permit();
    }

    /**
     * @param onStatus hears of each change of the run's state, on whatever thread
     * @param onRenewed hears that another run took the place of the last
     */
    CurrentRun(Starting starting, Workbench bench, Consumer<Run> onStatus, Runnable onRenewed) {
        this.starting = starting;
        this.bench = bench;
        this.onStatus = onStatus;
        this.onRenewed = onRenewed;
    }

    Optional<Run> run() {
        return Optional.ofNullable(run);
    }

    /** Whether the run shows another experiment than the page. */
    boolean older() {
        return older;
    }

    /** Whether playing means to train the experiment anew, since the run cannot show it. */
    boolean outdated() {
        return !running() && bench.valid().isPresent() && (older || over());
    }

    private boolean over() {
        return status().filter(StateText::closed).isPresent();
    }

    /** Why there is no run though the experiment is sound. */
    Optional<Problem> refusal() {
        return refusal;
    }

    /** How the run was doing when it last told. */
    Optional<RunStatus> status() {
        return Optional.ofNullable(status);
    }

    /**
     * Looks how a run is doing that told of a change, once the page may be changed.
     *
     * @return whether it is still the page's run
     */
    boolean told(Run teller) {
        boolean current = teller.equals(run);
        if (current) {
            status = teller.status();
        }
        return current;
    }

    boolean running() {
        return status().filter(StateText::running).isPresent();
    }

    /** Begins with another experiment: what was brought for the last is not for this one. */
    void open() {
        loaded = Optional.empty();
        renew();
    }

    /** Takes over a run that began before; the last one is left as when the page goes. */
    void attach(Run attached) {
        loaded = Optional.empty();
        if (!attached.equals(run)) {
            leave();
            become(attached);
        }
        begun = true;
        pace = attached.status().pace();
        follow();
        onRenewed.run();
    }

    /** Shows somebody else's run, or the next. */
    void watch(Run watched) {
        watching = true;
        forget();
        become(watched);
        onRenewed.run();
    }

    /**
     * Brings the run in line with the experiment as far as it goes without starting anew.
     *
     * @return whether a new run is wanted
     */
    boolean follow() {
        if (watching || bench.valid().isEmpty()) {
            older = shown != null;
            return false;
        }
        if (shown == null) {
            return true;
        }
        Kinship kinship = Kinship.of(shown, bench.experiment());
        older = begun && kinship instanceof Kinship.Other;
        if (begun) {
            follow(kinship);
        }
        return !begun && !(kinship instanceof Kinship.Same);
    }

    private void follow(Kinship kinship) {
        switch (kinship) {
            case Kinship.Tunable(Tuning tuning) -> tune(tuning);
            case Kinship.Redrawn(DatasetSpec dataset, Tuning tuning) -> {
                command(new Command.Relearn(dataset));
                tune(tuning);
            }
            case Kinship.Same(), Kinship.Other() -> {}
        }
    }

    private void tune(Tuning tuning) {
        shown = bench.experiment();
        if (!tuning.equals(Tuning.NONE)) {
            command(new Command.Tune(tuning));
        }
    }

    /** Puts a new run of the experiment in the place of the last. */
    void renew() {
        if (!watching) {
            bench.valid().ifPresent(this::renew);
        }
    }

    private void renew(Valid valid) {
        close();
        List<NodeTensor> weights =
                loaded.filter(brought -> brought.fits(valid))
                        .map(Loaded::weights)
                        .orElse(List.of());
        switch (starting.start(valid, pace, weights)) {
            case Admitted(Run admitted) -> become(admitted);
            case Refused(Problem problem) -> refusal = Optional.of(problem);
        }
        onRenewed.run();
    }

    /** Puts a run in the place of the last that begins from these weights of its model. */
    void beginFrom(List<NodeTensor> weights) {
        loaded = bench.valid().map(valid -> new Loaded(valid, weights));
        renew();
    }

    /** Holds the run, or lets it go on; a new one if it does not show the experiment. */
    void toggle() {
        if (running()) {
            command(new Command.Pause());
        } else {
            begin(new Command.Play());
        }
    }

    void begin(Command command) {
        begin(command, run == null || outdated());
    }

    /** Sets one number of the run as it is, which has begun by that. */
    void edit(Edit edit) {
        if (run != null && !over()) {
            begin(new Command.SetWeight(edit), false);
        }
    }

    /** Who may not begin leaves no run behind. */
    private void begin(Command command, boolean anew) {
        if (watching || (anew && bench.valid().isEmpty()) || !mayBegin(anew)) {
            return;
        }
        if (anew) {
            renew();
        }
        if (run != null) {
            begun = true;
            command(command);
        }
    }

    private boolean mayBegin(boolean anew) {
        refusal = begun && !anew ? Optional.empty() : starting.permit();
        return refusal.isEmpty();
    }

    /** Back to step 0 of the experiment as it is now. */
    void reset() {
        if ((older || over()) && bench.valid().isPresent()) {
            renew();
        } else {
            command(new Command.Reset());
            begun = false;
        }
    }

    /** Back to step 0 with other starting values. The experiment is to be given the same seed. */
    void reseed(long seed) {
        if (shown != null) {
            shown = shown.withTraining(shown.training().withSeed(seed));
        }
        boolean brought = loaded.isPresent();
        loaded = Optional.empty();
        begun = false;
        if (brought) {
            renew();
        } else {
            command(new Command.Reseed(seed));
        }
    }

    /** Trains the experiment as it is now from its start. */
    void restart() {
        begin(new Command.Play(), true);
    }

    void pace(double stepsPerSecond) {
        pace = stepsPerSecond;
        command(new Command.Pace(stepsPerSecond));
    }

    double pace() {
        return pace;
    }

    /** The page goes: a run that has not begun goes with it, another waits to be found again. */
    void leave() {
        if (begun) {
            forget();
        } else {
            end();
        }
    }

    /** The page goes, and its run with it. */
    void end() {
        if (watching) {
            forget();
        } else {
            close();
        }
    }

    private void command(Command command) {
        if (run != null && !watching) {
            run.command(command);
        }
    }

    private void become(Run next) {
        run = next;
        begun = false;
        older = false;
        refusal = Optional.empty();
        shown = next.experiment();
        registration = next.onChange(_ -> onStatus.accept(next));
        status = next.status();
    }

    private void close() {
        run().ifPresent(Run::close);
        forget();
    }

    private void forget() {
        if (registration != null) {
            registration.end();
        }
        registration = null;
        status = null;
        shown = null;
        run = null;
    }
}
