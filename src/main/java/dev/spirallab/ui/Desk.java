package dev.spirallab.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import dev.spirallab.engine.NodeTensor;
import dev.spirallab.experiment.ExperimentId;
import dev.spirallab.experiment.Origin;
import dev.spirallab.experiment.Saving;
import dev.spirallab.i18n.Texts;
import dev.spirallab.run.Run;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.ui.drawer.Drawer;
import dev.spirallab.ui.help.Action;
import dev.spirallab.ui.help.Actions;
import dev.spirallab.ui.help.Area;
import dev.spirallab.ui.help.HelpDesk;
import dev.spirallab.ui.keep.MyExperiments;
import dev.spirallab.ui.keep.SavePoints;
import dev.spirallab.ui.kit.Icon;
import dev.spirallab.ui.kit.Notice;
import dev.spirallab.ui.kit.Toast;
import dev.spirallab.ui.kit.TopMenu;
import dev.spirallab.ui.mine.MineDialog;
import dev.spirallab.ui.share.ShareDialog;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The bench as one works at it, or looks at somebody else's: with all that keeps and shares. */
final class Desk extends Composite<Panels> {
    /** Of the libraries in the page; the page's build writes it. */
    private static final String LICENCES = "VAADIN/licences.txt";

    private final Visit visit;
    private final Texts texts;
    private final Services services;
    private final Workbench bench;
    private final Panels panels;
    private final Actions actions = new Actions();
    private final HelpDesk help;
    private final Stage stage;
    private final Work work;
    private final Documents documents;
    private final WorkShelf shelf;
    private final Button mine;
    private Optional<Run.Registration> following = Optional.empty();

    Desk(Visit visit, Services services, Workbench bench) {
        this.visit = visit;
        this.texts = visit.texts();
        this.services = services;
        this.bench = bench;
        panels = new Panels(texts, bench, services.library(), services.engine().device());
        work = new Work(visit, services, bench, this::onOpened);
        stage = new Stage(visit, bench, panels, work, this::onRun, true);
        documents = new Documents(texts, bench, work, panels::undoTo);
        shelf = new WorkShelf(visit, services, bench, work);
        mine = button(Icon.SHELF, "share.mine", this::openMine);
        documents.offerSavePoints(this::openSavePoints);
        documents.offerExport(this::export);
        help = new HelpDesk(texts, actions);
        bench.onChange(this::onChange);
        panels.arrange();
        furnish();
    }

    @Override
    protected Panels initContent() {
        return panels;
    }

    /** What can be opened below the graph. */
    private void fill(Drawer drawer) {
        ProgramPane program = new ProgramPane(texts, services, bench);
        WeightsPane weights = new WeightsPane(texts, stage::edit, stage::looking);
        panels.editor()
                .addLayerChosenListener(event -> {
                    program.choose(event.getNode());
                    weights.choose(event.getNode());
                });
        EvaluationPane evaluation = new EvaluationPane(texts, services.library());
        panels.results()
                .onCell(cell -> {
                    evaluation.choose(cell);
                    drawer.open(evaluation);
                });
        drawer.add(evaluation);
        drawer.add(new WalkPane(visit, services));
        drawer.add(new LayersPane(texts));
        drawer.add(weights);
        Branching branching = new Branching(visit, services, work, stage::beginFrom);
        drawer.add(new HistoryPane(() -> !stage.looking(), branching::fork));
        drawer.add(new SurfacePane(visit, () -> !stage.looking()));
        drawer.add(new RunsPane(visit, services));
        drawer.add(new SweepPane(visit, services, bench, () -> !stage.looking(), this::goOn));
        drawer.add(program);
        drawer.actions().forEach(actions::add);
    }

    private void furnish() {
        fill(panels.drawer());
        ThemeMenu theme = new ThemeMenu(texts);
        panels.add(help);
        panels.actions().forEach(actions::add);
        documents.actions().forEach(actions::add);
        deeds().forEach(actions::add);
        theme.actions().forEach(actions::add);
        LanguageSwitch.actions(texts).forEach(actions::add);
        panels.data().offerOwn(this::openOwnData);
        panels.top().addState(work.state());
        panels.top().addOrigin(work.origin());
        panels.top().addBeside(mine, documents.templates(), documents.files());
        panels.top()
                .addTools(
                        button(Icon.SHARE, "share.share", this::share),
                        account(),
                        new LanguageSwitch(texts),
                        theme,
                        helpMenu());
    }

    /** What keeps and shares, for the palette. */
    private List<Action> deeds() {
        return List.of(
                Action.of(texts, Area.EXPERIMENT, "mine", this::openMine).when(mine::isVisible),
                Action.of(texts, Area.EXPERIMENT, "savePoints", this::openSavePoints)
                        .keys("Mod+S")
                        .when(mine::isVisible),
                Action.of(texts, Area.EXPERIMENT, "file.export", this::export),
                Action.of(texts, Area.SHARE, "share", this::share),
                Action.of(texts, Area.SHARE, "account", this::openAccount),
                Action.of(texts, Area.HELP, "licences", this::openLicences));
    }

