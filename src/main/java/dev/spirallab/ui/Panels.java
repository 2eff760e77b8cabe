package dev.spirallab.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import dev.spirallab.dataset.Dataset;
import dev.spirallab.dataset.Examples;
import dev.spirallab.dataset.Library;
import dev.spirallab.engine.DeviceInfo;
import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.data.Feature;
import dev.spirallab.spec.data.FeaturedDataset;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Part;
import dev.spirallab.ui.components.GraphEditor;
import dev.spirallab.ui.components.LayerPalette;
import dev.spirallab.ui.components.Stroke;
import dev.spirallab.ui.drawer.Drawer;
import dev.spirallab.ui.help.Action;
import dev.spirallab.ui.help.Area;
import dev.spirallab.ui.kit.Choice;
import dev.spirallab.ui.kit.Notice;
import dev.spirallab.ui.share.Control;
import dev.spirallab.ui.share.Embedding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What stands on the bench: shows the experiment, and hands what people change in it to the {@link
 * Workbench}. Knows nothing of runs.
 */
final class Panels extends Div {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int SEEDS = 10_000;

    private final Texts texts;
    private final Workbench bench;
    private final Library library;
    private final TopBar top;
    private final Console console;
    private final DataPanel data;
    private final ResultsPanel results;
    private final LayerPalette palette = new LayerPalette();
    private final GraphEditor editor = new GraphEditor();
    private final Notice notice = new Notice();
    private final Drawer drawer;
    private final SettingsDialog settings;
    private Optional<String> runId = Optional.empty();

    Panels(Texts texts, Workbench bench, Library library, DeviceInfo device) {
        this.texts = texts;
        this.library = library;
        this.bench = bench;
        top = new TopBar(texts);
        console = new Console(texts, Setting.kinds(texts, "optimizer"));
        data = new DataPanel(texts, library, datasets(), this::chooseData);
        results = new ResultsPanel(texts);
        drawer = new Drawer(texts);
        settings = new SettingsDialog(texts, bench::set);
        top.showDevice(device);
        wire();
    }

    private static Map<String, DatasetSpec> datasets() {
        Map<String, DatasetSpec> datasets = new LinkedHashMap<>();
        for (String kind :
                List.of(
                        "spiral",
                        "circle",
                        "xor",
                        "gauss",
                        "moons",
                        "plane",
                        "multiGauss",
                        "linearRegression",
                        "polynomialRegression",
                        "outlierRegression",
                        "phonePrices",
                        "printedDigits")) {
            ObjectNode json = JSON.objectNode().put("kind", kind);
            if (ExperimentJson.readPart(DatasetSpec.class, json)
                    instanceof Part.Read<DatasetSpec>(DatasetSpec spec)) {
                datasets.put(kind, spec);
            }
        }
        return datasets;
    }

    /** All of it, as one works with it. */
    void arrange() {
        results.onStroke(this::draw);
        addClassName("lab-desk");
        Section left = new Section(data, palette);
        left.addClassName("lab-left");
        palette.addClassNames("lab-card", "lab-palette");
        Section middle = new Section(editor, notice, drawer);
        middle.addClassName("lab-middle");
        NativeButton skip = new NativeButton(texts.of("workbench.skip"));
        skip.addClassName("lab-skip");
        Places places = new Places(texts, this);
        drawer.onOpen(places::turnToModel);
        Main main = new Main(places, left, middle, results);
        main.addClassName("lab-main");
        skip.addClickListener(_ -> main.getElement().callJsFunction("focus"));
        main.getElement().setAttribute("tabindex", "-1");
        add(skip, top, console, main, settings);
    }

