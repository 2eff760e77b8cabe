package dev.spirallab.ui.components;

import static java.util.Objects.requireNonNull;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.react.ReactAdapterComponent;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.shared.Registration;
import dev.spirallab.spec.Edit;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.graph.ModelGraph;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Part;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The canvas on which a model is drawn. The browser owns the graph while it is edited: the server
 * hands over a whole graph only when one is loaded ({@link #setDocument}), hears of each finished
 * edit ({@link #addGraphChangedListener}) and answers with a diagnosis ({@link #showDiagnosis}).
 */
@Tag("graph-editor")
@NpmPackage(value = "@xyflow/react", version = "12.12.1")
@NpmPackage(value = "@dagrejs/dagre", version = "3.1.3")
@JsModule("./graph-editor/graph-editor.tsx")
public final class GraphEditor extends ReactAdapterComponent implements HasSize, HasStyle {
    private static final String DETAIL = "event.detail";

    private ModelGraph graph = new ModelGraph(List.of(), List.of());

    /** Which document the browser is editing; edits of an earlier one come too late. */
    private int load;

    /** The browser's count of edits that {@link #graph} stands for. */
    private long revision;

    private boolean readOnly;

    public GraphEditor() {
        listen("graph-changed", this::onGraphChanged);
        listen("apply-edits", this::onApplyEdits);
        getElement().addEventListener("layer-chosen", this::onLayerChosen).addEventData(DETAIL);
    }

    private void listen(String event, DetailListener listener) {
        getElement()
                .addEventListener(event, fired -> hear(listener, detail(fired)))
                .addEventData(DETAIL);
    }

    /** A graph that is only shown is not changed, whatever the browser sends. */
    private void hear(DetailListener listener, JsonNode detail) {
        if (!readOnly) {
            listener.onDetail(detail);
        }
    }

    private static JsonNode detail(DomEvent event) {
        return event.getEventData().path(DETAIL);
    }

    /** Replaces the graph on the canvas, and with it the history of edits. */
    public void setDocument(ModelGraph document) {
        take(document);
        setState("document", GraphMessages.loaded(load, graph));
    }

    /**
     * Replaces the graph on the canvas by an edit that can be taken back.
     *
     * @param step its number
     */
    public void replaceDocument(int step, ModelGraph document) {
        take(document);
        setState("document", GraphMessages.loaded(load, graph).put("step", step));
    }

    private void take(ModelGraph document) {
        graph = requireNonNull(document, "Document cannot be null");
        revision = 0;
        load++;
    }

    /** The graph as it was at the last finished edit. */
    public ModelGraph getDocument() {
        return graph;
    }

    /** Shows shapes, sizes and problems of the graph at the last finished edit. */
    public void showDiagnosis(GraphDiagnosis diagnosis) {
        requireNonNull(diagnosis, "Diagnosis cannot be null");
        setState("diagnosis", GraphMessages.diagnosis(load, revision, diagnosis));
    }

    public boolean isReadOnly() {
        return readOnly;
    }

    public void setReadOnly(boolean readOnly) {
        this.readOnly = readOnly;
        setState("readOnly", readOnly);
    }

    /**
     * @param notice what the page says above the graph; a problem in the same words is not listed
     */
    public void setNotice(String notice) {
        setState("notice", requireNonNull(notice, "notice"));
    }

    /**
     * @param runId the run whose units are shown inside their nodes, or null; its data lie on a
     *     plane
     */
    public void setRunId(@Nullable String runId) {
        setState("runId", runId == null ? "" : runId);
    }

    /**
     * @param stashes whether the tab holds each graph until the server has heard of it
     */
    public void setStashes(boolean stashes) {
        setState("stashes", stashes);
    }

    /**
     * Applies a fix's edits of the graph in the browser, where they can be undone.
     *
     * @param step the number of the edit that the fix is, or is part of
     */
    public void applyEdits(int step, List<Edit> edits) {
        requireNonNull(edits, "Edits cannot be null");
        getElement().callJsFunction("note", step, "fixed");
        getElement().callJsFunction("applyEdits", GraphMessages.edits(edits), step);
    }

    /** What is edited outside of the graph. */
    public enum Outside {
        DATA,
        TRAINING,
        TITLE
    }

    /**
     * Puts an edit outside of the graph into the history of edits. Edits of one number are one.
     *
     * @param step its number, by which a {@link TravelEvent} names it
     */
    public void note(int step, Outside edited) {
        getElement().callJsFunction("note", step, edited.name().toLowerCase(Locale.ROOT));
    }

    /** Takes the edit of that number back, and whatever was done since. */
    public void undoTo(int step) {
        getElement().callJsFunction("undoTo", step);
    }

    /** Takes the newest edit back, as its button does. */
    public void undo() {
        getElement().callJsFunction("undo");
    }

    /** Does again what was taken back last. */
    public void redo() {
        getElement().callJsFunction("redo");
    }

    public Registration addGraphChangedListener(
            ComponentEventListener<GraphChangedEvent> listener) {
        return addListener(GraphChangedEvent.class, listener);
    }

    /** Hears that edits outside of the graph are to be taken back or done again. */
    public Registration addTravelListener(ComponentEventListener<TravelEvent> listener) {
        return addListener(TravelEvent.class, listener);
    }

    /** Hears of fixes that change more than the graph, such as the loss. */
    public Registration addEditsListener(ComponentEventListener<EditsEvent> listener) {
        return addListener(EditsEvent.class, listener);
    }

    public Registration addLayerChosenListener(ComponentEventListener<LayerChosenEvent> listener) {
        return addListener(LayerChosenEvent.class, listener);
    }

    /** Hears of a graph from the browser that cannot be read; the last good one stands. */
    public Registration addUnreadableListener(ComponentEventListener<UnreadableEvent> listener) {
        return addListener(UnreadableEvent.class, listener);
    }

    private void onGraphChanged(JsonNode detail) {
        if (detail.path("load").asInt(-1) != load) {
            return;
        }
        switch (ExperimentJson.readPart(ModelGraph.class, detail.path("graph"))) {
            case Part.Read<ModelGraph>(var changed) -> {
                graph = changed;
                revision = detail.path("revision").asLong(revision);
                fireEvent(event(detail.path("travel"), changed));
            }
            case Part.Unreadable<ModelGraph>(var problems) ->
                    fireEvent(new UnreadableEvent(this, problems));
        }
    }

    private ComponentEvent<GraphEditor> event(JsonNode travel, ModelGraph changed) {
        return travel.isObject()
                ? new TravelEvent(this, travel, changed)
                : new GraphChangedEvent(this, changed);
    }

    /** People may look at each layer of a graph that is only shown. */
    private void onLayerChosen(DomEvent event) {
        fireEvent(new LayerChosenEvent(this, detail(event).path("node").asString("")));
    }

    private void onApplyEdits(JsonNode detail) {
        switch (GraphMessages.readEdits(detail.path("edits"))) {
            case Part.Read<List<Edit>>(var edits) -> fireEvent(new EditsEvent(this, edits));
            case Part.Unreadable<List<Edit>>(var problems) ->
                    fireEvent(new UnreadableEvent(this, problems));
        }
    }

    /** What an event from the browser brings. */
    @FunctionalInterface
    private interface DetailListener extends Serializable {
        void onDetail(JsonNode detail);
    }

    /** The user finished an edit of the graph. */
    public static final class GraphChangedEvent extends ComponentEvent<GraphEditor> {
        private final ModelGraph graph;

        GraphChangedEvent(GraphEditor source, ModelGraph graph) {
            super(source, true);
            this.graph = graph;
        }

        public ModelGraph getGraph() {
            return graph;
        }
    }

    /** The user took an edit back that is not the graph's alone, or does it again. */
    public static final class TravelEvent extends ComponentEvent<GraphEditor> {
        private final int step;
        private final boolean back;
        private final ModelGraph graph;

        TravelEvent(GraphEditor source, JsonNode travel, ModelGraph graph) {
            super(source, true);
            this.step = travel.path("step").asInt(-1);
            this.back = travel.path("back").asBoolean(false);
            this.graph = graph;
        }

        public int getStep() {
            return step;
        }

        /** Whether it is taken back. */
        public boolean isBack() {
            return back;
        }

        /** As it was at that time. */
        public ModelGraph getGraph() {
            return graph;
        }
    }

    /** The user selected a layer, several or none. */
    public static final class LayerChosenEvent extends ComponentEvent<GraphEditor> {
        private final String node;

        LayerChosenEvent(GraphEditor source, String node) {
            super(source, true);
            this.node = node;
        }

        /** The id of the one that is selected. */
        public Optional<String> getNode() {
            return Optional.of(node).filter(id -> !id.isEmpty());
        }
    }

    /** The user chose a fix that changes more than the graph. */
    public static final class EditsEvent extends ComponentEvent<GraphEditor> {
        private final List<Edit> edits;

        EditsEvent(GraphEditor source, List<Edit> edits) {
            super(source, true);
            this.edits = List.copyOf(edits);
        }

        public List<Edit> getEdits() {
            return edits;
        }
    }

    /** The browser sent what is no graph. */
    public static final class UnreadableEvent extends ComponentEvent<GraphEditor> {
        private final List<Problem> problems;

        UnreadableEvent(GraphEditor source, List<Problem> problems) {
            super(source, true);
            this.problems = List.copyOf(problems);
        }

        public List<Problem> getProblems() {
            return problems;
        }
    }
}
