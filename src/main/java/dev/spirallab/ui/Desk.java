package dev.spirallab.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.notification.Notification;
import dev.spirallab.experiment.Origin;
import dev.spirallab.i18n.Texts;
import dev.spirallab.run.Command;
import dev.spirallab.run.Run;
import dev.spirallab.run.RunStatus;
import dev.spirallab.ui.help.Actions;
import dev.spirallab.ui.help.Area;
import dev.spirallab.ui.help.HelpDesk;
import dev.spirallab.ui.keep.MyExperiments;
import dev.spirallab.ui.keep.SavePoints;
import dev.spirallab.ui.kit.Icon;
import dev.spirallab.ui.kit.Notice;
import dev.spirallab.ui.kit.Pause;
import dev.spirallab.ui.kit.TopMenu;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;

/** The bench at work: its panels, wired to the experiment's run and to what keeps the work. */
final class Desk extends Composite<Panels> {
    private final Visit visit;
    private final Texts texts;
    private final Services services;
    private final Workbench bench;
    private final CurrentRun current;
    private final Panels panels;
    private final Actions actions = new Actions();
    private final HelpDesk help;
    private final Documents documents;
    private final WorkShelf shelf;
    private final Button mine;
    private final Standing standing;
    private final Work work;
    private final Pause pause;
    private Optional<Notice.Word> banner = Optional.empty();

    Desk(Visit visit, Services services, Workbench bench) {
        this.visit = visit;
        this.texts = visit.texts();
        this.services = services;
        this.bench = bench;
        work = new Work(visit, services, bench, this::onOpened);
        current = new CurrentRun(work, bench, this::onStatus, this::onRenewed);
        pause = new Pause(visit.ui());
        documents = new Documents(texts, bench, work);
        shelf = new WorkShelf(visit, services, bench, work);
        mine = mine();
        documents.offerSavePoints(this::openSavePoints);
        standing = new Standing(texts, bench, current, this::restart);
        help = new HelpDesk(texts, actions);
        panels = new Panels(texts, bench, services.engine().device());
        furnish();
        wire();
    }

    @Override
    protected Panels initContent() {
        return panels;
    }

    private void furnish() {
        ThemeMenu theme = new ThemeMenu(texts);
        panels.add(help);
        panels.actions().forEach(actions::add);
        documents.actions().forEach(actions::add);
        theme.actions().forEach(actions::add);
        LanguageSwitch.actions(texts).forEach(actions::add);
        panels.top().addState(work.state());
        panels.top().addBeside(mine, documents.templates(), documents.files());
        panels.top().addTools(share(), new LanguageSwitch(texts), theme, helpMenu());
    }

    private TopMenu helpMenu() {
        TopMenu menu = new TopMenu(Icon.HELP, texts.of("help.menu"));
        actions.all().stream()
                .filter(action -> action.area() == Area.HELP)
                .forEach(action -> menu.items().addItem(action.name(), _ -> action.run().run()));
        return menu;
    }

    private Button mine() {
        Button button =
                new Button(
                        texts.of("share.mine"),
                        Icon.SHELF.create(),
                        _ -> new MyExperiments(texts, shelf).open());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassName("lab-top-labelled");
        return button;
    }

    private void openSavePoints() {
        work.need();
        shelf.present().ifPresent(id -> new SavePoints(texts, shelf, id).open());
    }

    private Button share() {
        Button share = new Button(Icon.LINK.create(), _ -> offerLink());
        share.addThemeVariants(ButtonVariant.TERTIARY);
        share.setAriaLabel(texts.of("workbench.share"));
        share.setTooltipText(texts.of("workbench.share"));
        return share;
    }