    /** Inside another page: the boundary, and of the rest only what was chosen. */
    void arrange(Embedding embedding, Component foot) {
        addClassName("lab-embed");
        Set<Control> controls = embedding.controls();
        console.showOnly(controls, added(controls));
        data.showOnly(controls);
        results.showOnly(controls);
        Section side = new Section(data);
        side.addClassName("lab-embed-side");
        side.setVisible(controls.stream().anyMatch(DataPanel.CONTROLS::contains));
        Section middle = new Section(editor);
        middle.addClassName("lab-middle");
        middle.setVisible(controls.contains(Control.GRAPH));
        Main main = new Main(results, side, middle);
        main.addClassName("lab-embed-main");
        add(console, notice, main, foot);
    }

    /** What is at hand in an embedded page only. */
    private List<Component> added(Set<Control> controls) {
        List<Component> added = new ArrayList<>();
        if (controls.contains(Control.ACTIVATION)) {
            Div knob = new Div(new ActivationSelect(texts, bench));
            knob.addClassName("lab-asked");
            added.add(knob);
        }
        if (controls.contains(Control.L1)) {
            added.add(PenaltyBox.of(texts, bench, "l1"));
        }
        if (controls.contains(Control.L2)) {
            added.add(PenaltyBox.of(texts, bench, "l2"));
        }
        return added;
    }

    private void wire() {
        top.onTitle(bench::rename);
        console.onOptimizer(
                kind -> bench.set("training.optimizer", JSON.objectNode().put("kind", kind)));
        console.onSetting(bench::set);
        console.onSettings(() -> settings.setOpened(!settings.isOpened()));
        data.onSetting(bench::setData);
        data.onReseed(() -> bench.setData("seed", JSON.numberNode(chance())));
        data.onFeature(this::toggleFeature);
        editor.addGraphChangedListener(event -> bench.draw(event.getGraph()));
        editor.addEditsListener(event -> bench.apply(event.getEdits()));
        editor.addTravelListener(this::travel);
        editor.addUnreadableListener(event -> say(event.getProblems()));
    }

    GraphEditor editor() {
        return editor;
    }

    Drawer drawer() {
        return drawer;
    }

    ResultsPanel results() {
        return results;
    }

    DataPanel data() {
        return data;
    }

    TopBar top() {
        return top;
    }

    Console console() {
        return console;
    }

    /** Says it above the graph; what is wrong, in the settings too, which may lie over that. */
    void say(Optional<Notice.Word> word) {
        notice.say(word);
        settings.say(word.filter(said -> said.tone() != Notice.Tone.NEWS));
    }

    /** All that can be done here, for the palette and the keyboard. */
    List<Action> actions() {
        List<Action> actions = new ArrayList<>(console.actions());
        actions.addAll(settings.actions());
        actions.addAll(data.actions());
        actions.addAll(results.actions());
        actions.add(editing("undo", editor::undo));
        actions.add(editing("redo", editor::redo));
        Setting.kinds(texts, "layer").forEach(layer -> actions.add(adding(layer)));
        return actions;
    }

    private Action editing(String id, Runnable run) {
        return Action.of(texts, Area.EXPERIMENT, id, run).when(palette::isVisible);
    }

    private Action adding(Choice layer) {
        String id = "layer." + layer.value();
        return Action.named(
                        Area.LAYER, "add." + id, layer.label(), () -> palette.add(layer.value()))
                .found(texts.of(id + ".help"))
                .when(palette::isVisible);
    }

    /** Any seed. */
    static int chance() {
        return ThreadLocalRandom.current().nextInt(SEEDS);
    }

    private void say(List<Problem> problems) {
        problems.stream().map(texts::of).findFirst().ifPresent(Notification::show);
    }

    private void chooseData(DatasetSpec dataset) {
        bench.together(() -> {
            call(dataset);
            bench.chooseData(dataset);
        });
    }

    /** Takes data that somebody has brought. */
    void takeData(DatasetSpec dataset) {
        bench.together(() -> {
            call(dataset);
            bench.takeData(dataset);
        });
    }

    /** Changes the points of the plane by hand. */
    private void draw(Stroke stroke) {
        DatasetSpec present = bench.experiment().dataset();
        DrawnPoints.after(stroke, present, examples())
                .ifPresentOrElse(this::draw, this::refuseStroke);
    }

