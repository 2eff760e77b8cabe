package dev.spirallab.ui;

import dev.spirallab.spec.Edit;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.graph.Activation;
import dev.spirallab.spec.graph.Function;
import dev.spirallab.spec.graph.LayerSpec;
import dev.spirallab.spec.graph.Linear;
import dev.spirallab.spec.graph.ModelGraph;
import dev.spirallab.spec.graph.Node;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Part;
import dev.spirallab.spec.json.Records;
import dev.spirallab.validation.Edits;
import dev.spirallab.validation.ValidationResult;
import dev.spirallab.validation.ValidationResult.Invalid;
import dev.spirallab.validation.ValidationResult.Valid;
import dev.spirallab.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** The experiment on the page: the one place that holds it, judges each edit and tells of it. */
final class Workbench {
    private static final int ROUNDS_OF_FIXES = 3;

    /** Values that one setting is given in quick succession, as a slider does, are one edit. */
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** Settings of which one takes the place of the other. */
    private static final Map<String, String> EITHER_OR =
            Map.of("training.epochs", "training.steps", "training.steps", "training.epochs");

    private static final List<String> KEPT = List.of("features", "standardize", "testFraction");

    private final Validator validator;
    private final LongSupplier nanoTime;
    private final Past past = new Past();
    private final List<Consumer<Change>> listeners = new ArrayList<>();
    private Experiment experiment;
    private ValidationResult result;
    private boolean locked;
    private int step;
    private String edited = "";
    private long editedAt;
    private boolean together;

    /** Who changed the experiment, and so who knows of it already. */
    enum Source {
        /** The graph's editor: it shows this graph. */
        EDITOR,
        /** A fix that the editor is to repeat, so that it can be undone there. */
        FIX,
        /** A setting outside of the graph. */
        SETTING,
        /** Another document took its place. */
        DOCUMENT,
        /** The browser's history took a step back: the editor shows this graph. */
        UNDONE,
        /** The browser's history went on a step again: the editor shows this graph. */
        REDONE
    }

    /**
     * @param step the number of the edit that it is, or is part of
     * @param edits what a fix changed; else empty
     */
    record Change(
            Source source,
            int step,
            Experiment before,
            Experiment after,
            ValidationResult result,
            List<Edit> edits) {}

    Workbench(Validator validator, Experiment experiment) {
        this(validator, experiment, System::nanoTime);
    }

    Workbench(Validator validator, Experiment experiment, LongSupplier nanoTime) {
        this.validator = validator;
        this.nanoTime = nanoTime;
        this.experiment = experiment;
        this.result = validator.validate(experiment);
    }

    Experiment experiment() {
        return experiment;
    }

    ValidationResult result() {
        return result;
    }

    /** The experiment if it can run. */
    Optional<Valid> valid() {
        return switch (result) {
            case Valid valid -> Optional.of(valid);
            case Invalid _ -> Optional.empty();
        };
    }

    /** The data set if examples of it can be made, whatever is wrong with the rest. */
    Optional<DatasetSpec> soundData() {
        return result.problems().stream().anyMatch(Workbench::spoilsData)
                ? Optional.empty()
                : Optional.of(experiment.dataset());
    }

    /** Of an experiment with a graph that is too large nothing else has been looked at. */
    private static boolean spoilsData(Problem problem) {
        return !problem.hint()
                && (problem.path().startsWith("dataset")
                        || problem.code().startsWith("graph.tooMany"));
    }

    /** The first thing that keeps the experiment from running. */
    Optional<Problem> obstacle() {
        return valid().isPresent()
                ? Optional.empty()
                : result.problems().stream().filter(problem -> !problem.hint()).findFirst();
    }

    /** From now on the experiment is only shown: no edit is taken, wherever it comes from. */
    void lock() {
        locked = true;
    }

    /** Shows on a locked bench what its owner made of the experiment since. */
    void mirror(Experiment changed) {
        if (locked) {
            boolean drawnAnew = !changed.graph().equals(experiment.graph());
            put(drawnAnew ? Source.DOCUMENT : Source.SETTING, step, changed, List.of());
        }
    }

    void onChange(Consumer<Change> listener) {
        listeners.add(listener);
    }