    private TopMenu helpMenu() {
        TopMenu menu = new TopMenu(Icon.HELP, texts.of("help.menu"));
        actions.all().stream()
                .filter(action -> action.area() == Area.HELP)
                .forEach(action -> menu.items().addItem(action.name(), _ -> action.run().run()));
        return menu;
    }

    private Button button(Icon icon, String label, Runnable action) {
        Button button = new Button(texts.of(label), icon.create(), _ -> action.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassName("lab-top-labelled");
        return button;
    }

    private Button account() {
        Button button = new Button(Icon.PERSON.create(), _ -> openAccount());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassName("lab-account-button");
        button.setAriaLabel(texts.of("mine.title"));
        button.setTooltipText(texts.of("mine.title"));
        return button;
    }

    private void openLicences() {
        visit.ui().getPage().open(LICENCES, "_blank");
    }

    private void openMine() {
        new MyExperiments(texts, shelf).open();
    }

    private void openOwnData() {
        DatasetSpec present = bench.experiment().dataset();
        OwnData dialog = new OwnData(visit, services, present, bench::wrongWith, panels::takeData);
        dialog.open();
        dialog.showPresent();
    }

    private void openSavePoints() {
        work.need();
        shelf.present().ifPresent(id -> new SavePoints(texts, shelf, id).open());
    }

    private void openAccount() {
        new MineDialog(texts, services.accounts(), visit.owner(), work::finish).open();
    }

    private void export() {
        Optional<Run> shown = stage.run().filter(_ -> !stage.older());
        new ExportDialog(
                        visit,
                        bench,
                        shown,
                        stage.looking() ? Optional.empty() : Optional.of(this::beginFrom))
                .open();
    }

    private void beginFrom(List<NodeTensor> weights) {
        stage.beginFrom(weights);
        new Toast(texts, texts.of("export.begun")).open();
    }

    /** Takes a variant, and what it has learnt; that of another experiment becomes a new one. */
    private void goOn(Experiment variant, List<NodeTensor> learnt) {
        if (bench.hasVariant(variant)) {
            bench.takeVariant(variant);
        } else {
            work.take(variant);
        }
        if (learnt.isEmpty()) {
            stage.restart();
        } else {
            stage.beginFrom(learnt);
        }
        new Toast(texts, texts.of("sweep.taken")).open();
    }

    private void share() {
        new ShareDialog(texts, new WorkSharer(visit, services, bench, work, stage)).open();
    }

    /** The bench is one's own: what changes is kept. */
    Work work() {
        panels.setKept();
        panels.showAll();
        help.offerTour();
        return work;
    }

    /** Shows somebody's run, to look at only, and those that he shows in its place. */
    void watch(Run run) {
        run.options().of().map(ExperimentId::new).ifPresent(this::follow);
        look(
                new Notice.Word(
                        Notice.Tone.NEWS,
                        texts.of("workbench.watch"),
                        texts.of("workbench.watch.copy"),
                        this::copy),
                Optional.of(run));
    }

    private void follow(ExperimentId experiment) {
        following =
                Optional.of(
                        services.broadcasts()
                                .follow(
                                        experiment,
                                        new Broadcasts.Follower() {
                                            @Override
                                            public void shown(Run run) {
                                                visit.later(() -> stage.watch(run));
                                            }

                                            // The page comes anew, and finds the link revoked.
                                            @Override
                                            public void over() {
                                                visit.later(() -> visit.ui().getPage().reload());
                                            }
                                        }));
    }

    /** Shows an experiment to look at. */
    void show(Shown shown) {
        look(shown.word(), shown.run().flatMap(services.runs()::find));
    }

    private void look(Notice.Word word, Optional<Run> run) {
        documents.setReadOnly(true);
        mine.setVisible(false);
        work.state().showReadOnly();
        stage.look(word, run);
    }

    void leave() {
        following.ifPresent(Run.Registration::end);
        work.finish();
        stage.leave();
    }

    private void onOpened(Optional<Run> left) {
        stage.take(left);
    }

    private void onChange(Workbench.Change change) {
        if (!stage.looking()) {
            work.changed(change);
        }
    }

    private void onRun(Run run) {
        panels.drawer().showRun(Optional.of(run));
        if (!stage.looking()) {
            work.remember(run);
            services.broadcasts().show(run);
        }
    }

    /** Leaves the run that is watched, and takes its experiment along. */
    private void copy() {
        Origin origin = new Origin(bench.experiment().title(), Instant.now(), Optional.empty());
        Saving fork = services.experiments().fork(visit.owner(), bench.experiment(), origin);
        new Forking(visit, services).go(fork, Optional.empty());
    }
}