    private void draw(DrawnPoints drawn) {
        takeData(drawn.points());
        if (drawn.thinned()) {
            Notification.show(texts.of("own.takenOver", "count", DrawnPoints.TAKEN_OVER));
        }
    }

    private void refuseStroke() {
        Notification.show(texts.of("own.full", "limit", DrawnPoints.MOST));
        showData();
    }

    /** Calls the experiment like its data, unless somebody has called it otherwise. */
    private void call(DatasetSpec dataset) {
        String name = Titles.of(texts, dataset);
        boolean other = !name.equals(Titles.of(texts, bench.experiment().dataset()));
        if (other && !Titles.typed(texts, bench.experiment())) {
            bench.rename(name);
        }
    }

    private void travel(GraphEditor.TravelEvent event) {
        if (event.isBack()) {
            bench.undo(event.getStep(), event.getGraph());
        } else {
            bench.redo(event.getStep(), event.getGraph());
        }
    }

    private void toggleFeature(Feature feature) {
        if (bench.experiment().dataset() instanceof FeaturedDataset plane) {
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

    /** From now on people look only. */
    void setReadOnly() {
        top.setReadOnly(true);
        console.setReadOnly(true);
        data.setReadOnly(true);
        results.setReadOnly();
        editor.setReadOnly(true);
        palette.setVisible(false);
    }

    /** The tab holds what the server has not heard of. */
    void setKept() {
        editor.setStashes(true);
    }

    void showAll() {
        editor.setDocument(bench.experiment().graph());
        showExperiment();
        showData();
    }

    void show(Workbench.Change change) {
        switch (change.source()) {
            case EDITOR, UNDONE, REDONE -> {}
            case SETTING -> editor.note(change.step(), edited(change));
            case FIX -> editor.applyEdits(change.step(), change.edits());
            case DOCUMENT -> editor.replaceDocument(change.step(), change.after().graph());
        }
        showExperiment();
        if (!change.after().dataset().equals(change.before().dataset())) {
            showData();
        }
    }

    private static GraphEditor.Outside edited(Workbench.Change change) {
        if (!change.after().dataset().equals(change.before().dataset())) {
            return GraphEditor.Outside.DATA;
        }
        return change.after().training().equals(change.before().training())
                ? GraphEditor.Outside.TITLE
                : GraphEditor.Outside.TRAINING;
    }

    /** Takes an edit back, and whatever was done since. */
    void undoTo(int step) {
        editor.undoTo(step);
    }

    void showRun(Optional<String> id) {
        runId = id;
        results.showRun(id);
        console.showRun(id);
        showUnits();
    }

    /** What single units put out can be drawn over a plane only. */
    private void showUnits() {
        editor.setRunId(runId.filter(_ -> results.isPlane()).orElse(null));
    }

    private void showExperiment() {
        Experiment experiment = bench.experiment();
        JsonNode document = ExperimentJson.tree(experiment);
        top.showTitle(experiment.title());
        results.showTitle(experiment.title());
        console.show(experiment, document);
        editor.showDiagnosis(Diagnoses.of(texts, bench.result()));
        settings.show(experiment, document);
    }

    private Optional<Dataset> examples() {
        return bench.soundData().map(library::examples).flatMap(Examples::made);
    }

    private void showData() {
        DatasetSpec spec = bench.experiment().dataset();
        Optional<Examples> read = bench.soundData().map(library::examples);
        Optional<Dataset> examples = read.flatMap(Examples::made);
        data.show(spec, ExperimentJson.tree(spec), examples);
        data.showMissing(read.map(this::problem).orElse(""));
        results.showData(spec, examples);
        showUnits();
    }

    private String problem(Examples examples) {
        return switch (examples) {
            case Examples.Made _ -> "";
            case Examples.Unreadable(Problem problem) -> texts.of(problem);
        };
    }
}
