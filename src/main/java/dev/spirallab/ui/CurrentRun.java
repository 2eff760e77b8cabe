package dev.spirallab.ui;

import dev.spirallab.run.Admission.Admitted;
import dev.spirallab.run.Admission.Refused;
import dev.spirallab.run.Command;
import dev.spirallab.run.Run;
import dev.spirallab.run.RunOptions;
import dev.spirallab.run.RunStatus;
import dev.spirallab.run.Runs;
import dev.spirallab.spec.Problem;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The run of the experiment on the page. Until training begins each change of the experiment makes
 * a new one; afterwards it is tuned where it can be, and else shows the older experiment.
 */
final class CurrentRun {
    private final Runs runs;
    private final Workbench bench;
    private final BiConsumer<Run, RunStatus> onStatus;
    private final Runnable onRenewed;
    private @Nullable Run run;
    private Run.@Nullable Registration registration;
    private @Nullable RunStatus status;
    private Optional<Problem> refusal = Optional.empty();
    private boolean mine = true;
    private boolean begun;
    private boolean older;
    private double pace = Console.PACE;

    /**
     * @param onStatus hears of each change of the run's state, on whatever thread
     * @param onRenewed hears that another run took the place of the last
     */
    CurrentRun(
            Runs runs, Workbench bench, BiConsumer<Run, RunStatus> onStatus, Runnable onRenewed) {
        this.runs = runs;
        this.bench = bench;
        this.onStatus = onStatus;
        this.onRenewed = onRenewed;
    }

    Optional<Run> run() {
        return Optional.ofNullable(run);
    }

    /** Whether training has begun, so that changes no longer make a new run. */
    boolean begun() {
        return begun;
    }

    /** Whether the run shows another experiment than the page. */
    boolean older() {
        return older;
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
     * Takes what a run told of itself, once the page may be changed.
     *
     * @return whether it is still the page's run
     */
    boolean told(Run teller, RunStatus news) {
        boolean current = teller.equals(run);
        if (current) {
            status = news;
        }
        return current;
    }

    boolean running() {
        return status().filter(StateText::running).isPresent();
    }

    /** Takes over a run that began before the page was loaded. */
    void attach(Run attached) {
        become(attached);
        begun = true;
        pace = attached.status().pace();
        follow();
        onRenewed.run();
    }

    /** Shows somebody else's run: from now on nothing is commanded, made or closed from here. */
    void watch(Run watched) {
        mine = false;
        attach(watched);
    }

    /**
     * Brings the run in line with the experiment as far as it goes without starting anew.
     *
     * @return whether a new run is wanted
     */
    boolean follow() {
        if (run == null || !begun) {
            return mine && bench.valid().isPresent();
        }
        switch (Kinship.of(run.experiment(), bench.experiment())) {
            case Kinship.Same() -> older = false;
            case Kinship.Tunable(var tuning) -> {
                older = false;
                command(new Command.Tune(tuning));
            }
            case Kinship.Other() -> older = true;
        }
        return false;
    }

    /** Puts a new run of the experiment in the place of the last. */
    void renew() {
        bench.valid()
                .filter(_ -> mine)
                .ifPresent(valid -> {
                    close();
                    switch (runs.start(valid, new RunOptions(pace))) {
                        case Admitted(Run admitted) -> become(admitted);
                        case Refused(Problem problem) -> refusal = Optional.of(problem);
                    }
                    onRenewed.run();
                });
    }

    /** Lets a run go on that shows the experiment, or is the last that did. */
    void toggle() {
        if (running()) {
            command(new Command.Pause());
        } else {
            begin(new Command.Play());
        }
    }

    void begin(Command command) {
        if (run == null) {
            renew();
        }
        begun = true;
        command(command);
    }

    /** Back to step 0 of the experiment as it is now. */
    void reset() {
        if (older && bench.valid().isPresent()) {
            renew();
        } else {
            command(new Command.Reset());
            begun = false;
        }
    }

    /** Trains the experiment as it is now from its start. */
    void restart() {
        renew();
        begin(new Command.Play());
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
            close();
        }
    }

    private void command(Command command) {
        run().filter(_ -> mine).ifPresent(current -> current.command(command));
    }

    private void become(Run next) {
        run = next;
        begun = false;
        older = false;
        refusal = Optional.empty();
        status = next.status();
        registration = next.onChange(news -> onStatus.accept(next, news));
    }

    private void close() {
        run().filter(_ -> mine).ifPresent(Run::close);
        forget();
    }

    private void forget() {
        if (registration != null) {
            registration.end();
        }
        registration = null;
        status = null;
        run = null;
    }
}
