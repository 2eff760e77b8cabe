package dev.spirallab.ui;

import com.vaadin.flow.component.notification.Notification;
import dev.spirallab.account.Deed;
import dev.spirallab.engine.NodeTensor;
import dev.spirallab.experiment.ExperimentId;
import dev.spirallab.experiment.Kept;
import dev.spirallab.experiment.Origin;
import dev.spirallab.experiment.Summary;
import dev.spirallab.i18n.Texts;
import dev.spirallab.run.Admission;
import dev.spirallab.run.Run;
import dev.spirallab.run.RunId;
import dev.spirallab.run.RunOptions;
import dev.spirallab.run.RunSummary;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.ui.keep.Keeping;
import dev.spirallab.ui.keep.OriginMark;
import dev.spirallab.ui.keep.SavedState;
import dev.spirallab.ui.keep.TabMemory;
import dev.spirallab.ui.kit.Clipboard;
import dev.spirallab.ui.kit.Toast;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One's own work on the bench: which experiment it is, kept as it changes, and its runs. Another
 * experiment may take its place; nothing is lost by that.
 */
final class Work implements Keeping.Listener, CurrentRun.Starting {
    private final Visit visit;
    private final Services services;
    private final Workbench bench;
    private final Consumer<Optional<Run>> onOpened;
    private final TabMemory memory;
    private final Keeping keeping;
    private final SavedState state;
    private final Address address;
    private final OriginMark origin;
    private final Map<Integer, Move> moves = new HashMap<>();

    /** By an edit one experiment took another's place. */
    private record Move(ExperimentId from, ExperimentId to) {}

    /**
     * @param onOpened hears that another experiment is on the bench, and of its run if it has one
     */
    Work(Visit visit, Services services, Workbench bench, Consumer<Optional<Run>> onOpened) {
        this.visit = visit;
        this.services = services;
        this.bench = bench;
        this.onOpened = onOpened;
        memory = new TabMemory(visit.ui());
        address = new Address(visit.ui());
        state = new SavedState(visit.texts(), this::finish);
        origin = new OriginMark(visit.texts(), this::find, kept -> open(kept, Optional.empty()));
        keeping =
                new Keeping(
                        visit.ui(),
                        services.experiments(),
                        visit.owner(),
                        visit.texts(),
                        memory,
                        this);
    }

    SavedState state() {
        return state;
    }

    OriginMark origin() {
        return origin;
    }

    ExperimentId id() {
        return keeping.id();
    }

    Optional<Summary> summary() {
        return keeping.summary();
    }

    /** Works on a new experiment, which is kept once it is touched. */
    void begin(Experiment untouched) {
        ExperimentId left = id();
        keeping.begin();
        memory.untouched(id(), untouched);
        show(left, untouched, Optional.empty());
    }

    /** Works on a new experiment, which is kept at once. */
    void take(Experiment experiment) {
        ExperimentId left = id();
        keeping.begin();
        keeping.need(experiment);
        show(left, experiment, Optional.empty());
    }

    /**
     * Works on an experiment that is kept.
     *
     * @param run which of its runs to show; the last one if that is not there
     */
    void open(Kept kept, Optional<RunId> run) {
        ExperimentId left = id();
        show(
                left,
                keeping.begin(kept),
                run.flatMap(this::find)
                        .filter(shown -> isOf(shown, kept.id()))
                        .or(() -> lastRun(kept.id())));
    }

    /** Takes over what an earlier page could not save. */
    void adopt(ExperimentId id, long revision, Experiment unsaved) {
        keeping.adopt(id, revision, unsaved);
    }

    /** Works on an experiment that could not be saved so far, if it is there. */
    void resume(ExperimentId id) {
        ExperimentId left = id();
        keeping.resume(id).ifPresent(experiment -> show(left, experiment, lastRun(keeping.id())));
    }

    /** Gives fields once more what they were given while the server was away. */
    void catchUp() {
        state.catchUp(id());
    }

    /**
     * The browser has gone to the address of an experiment.
     *
     * @return whether it is there
     */
    boolean goTo(ExperimentId id) {
        if (summary().map(Summary::id).filter(id::equals).isPresent()) {
            return true;
        }
        finish();
        Optional<Kept> kept = services.experiments().find(visit.owner(), id);
        address.came(id);
        kept.ifPresent(found -> open(found, Optional.empty()));
        return kept.isPresent();
    }

