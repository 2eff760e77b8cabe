package dev.spirallab.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import dev.spirallab.dataset.Datasets;
import dev.spirallab.engine.DeviceInfo;
import dev.spirallab.run.Command;
import dev.spirallab.run.Run;
import dev.spirallab.run.RunStatus;
import dev.spirallab.run.Runs;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.data.Feature;
import dev.spirallab.spec.data.PlaneDataset;
import dev.spirallab.spec.json.Catalog;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Part;
import dev.spirallab.spec.json.Templates;
import dev.spirallab.ui.components.GraphEditor;
import dev.spirallab.ui.components.LayerPalette;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The bench furnished: its panels, wired to the experiment and to its run. */
final class Desk extends Div {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int SEEDS = 10_000;
    private static final int UNDO_MILLISECONDS = 8000;

    private final UI ui;
    private final Texts texts;
    private final Workbench bench;
    private final RunKeys keys;
    private final CurrentRun current;
    private final TopBar top;
    private final Console console;
    private final DataPanel data;
    private final ResultsPanel results;
    private final LayerPalette palette = new LayerPalette();
    private final GraphEditor editor = new GraphEditor();
    private final Notice notice;
    private final SettingsDialog settings;
    private final Pause pause;

    /** What those who watch are not offered. */
    private final List<Component> own = new ArrayList<>();

    private boolean watching;

    Desk(UI ui, Texts texts, Workbench bench, DeviceInfo device, Runs runs, RunKeys keys) {
        this.ui = ui;
        this.texts = texts;
        this.bench = bench;
        this.keys = keys;
        current = new CurrentRun(runs, bench, this::onStatus, this::onRenewed);
        pause = new Pause(ui);
        top = new TopBar(texts);
        console = new Console(texts, Forms.kinds(texts, "optimizer"));
        data = new DataPanel(texts, datasets(), bench::chooseData);
        results = new ResultsPanel(texts);
        notice = new Notice();
        settings = new SettingsDialog(texts, this::set);
        addClassName("lab-desk");
        furnish(device);
        wire();
    }

    private static Map<String, DatasetSpec> datasets() {
        Map<String, DatasetSpec> datasets = new LinkedHashMap<>();
        for (String kind :
                List.of("spiral", "circle", "xor", "gauss", "moons", "plane", "multiGauss")) {
            ObjectNode json = JSON.objectNode().put("kind", kind);
            if (ExperimentJson.readPart(DatasetSpec.class, json)
                    instanceof Part.Read<DatasetSpec>(DatasetSpec spec)) {
                datasets.put(kind, spec);
            }
        }
        return datasets;
    }

    private void furnish(DeviceInfo device) {
        Section left = new Section(data, palette);
        left.addClassName("lab-left");
        palette.addClassNames("lab-card", "lab-palette");
        Section middle = new Section(editor, notice);
        middle.addClassName("lab-middle");
        Main main = new Main(left, middle, results);
        main.addClassName("lab-main");
        TopMenu templates = templates();
        own.add(templates);
        top.addBeside(templates, files());
        top.showDevice(device);
        top.addTools(share(), new LanguageSwitch(texts), new ThemeMenu(texts));
        add(top, console, main, settings);
    }

    private TopMenu templates() {
        TopMenu menu = new TopMenu(Icon.TEMPLATES, texts.of("workbench.templates"), true);
        Templates.NAMES.forEach(
                name -> menu.items().addItem(item(name), _ -> open(template(texts, name))));
        return menu;
    }

    private Div item(String template) {
        Span help = new Span(texts.of("template." + template + ".help"));
        Div item = new Div(new Span(texts.of("template." + template)), help);
        item.addClassName("lab-template");
        return item;
    }

    /** The template, with its title in the reader's language. */
    static Experiment template(Texts texts, String name) {
        return Templates.get(name).withTitle(texts.of("template." + name));
    }