    /** The number of the last edit. */
    int step() {
        return step;
    }

    /** What is changed meanwhile is one edit, and taken back as one. */
    void together(Runnable changes) {
        together("", changes);
    }

    /**
     * @param what is edited; empty for what is never the same as before
     */
    private void together(String what, Runnable changes) {
        if (together) {
            changes.run();
            return;
        }
        long now = nanoTime.getAsLong();
        if (what.isEmpty() || !what.equals(edited) || now - editedAt > PAUSE_NANOS) {
            step++;
        }
        edited = what;
        editedAt = now;
        together = true;
        try {
            changes.run();
        } finally {
            together = false;
        }
    }

    /** Takes an edit back, the graph being as it was before. */
    void undo(int undone, ModelGraph graph) {
        go(Source.UNDONE, undone, past.before(undone), graph);
    }

    /** Does an edit again, the graph being as it was after it. */
    void redo(int redone, ModelGraph graph) {
        go(Source.REDONE, redone, past.after(redone), graph);
    }

    private void go(Source source, int to, Optional<Experiment> remembered, ModelGraph graph) {
        if (!locked) {
            edited = "";
            put(source, to, remembered.orElse(experiment).withGraph(graph), List.of());
        }
    }

    /** Puts another document on the bench. */
    void open(Experiment opened) {
        take(Source.DOCUMENT, opened, List.of());
    }

    void rename(String title) {
        take(Source.SETTING, experiment.withTitle(title), List.of());
    }

    /** Takes over the graph as the editor shows it. */
    void draw(ModelGraph graph) {
        take(Source.EDITOR, experiment.withGraph(graph), List.of());
    }

    /** Carries out a fix. */
    void apply(List<Edit> edits) {
        take(Source.FIX, Edits.apply(experiment, edits), edits);
    }

    /** Whether another experiment differs in settings of layers and of the training alone. */
    boolean hasVariant(Experiment other) {
        return other.dataset().equals(experiment.dataset())
                && other.graph().edges().equals(experiment.graph().edges())
                && ids(other).equals(ids(experiment));
    }

    private static List<String> ids(Experiment of) {
        return of.graph().nodes().stream().map(Node::id).toList();
    }

    /**
     * Takes over the layers and the training of a variant of this experiment, in one edit.
     *
     * @param variant one that {@link #hasVariant}
     */
    void takeVariant(Experiment variant) {
        List<Edit> edits = new ArrayList<>();
        variant.graph().nodes().stream()
                .filter(node -> !experiment.graph().nodes().contains(node))
                .map(node -> new Edit.SetLayer(node.id(), node.layer()))
                .forEach(edits::add);
        edits.add(new Edit.SetTraining(variant.training()));
        apply(edits);
    }

    /**
     * Gives a setting another value.
     *
     * @param path such as {@code training.optimizer.learningRate}; its parents exist
     * @param value null takes an optional setting away
     * @return what is wrong with the value; then nothing has changed
     */
    List<Problem> set(String path, JsonNode value) {
        ObjectNode document = (ObjectNode) ExperimentJson.tree(experiment);
        JsonPath.set(document, path, value);
        if (EITHER_OR.containsKey(path) && !value.isNull()) {
            JsonPath.set(document, EITHER_OR.get(path), NullNode.getInstance());
        }
        return switch (ExperimentJson.readPart(Experiment.class, document)) {
            case Part.Read<Experiment>(Experiment changed) -> {
                together(path, () -> take(Source.SETTING, sharing(changed), List.of()));
                yield List.of();
            }
            case Part.Unreadable<Experiment>(List<Problem> problems) -> problems;
        };
    }

    /** Many are remembered, and data may be large. */
    private Experiment sharing(Experiment changed) {
        return changed.dataset().equals(experiment.dataset())
                ? changed.withDataset(experiment.dataset())
                : changed;
    }

    /**
     * Gives a setting of the data another value, and lets the model follow.
     *
     * @return what is wrong with the value; then nothing has changed
     */
    List<Problem> setData(String setting, JsonNode value) {
        ObjectNode data = (ObjectNode) ExperimentJson.tree(experiment.dataset());
        data.set(setting, value);
        return switch (ExperimentJson.readPart(DatasetSpec.class, data)) {
            case Part.Read<DatasetSpec>(DatasetSpec changed) -> {
                together("dataset." + setting, () -> useDataset(changed));
                yield List.of();
            }
            case Part.Unreadable<DatasetSpec>(List<Problem> problems) -> problems;
        };
    }

