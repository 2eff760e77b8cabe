package dev.spirallab.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import dev.spirallab.NetworkAddresses;
import dev.spirallab.dataset.Dataset;
import dev.spirallab.dataset.Datasets;
import dev.spirallab.engine.DeviceInfo;
import dev.spirallab.i18n.Texts;
import dev.spirallab.run.Command;
import dev.spirallab.run.Run;
import dev.spirallab.run.RunStatus;
import dev.spirallab.run.Runs;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.data.Feature;
import dev.spirallab.spec.data.Inline;
import dev.spirallab.spec.data.PlaneDataset;
import dev.spirallab.spec.json.Catalog;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Part;
import dev.spirallab.ui.components.GraphEditor;
import dev.spirallab.ui.components.LayerPalette;
import dev.spirallab.ui.kit.Icon;
import dev.spirallab.ui.kit.Notice;
import dev.spirallab.ui.kit.Pause;
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
    private final Notice notice = new Notice();
    private final SettingsDialog settings;
    private final Documents documents;
    private final Standing standing;
    private final NetworkAddresses addresses;
    private final Pause pause;
    private final Pause saving;
    private boolean watching;

    Desk(
            UI ui,
            Texts texts,
            Workbench bench,
            DeviceInfo device,
            Runs runs,
            RunKeys keys,
            NetworkAddresses addresses) {
        this.ui = ui;
        this.texts = texts;
        this.bench = bench;
        this.keys = keys;
        this.addresses = addresses;
        current = new CurrentRun(runs, bench, this::onStatus, this::onRenewed);
        pause = new Pause(ui);
        saving = new Pause(ui);
        documents = new Documents(texts, bench, this::renew);
        standing = new Standing(texts, bench, current, this::restart);
        top = new TopBar(texts);
        console = new Console(texts, Forms.kinds(texts, "optimizer"));
        data = new DataPanel(texts, datasets(), this::chooseData);
        results = new ResultsPanel(texts);
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
        top.addBeside(documents.templates(), documents.files());
        top.showDevice(device);
        top.addTools(share(), new LanguageSwitch(texts), new ThemeMenu(texts));
        add(top, console, main, settings);
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
                        run -> new ShareDialog(texts, addresses.hosts(), run.id()).open(),
                        () -> Notification.show(texts.of("workbench.share.none")));
    }

    private void wire() {
        bench.onChange(this::onChange);
        top.onTitle(bench::rename);
        console.onPlay(this::toggle);
        console.onReset(this::reset);
        console.onReseed(this::reseed);
        console.onStep(() -> begin(new Command.StepOnce()));
        console.onStepEpoch(() -> begin(new Command.StepEpoch()));
        console.onPace(current::pace);
        console.onOptimizer(kind -> set("training.optimizer", JSON.objectNode().put("kind", kind)));
        console.onRate(
                rate -> setOrSay("rate", "training.optimizer.learningRate", JSON.numberNode(rate)));
        console.onBatch(size -> setOrSay("batch", "training.batchSize", JSON.numberNode(size)));
        console.onSettings(() -> settings.setOpened(!settings.isOpened()));
        data.onSetting(bench::setData);
        data.onReseed(() ->
                bench.setData("seed", JSON.numberNode(ThreadLocalRandom.current().nextInt(SEEDS))));
        data.onFeature(this::toggleFeature);
        editor.addGraphChangedListener(event -> bench.draw(event.getGraph()));
        editor.addEditsListener(event -> bench.applied(event.getEdits()));
        editor.addUnreadableListener(event -> say(event.getProblems()));
    }

    /** Works on the experiment, with the run that was left here, if it is still there. */
    void work(Optional<Run> left) {
        showAll();
        left.ifPresentOrElse(current::attach, current::renew);
        showStanding();
    }

    /** Shows somebody's run, to look at only. */
    void watch(Run run) {
        watching = true;
        bench.lock();
        documents.setReadOnly(true);
        top.setReadOnly(true);
        console.setReadOnly(true);
        data.setReadOnly(true);
        editor.setReadOnly(true);
        palette.setVisible(false);
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

    private void setOrSay(String name, String path, JsonNode value) {
        set(path, value).stream()
                .map(problem -> texts.of(problem, texts.of("workbench." + name)))
                .findFirst()
                .ifPresent(Notification::show);
    }

    private void say(List<Problem> problems) {
        problems.stream().map(texts::of).findFirst().ifPresent(Notification::show);
    }

    private void chooseData(DatasetSpec dataset) {
        String name = Titles.of(texts, dataset);
        boolean other = !name.equals(Titles.of(texts, bench.experiment().dataset()));
        if (other && !Titles.typed(texts, bench.experiment().title())) {
            bench.rename(name);
        }
        bench.chooseData(dataset);
    }

    private void toggleFeature(Feature feature) {
        if (bench.experiment().dataset() instanceof PlaneDataset plane) {
            ArrayNode features = JSON.arrayNode();
            for (Feature each : Feature.values()) {
                if (plane.features().contains(each) != (each == feature)) {
                    features.add(each.name());
                }
            }
            if (features.isEmpty()) {
                Notification.show(texts.of("workbench.data.lastFeature"));
            } else {
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

    /** Other starting values, so that chance can be told from skill. */
    private void reseed() {
        int seed = ThreadLocalRandom.current().nextInt(SEEDS);
        current.reseed(seed);
        bench.set("training.seed", JSON.numberNode(seed));
    }

    private void renew() {
        pause.cancel();
        current.renew();
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
        showExperiment();
        if (!change.after().dataset().equals(change.before().dataset())) {
            showData();
        }
        if (current.follow()) {
            pause.then(current::renew);
        }
        showStanding();
        if (!watching) {
            keep();
        }
    }

    /** At once, so that a reload finds the last edit; data written out may be large and wait. */
    private void keep() {
        if (bench.experiment().dataset() instanceof Inline) {
            saving.then(this::save);
        } else {
            saving.cancel();
            save();
        }
    }

    private void save() {
        Keep.save(ui, bench.experiment());
        top.showSaved(texts.of("workbench.saved"));
    }

    /** A thread that trains does no work of the page. */
    private void onStatus(Run run) {
        Thread.startVirtualThread(ui.accessLater(() -> told(run), () -> {}));
    }

    private void told(Run run) {
        if (current.told(run)) {
            bench.mirror(run.experiment());
            showStatus(run.status());
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
        showData();
    }

    private void showExperiment() {
        Experiment experiment = bench.experiment();
        JsonNode document = ExperimentJson.tree(experiment);
        top.showTitle(experiment.title());
        console.show(experiment, document);
        editor.showDiagnosis(Diagnoses.of(texts, bench.result()));
        settings.show(document);
    }

    private void showData() {
        DatasetSpec spec = bench.experiment().dataset();
        Optional<Dataset> examples = bench.soundData().map(Datasets::create);
        data.show(spec, ExperimentJson.tree(spec), examples);
        results.showData(examples);
    }

    private void showStatus(RunStatus status) {
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

    /** Says what stands in the way, and whether the run may go on. */
    private void showStanding() {
        Optional<String> obstacle = bench.obstacle().map(texts::of);
        console.showPlay(playing());
        console.setPlayable(obstacle.isEmpty() || current.running(), obstacle.orElse(""));
        showState(obstacle.filter(_ -> !current.running()));
        notice.say(watching ? Optional.of(watched()) : standing.word());
    }

    private Console.Play playing() {
        if (current.running()) {
            return Console.Play.PAUSE;
        }
        return current.older() && current.outdated() ? Console.Play.RESTART : Console.Play.PLAY;
    }

    private Notice.Word watched() {
        return new Notice.Word(
                Notice.Tone.NEWS,
                texts.of("workbench.watch"),
                texts.of("workbench.watch.copy"),
                this::copy);
    }

    /** Leaves the run that is watched, and takes its experiment along. */
    private void copy() {
        Keep.save(ui, bench.experiment());
        Keep.saveRun(ui, "");
        ui.getPage().executeJs("location.href = document.baseURI");
    }
}