    private void offerLink() {
        current.run()
                .ifPresentOrElse(
                        run ->
                                new ShareDialog(texts, services.addresses().hosts(), run.id())
                                        .open(),
                        () -> Notification.show(texts.of("workbench.share.none")));
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

    /** The bench is one's own: what changes is kept. */
    Work work() {
        panels.setKept();
        panels.showAll();
        help.offerTour();
        return work;
    }

    /** Shows somebody's run, to look at only. */
    void watch(Run run) {
        look(
                new Notice.Word(
                        Notice.Tone.NEWS,
                        texts.of("workbench.watch"),
                        texts.of("workbench.watch.copy"),
                        this::copy));
        current.watch(run);
    }

    /** What is on the bench is somebody else's. */
    private void look(Notice.Word word) {
        banner = Optional.of(word);
        bench.lock();
        documents.setReadOnly(true);
        mine.setVisible(false);
        panels.setReadOnly();
        panels.showAll();
        work.state().showReadOnly();
    }

    private boolean looking() {
        return banner.isPresent();
    }

    void leave() {
        pause.cancel();
        work.finish();
        current.leave();
    }

    private void onOpened(Optional<Run> left) {
        pause.cancel();
        left.ifPresentOrElse(current::attach, current::renew);
        showStanding();
    }

    private void toggle() {
        pause.finish();
        current.toggle();
        showStanding();
    }

    private void begin(Command command) {
        pause.finish();
        current.begin(command);
        showStanding();
    }

    private void reset() {
        current.reset();
        showStanding();
    }

    /** Other starting values, so that chance can be told from skill. */
    private void reseed() {
        int seed = Panels.chance();
        current.reseed(seed);
        bench.set("training.seed", JsonNodeFactory.instance.numberNode(seed));
    }

    private void restart() {
        pause.cancel();
        current.restart();
        showStanding();
    }

    private void onChange(Workbench.Change change) {
        panels.show(change);
        if (current.follow()) {
            pause.then(current::renew);
        }
        showStanding();
        if (!looking()) {
            work.changed(change);
        }
    }

    /** A thread that trains does no work of the page. */
    private void onStatus(Run run) {
        Thread.startVirtualThread(visit.ui().accessLater(() -> told(run), () -> {}));
    }

    private void told(Run run) {
        if (current.told(run)) {
            bench.mirror(run.experiment());
            showStatus(run.status());
        }
    }

    private void onRenewed() {
        panels.showRun(current.run().map(run -> run.id().value()));
        if (!looking()) {
            current.run().ifPresent(work::remember);
        }
        current.status().ifPresentOrElse(this::showStatus, this::showStanding);
    }

    private void showStatus(RunStatus status) {
        panels.console().showPace(status.pace());
        showStanding();
    }

    private void showState(Optional<String> obstacle) {
        Optional<RunStatus> status = current.status();
        Console console = panels.console();
        if (obstacle.isPresent() || status.isEmpty()) {
            console.showState(texts.of("workbench.state.none"), "none", obstacle.orElse(""));
        } else {
            console.showState(StateText.of(texts, status.get()), StateText.kind(status.get()), "");
        }
    }

    /** Says what stands in the way, and whether the run may go on. */
    private void showStanding() {
        Optional<String> obstacle = bench.obstacle().map(texts::of);
        Console console = panels.console();
        console.showPlay(playing());
        console.setPlayable(obstacle.isEmpty() || current.running(), obstacle.orElse(""));
        showState(obstacle.filter(_ -> !current.running()));
        panels.notice().say(banner.or(standing::word));
    }

    private Console.Play playing() {
        if (current.running()) {
            return Console.Play.PAUSE;
        }
        return current.older() && current.outdated() ? Console.Play.RESTART : Console.Play.PLAY;
    }

    /** Leaves the run that is watched, and takes its experiment along. */
    private void copy() {
        Origin origin = new Origin(bench.experiment().title(), Instant.now(), Optional.empty());
        new Forking(visit, services)
                .go(
                        services.experiments().fork(visit.owner(), bench.experiment(), origin),
                        Optional.empty());
    }
}