    /** Takes data of somebody's own, which are described as they are to be used. */
    void takeData(DatasetSpec dataset) {
        together(() -> useDataset(dataset));
    }

    /** What would be wrong with other data, whatever is wrong with the rest. */
    List<Problem> wrongWith(DatasetSpec dataset) {
        return validator.validate(experiment.withDataset(dataset)).problems().stream()
                .filter(problem -> !problem.hint() && problem.path().startsWith("dataset"))
                .toList();
    }

    /** Takes other data, but shows the model the same features of it. */
    void chooseData(DatasetSpec dataset) {
        ObjectNode chosen = (ObjectNode) ExperimentJson.tree(dataset);
        JsonNode present = ExperimentJson.tree(experiment.dataset());
        KEPT.stream()
                .filter(name -> present.has(name) && chosen.has(name))
                .forEach(name -> chosen.set(name, present.get(name)));
        if (ExperimentJson.readPart(DatasetSpec.class, chosen)
                instanceof Part.Read<DatasetSpec>(DatasetSpec read)) {
            together(() -> useDataset(read));
        }
    }

    /**
     * Takes other data. Where the model fitted the old and the validation knows how to make it fit
     * the new, it is changed along: output width and loss.
     */
    private void useDataset(DatasetSpec dataset) {
        boolean fitted = valid().isPresent();
        take(Source.SETTING, experiment.withDataset(dataset), List.of());
        if (fitted) {
            fit();
        }
    }

    private void fit() {
        for (int round = 0; round < ROUNDS_OF_FIXES && result instanceof Invalid; round++) {
            firstFix().ifPresent(this::apply);
        }
    }

    private Optional<List<Edit>> firstFix() {
        return result.problems().stream()
                .flatMap(problem -> problem.fix().stream())
                .map(Problem.Fix::edits)
                .findFirst();
    }

    /** The activation of the hidden layers; of the first one that has any. */
    Optional<Function> activation() {
        return experiment.graph().nodes().stream()
                .flatMap(node -> activation(node.layer()).stream())
                .findFirst();
    }

    private static Optional<Function> activation(LayerSpec layer) {
        if (layer instanceof Linear linear && linear.activation() != Function.identity) {
            return Optional.of(linear.activation());
        }
        return layer instanceof Activation(Function function)
                ? Optional.of(function)
                : Optional.empty();
    }

    /** Gives all layers that have an activation another one. */
    void setActivation(Function function) {
        ModelGraph graph = experiment.graph();
        take(
                Source.DOCUMENT,
                experiment.withGraph(
                        graph.with(
                                graph.nodes().stream().map(node -> with(node, function)).toList(),
                                graph.edges())),
                List.of());
    }

    private static Node with(Node node, Function function) {
        return activation(node.layer()).isEmpty()
                ? node
                : new Node(node.id(), with(node.layer(), function), node.at());
    }

    private static LayerSpec with(LayerSpec layer, Function function) {
        return layer instanceof Linear linear
                ? Records.with(linear, "activation", function)
                : new Activation(function);
    }

    private void take(Source source, Experiment changed, List<Edit> edits) {
        if (!locked) {
            together(() -> put(source, step, changed, edits));
        }
    }

    private void put(Source source, int of, Experiment changed, List<Edit> edits) {
        if (changed.equals(experiment)) {
            return;
        }
        Experiment before = experiment;
        experiment = changed;
        result = validator.validate(changed);
        if (isNew(source)) {
            past.add(of, before, changed);
        }
        Change change = new Change(source, of, before, changed, result, edits);
        listeners.forEach(listener -> listener.accept(change));
    }

    /** Whether it is an edit that the browser's history does not know by itself. */
    private static boolean isNew(Source source) {
        return switch (source) {
            case FIX, SETTING, DOCUMENT -> true;
            case EDITOR, UNDONE, REDONE -> false;
        };
    }
}