    /** Goes on from another state of the experiment. */
    void change(Experiment experiment) {
        show(id(), experiment, Optional.empty());
        keeping.changed(experiment);
    }

    private void show(ExperimentId left, Experiment experiment, Optional<Run> run) {
        bench.open(experiment);
        moves.put(bench.step(), new Move(left, id()));
        onOpened.accept(run);
    }

    private Optional<Kept> find(Origin forked) {
        return forked.experiment().flatMap(id -> services.experiments().find(visit.owner(), id));
    }

    private Optional<Run> find(RunId id) {
        return services.runs().find(visit.owner(), id);
    }

    private static boolean isOf(Run run, ExperimentId id) {
        return run.options().of().filter(id.value()::equals).isPresent();
    }

    private Optional<Run> lastRun(ExperimentId of) {
        return services.runs().list(visit.owner()).stream()
                .filter(run -> run.of().filter(of.value()::equals).isPresent())
                .findFirst()
                .map(RunSummary::id)
                .flatMap(this::find);
    }

    void changed(Workbench.Change change) {
        switch (change.source()) {
            case DOCUMENT -> {}
            case EDITOR, FIX, SETTING -> keeping.changed(change.after());
            case UNDONE -> move(change, Move::from);
            case REDONE -> move(change, Move::to);
        }
    }

    private void move(Workbench.Change change, Function<Move, ExperimentId> side) {
        ExperimentId wanted = Optional.ofNullable(moves.get(change.step())).map(side).orElse(id());
        if (wanted.equals(id())) {
            keeping.changed(change.after());
        } else {
            goOn(wanted, change.after());
        }
    }

    /** With another experiment, as it was; one that was never kept is still not. */
    private void goOn(ExperimentId with, Experiment experiment) {
        services.experiments()
                .find(visit.owner(), with)
                .map(keeping::begin)
                .or(() -> keeping.resume(with))
                .ifPresentOrElse(there -> change(there, experiment), () -> keeping.begin(with));
        onOpened.accept(lastRun(with));
    }

    private void change(Experiment kept, Experiment experiment) {
        if (!kept.equals(experiment)) {
            keeping.changed(experiment);
        }
    }

    /** Sees to it that the experiment is kept. */
    void need() {
        keeping.need(bench.experiment());
    }

    void finish() {
        keeping.finish();
    }

    /** The experiment is deleted: what could not be saved of it is not wanted any more. */
    void deleted(ExperimentId id) {
        keeping.discard(id);
    }

    /** The tab shows this run from now on. */
    void remember(Run run) {
        memory.run(run.id());
    }

    @Override
    public Admission start(Valid valid, double pace, List<NodeTensor> weights) {
        RunOptions options =
                new RunOptions(pace).withOwner(visit.owner()).withOf(keeping.id().value());
        return visit.refused(services, Deed.PREPARE)
                .<Admission>map(Admission.Refused::new)
                .orElseGet(() -> services.runs().start(valid, options, weights));
    }

    @Override
    public Optional<Problem> permit() {
        Optional<Problem> refusal = visit.refused(services, Deed.START);
        if (refusal.isEmpty()) {
            need();
        }
        return refusal;
    }

    @Override
    public void onState(Keeping.State now) {
        state.show(now);
        origin.show(summary());
        address.show(summary().map(Summary::id));
    }

    @Override
    public void onLeft(ExperimentId id, String title, Experiment unsaved) {
        Texts texts = visit.texts();
        Toast toast = new Toast(texts, texts.of("share.left", "title", title));
        toast.offer(texts.of("share.left.discard"), () -> keeping.discard(id));
        toast.offer(texts.of("workbench.file.save"), () -> Clipboard.download(unsaved));
        toast.setDuration(0);
        toast.open();
    }

    @Override
    public void onCopied(String title) {
        Texts texts = visit.texts();
        bench.rename(title);
        Toast toast = new Toast(texts, texts.of("share.copied"));
        toast.setPosition(Notification.Position.TOP_CENTER);
        toast.open();
    }
}