    private TopMenu files() {
        TopMenu menu = new TopMenu(Icon.FILE, texts.of("workbench.file"), true);
        own.add(
                menu.items()
                        .addItem(
                                texts.of("workbench.file.open"),
                                _ -> new ExchangeDialog(texts, this::read).open()));
        menu.items()
                .addItem(
                        texts.of("workbench.file.save"),
                        _ -> Clipboard.download(fileName(), document()));
        menu.items().addItem(texts.of("workbench.file.copy"), _ -> Clipboard.copy(document()));
        return menu;
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
                        run -> new ShareDialog(texts, run.id()).open(),
                        () -> Notification.show(texts.of("workbench.share.none")));
    }

    /** Takes another document with a run of its own. */
    private void open(Experiment experiment) {
        Experiment before = bench.experiment();
        bench.open(experiment);
        startAfresh();
        offerBack(before);
    }

    private List<Problem> read(String json) {
        Experiment before = bench.experiment();
        List<Problem> problems = bench.open(json);
        if (problems.isEmpty()) {
            startAfresh();
            offerBack(before);
        }
        return problems;
    }

    private void startAfresh() {
        pause.cancel();
        current.renew();
    }

    private void offerBack(Experiment before) {
        Notification news = new Notification();
        Button undo = new Button(texts.of("workbench.undo"));
        undo.addThemeVariants(ButtonVariant.TERTIARY);
        undo.addClickListener(_ -> {
            news.close();
            bench.open(before);
            startAfresh();
        });
        news.setDuration(UNDO_MILLISECONDS);
        news.add(new Span(texts.of("workbench.opened", "title", bench.experiment().title())), undo);
        news.open();
    }

    private String document() {
        return ExperimentJson.write(bench.experiment());
    }

    private String fileName() {
        String bare =
                bench.experiment()
                        .title()
                        .replaceAll("[^\\p{L}\\p{N}]+", "-")
                        .replaceAll("^-|-$", "");
        return (bare.isEmpty() ? "experiment" : bare) + ".json";
    }

    private void wire() {
        bench.onChange(this::onChange);
        top.onTitle(bench::rename);
        console.onPlay(this::toggle);
        console.onReset(this::reset);
        console.onStep(() -> begin(new Command.StepOnce()));
        console.onStepEpoch(() -> begin(new Command.StepEpoch()));
        console.onPace(current::pace);
        console.onOptimizer(kind -> set("training.optimizer", JSON.objectNode().put("kind", kind)));
        console.onRate(rate -> setOrSay("training.optimizer.learningRate", JSON.numberNode(rate)));
        console.onBatch(size -> setOrSay("training.batchSize", JSON.numberNode(size)));
        console.onSettings(() -> settings.setOpened(!settings.isOpened()));
        data.onSetting(bench::setData);
        data.onReseed(() ->
                bench.setData("seed", JSON.numberNode(ThreadLocalRandom.current().nextInt(SEEDS))));
        data.onFeature(this::toggleFeature);
        editor.addGraphChangedListener(event -> bench.draw(event.getGraph()));
        editor.addEditsListener(event -> bench.applied(event.getEdits()));
        editor.addRestartListener(_ -> restart());
    }

    /** Works on the experiment, with the run that was left here, if it is still there. */
    void work(Optional<Run> left) {
        showAll();
        left.ifPresentOrElse(current::attach, current::renew);
    }

    /** Shows somebody's run, to look at only. */
    void watch(Run run) {
        watching = true;
        top.setReadOnly(true);
        console.setReadOnly(true);
        data.setReadOnly(true);
        editor.setReadOnly(true);
        palette.setVisible(false);
        own.forEach(part -> part.setVisible(false));
        showAll();
        current.watch(run);
    }

    void leave() {
        pause.cancel();
        current.leave();
    }

    private List<Problem> set(String path, JsonNode value) {
        return bench.set(path, value);
    }

    private void setOrSay(String path, JsonNode value) {
        set(path, value).stream().map(texts::of).findFirst().ifPresent(Notification::show);
    }

    private void toggleFeature(Feature feature) {
        if (bench.experiment().dataset() instanceof PlaneDataset plane) {
            ArrayNode features = JSON.arrayNode();
            for (Feature each : Feature.values()) {
                if (plane.features().contains(each) != (each == feature)) {
                    features.add(each.name());
                }
            }
            if (!features.isEmpty()) {
                bench.setData("features", features);
            }
        }
    }

    private void toggle() {
        pause.finish();
        current.toggle();
    }

    private void begin(Command command) {
        pause.finish();
        current.begin(command);
    }

    private void reset() {
        current.reset();
        showStanding();
    }

    private void restart() {
        pause.cancel();
        current.restart();
        showStanding();
    }

    private void onChange(Workbench.Change change) {
        switch (change.source()) {
            case EDITOR, SETTING -> {}
            case FIX -> editor.applyEdits(change.edits());
            case DOCUMENT -> editor.setDocument(change.after().graph());
        }
        keep(change.after());
        showExperiment();
        if (current.follow()) {
            pause.then(current::renew);
        }
        showStanding();
    }

    private void keep(Experiment experiment) {
        if (!watching) {
            Keep.save(ui, experiment);
            top.showSaved(texts.of("workbench.saved"));
        }
    }

    private void onStatus(Run run, RunStatus status) {
        ui.accessLater(() -> told(run, status), null).run();
    }

    private void told(Run run, RunStatus status) {
        if (current.told(run, status)) {
            showTuned(run);
            showStatus(status);
        }
    }

    /** Who watches sees the settings as the owner tunes them. */
    private void showTuned(Run run) {
        if (watching) {
            bench.open(run.experiment());
        }
    }

    private void onRenewed() {
        Optional<String> id = current.run().map(run -> run.id().value());
        results.showRun(id);
        console.showRun(id);
        if (!watching) {
            current.run().ifPresent(run -> Keep.saveRun(ui, keys.noteOf(run)));
        }
        current.status().ifPresentOrElse(this::showStatus, this::showStanding);
    }

    private void showAll() {
        editor.setCatalog(Catalog.json());
        palette.setCatalog(Catalog.json());
        var words =
                texts.messages()
                        .startingWith(
                                texts.locale(),
                                "editor.",
                                "layer.",
                                "setting.",
                                "function.",
                                "group.");
        editor.setMessages(words);
        palette.setMessages(words);
        editor.setDocument(bench.experiment().graph());
        showExperiment();
    }

    private void showExperiment() {
        Experiment experiment = bench.experiment();
        JsonNode document = ExperimentJson.tree(experiment);
        top.showTitle(experiment.title());
        console.show(experiment, document);
        data.show(experiment.dataset(), document.path("dataset"));
        editor.showDiagnosis(Diagnoses.of(texts, bench.result()));
        results.showData(Datasets.create(experiment.dataset()));
        settings.show(document);
    }

    private void showStatus(RunStatus status) {
        console.showRunning(StateText.running(status));
        console.showPace(status.pace());
        showStanding();
    }

    private void showState(Optional<String> obstacle) {
        Optional<RunStatus> status = current.status();
        if (obstacle.isPresent() || status.isEmpty()) {
            console.showState(texts.of("workbench.state.none"), "none", obstacle.orElse(""));
        } else {
            console.showState(StateText.of(texts, status.get()), StateText.kind(status.get()), "");
        }
    }

    /** Says what stands in the way, the weightiest first, and whether the run may go on. */
    private void showStanding() {
        notice.clear();
        Optional<String> obstacle = bench.obstacle().map(texts::of);
        console.setPlayable(obstacle.isEmpty() || current.running(), obstacle.orElse(""));
        showState(obstacle.filter(_ -> !current.running()));
        Optional<RunStatus> status = current.status();
        Optional<String> trouble = status.flatMap(each -> StateText.trouble(texts, each));
        if (watching) {
            notice.say(
                    Notice.Tone.NEWS,
                    texts.of("workbench.watch"),
                    texts.of("workbench.watch.copy"),
                    this::copy);
        } else if (current.refusal().isPresent()) {
            notice.say(Notice.Tone.ERROR, texts.of(current.refusal().get()));
        } else if (trouble.isPresent()) {
            notice.say(
                    Notice.Tone.ERROR, trouble.get(), texts.of("workbench.again"), this::restart);
        } else if (status.filter(StateText::closed).isPresent()) {
            notice.say(
                    Notice.Tone.WARNING,
                    texts.of("workbench.closed"),
                    texts.of("workbench.again"),
                    this::restart);
        } else if (bench.obstacle().filter(problem -> problem.node().isEmpty()).isPresent()) {
            sayObstacle(bench.obstacle().get());
        } else if (current.older() && bench.valid().isPresent()) {
            notice.say(
                    Notice.Tone.NEWS,
                    texts.of("workbench.older"),
                    texts.of("workbench.restart"),
                    this::restart);
        }
    }

    private void sayObstacle(Problem problem) {
        problem.fix()
                .ifPresentOrElse(
                        fix ->
                                notice.say(
                                        Notice.Tone.WARNING,
                                        texts.of(problem),
                                        texts.of(fix),
                                        () -> bench.apply(fix.edits())),
                        () -> notice.say(Notice.Tone.WARNING, texts.of(problem)));
    }

    /** Leaves the run that is watched, and takes its experiment along. */
    private void copy() {
        Keep.save(ui, bench.experiment());
        Keep.saveRun(ui, "");
        ui.getPage().executeJs("location.href = document.baseURI");
    }
}
