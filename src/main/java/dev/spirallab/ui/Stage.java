package dev.spirallab.ui;

import dev.spirallab.engine.Edit;
import dev.spirallab.engine.NodeTensor;
import dev.spirallab.i18n.Texts;
import dev.spirallab.run.Command;
import dev.spirallab.run.Run;
import dev.spirallab.run.RunStatus;
import dev.spirallab.ui.kit.Notice;
import dev.spirallab.ui.kit.Pause;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.databind.node.JsonNodeFactory;

/** The experiment on the bench and its run: what the panels ask is done, what it does is shown. */
final class Stage {
    private final Visit visit;
    private final Texts texts;
    private final Workbench bench;
    private final Panels panels;
    private final CurrentRun current;
    private final Standing standing;
    private final Pause pause;
    private final Consumer<Run> onRun;
    private final boolean eager;
    private Optional<Notice.Word> banner = Optional.empty();
    private Supplier<Optional<String>> still = Optional::empty;

    /**
     * @param onRun hears of each run that takes the place of the last
     * @param eager whether there is a run before anybody asks for one
     */
    Stage(
            Visit visit,
            Workbench bench,
            Panels panels,
            CurrentRun.Starting starting,
            Consumer<Run> onRun,
            boolean eager) {
        this.visit = visit;
        this.texts = visit.texts();
        this.bench = bench;
        this.panels = panels;
        this.onRun = onRun;
        this.eager = eager;
        current = new CurrentRun(starting, bench, this::onStatus, this::onRenewed);
        standing = new Standing(texts, bench, current, this::restart);
        pause = new Pause(visit.ui());
        wire();
    }

    private void wire() {
        Console console = panels.console();
        bench.onChange(this::onChange);
        console.onPlay(this::toggle);
        console.onReset(this::reset);
        console.onReseed(this::reseed);
        console.onStep(() -> begin(new Command.StepOnce()));
        console.onStepEpoch(() -> begin(new Command.StepEpoch()));
        console.onPace(current::pace);
    }

    Optional<Run> run() {
        return current.run();
    }

    /** Whether that run shows another experiment than the page. */
    boolean older() {
        return current.older();
    }

    /** Another experiment is on the bench. */
    void take(Optional<Run> left) {
        pause.cancel();
        left.ifPresentOrElse(current::attach, current::open);
        showStanding();
    }

    /**
     * What is on the bench is somebody else's: people look only.
     *
     * @param word what it is
     */
    void look(Notice.Word word, Optional<Run> run) {
        banner = Optional.of(word);
        bench.lock();
        panels.setReadOnly();
        panels.showAll();
        run.ifPresentOrElse(current::watch, this::showStanding);
    }

    /** Another run takes the place of the one that people look at. */
    void watch(Run run) {
        bench.mirror(run.experiment());
        current.watch(run);
    }

    /**
     * @param word what is shown before there is a run of this page, if anything is
     */
    void setStill(Supplier<Optional<String>> word) {
        still = word;
        showStanding();
    }

    boolean looking() {
        return banner.isPresent();
    }

    /** The page goes; a run that has begun waits to be found again. */
    void leave() {
        pause.cancel();
        current.leave();
    }

    /** The page goes, and its run with it. */
    void end() {
        pause.cancel();
        current.end();
    }

    void toggle() {
        pause.finish();
        current.toggle();
        showStanding();
    }

    void begin(Command command) {
        pause.finish();
        current.begin(command);
        showStanding();
    }

    /** Sets one number of the run by hand. */
    void edit(Edit edit) {
        current.edit(edit);
        showStanding();
    }

    void reset() {
        current.reset();
        showStanding();
    }

    /** Other starting values, so that chance can be told from skill. */
    void reseed() {
        int seed = Panels.chance();
        current.reseed(seed);
        bench.set("training.seed", JsonNodeFactory.instance.numberNode(seed));
    }

    /** The run begins from weights of its model that somebody brought. */
    void beginFrom(List<NodeTensor> weights) {
        pause.cancel();
        current.beginFrom(weights);
        showStanding();
    }

    void restart() {
        pause.cancel();
        current.restart();
        showStanding();
    }

    private void onChange(Workbench.Change change) {
        panels.show(change);
        if (current.follow() && eager) {
            pause.then(current::renew);
        }
        showStanding();
    }

    /** A thread that trains does no work of the page. */
    private void onStatus(Run run) {
        visit.later(() -> told(run));
    }

    private void told(Run run) {
        if (current.told(run)) {
            bench.mirror(run.experiment());
            nameClasses(run);
            showStatus(run.status());
        }
    }

    private void onRenewed() {
        panels.showRun(current.run().map(run -> run.id().value()));
        current.run().ifPresent(this::nameClasses);
        current.run().ifPresent(onRun);
        current.status().ifPresentOrElse(this::showStatus, this::showStanding);
    }

    private void nameClasses(Run run) {
        panels.results().nameClasses(run.experiment().dataset());
    }

    private void showStatus(RunStatus status) {
        panels.console().showPace(status.pace());
        showStanding();
    }

    /** Says what stands in the way, and whether the run may go on. */
    void showStanding() {
        Optional<String> obstacle = bench.obstacle().map(texts::of);
        Console console = panels.console();
        console.showPlay(playing());
        console.setPlayable(obstacle.isEmpty() || current.running(), obstacle.orElse(""));
        showState(obstacle.filter(_ -> !current.running()));
        Optional<Notice.Word> word = banner.or(standing::word);
        panels.say(word);
        panels.editor().setNotice(word.map(Notice.Word::text).orElse(""));
    }

    private void showState(Optional<String> obstacle) {
        Console console = panels.console();
        Optional<RunStatus> status = current.status();
        if (obstacle.isPresent() || (status.isEmpty() && current.refusal().isPresent())) {
            console.showState(texts.of("workbench.state.none"), "none", obstacle.orElse(""));
        } else if (status.isEmpty()) {
            String word = still.get().orElseGet(() -> texts.of("share.shown.still"));
            console.showState(word, "ready", "");
        } else {
            console.showState(StateText.of(texts, status.get()), StateText.kind(status.get()), "");
        }
    }

    private Console.Play playing() {
        if (current.running()) {
            return Console.Play.PAUSE;
        }
        return current.older() && current.outdated() ? Console.Play.RESTART : Console.Play.PLAY;
    }
}
