package dev.spirallab.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import dev.spirallab.dataset.Dataset;
import dev.spirallab.dataset.Examples;
import dev.spirallab.dataset.Library;
import dev.spirallab.frame.Mistakes;
import dev.spirallab.i18n.Texts;
import dev.spirallab.run.Run;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.graph.Edge;
import dev.spirallab.spec.graph.ModelGraph;
import dev.spirallab.ui.components.FeaturesView;
import dev.spirallab.ui.components.MistakesView;
import dev.spirallab.ui.components.OwnInput;
import dev.spirallab.ui.drawer.Pane;
import dev.spirallab.ui.help.Action;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the model does on single examples: the worst of the test part, the reader's own, and how a
 * layer sees many of them beside each other.
 */
final class EvaluationPane extends Pane {
    private final Texts texts;
    private final Library library;
    private final MistakesView mistakes = new MistakesView();
    private final OwnInput own = new OwnInput();
    private final FeaturesView features = new FeaturesView();
    private final Map<Component, NativeButton> views = new LinkedHashMap<>();
    private final Div segments = new Div();
    private final Div place = new Div();
    private Optional<Run> run = Optional.empty();

    EvaluationPane(Texts texts, Library library) {
        super("evaluation");
        this.texts = texts;
        this.library = library;
        segments.addClassName("lab-segments");
        segments.getElement().setAttribute("role", "group");
        segments.getElement().setAttribute("aria-label", texts.of("workbench.view"));
        offer("mistakes", mistakes);
        offer("own", own);
        offer("features", features);
        add(segments, place);
        turnTo(mistakes);
    }

    private void offer(String id, Component view) {
        NativeButton button =
                new NativeButton(texts.of("drawer.evaluation." + id), _ -> turnTo(view));
        views.put(view, button);
        segments.add(button);
    }

    /** What is not on the page asks nothing. */
    private void turnTo(Component view) {
        place.removeAll();
        place.add(view);
        views.forEach((each, button) ->
                button.getElement().setAttribute("aria-pressed", "" + each.equals(view)));
    }

    /** Shows the examples that a cell of the confusion matrix counts. */
    void choose(Mistakes.Cell cell) {
        mistakes.setCell(Optional.of(cell));
        turnTo(mistakes);
    }

    @Override
    protected void show(Optional<Run> shownRun) {
        if (run.isPresent() && !shownRun.map(Run::id).equals(run.map(Run::id))) {
            mistakes.setCell(Optional.empty());
        }
        run = shownRun;
        Optional<DatasetSpec> spec = run.map(each -> each.experiment().dataset());
        List<String> names = spec.map(ClassNames::of).orElse(List.of());
        Optional<Dataset> dataset = spec.map(library::examples).flatMap(Examples::made);
        mistakes.setNames(names);
        own.setNames(names);
        own.setData(dataset);
        features.setNames(names);
        run.map(each -> each.experiment().graph()).ifPresent(this::offerLayers);
        watch(run.map(each -> each.id().value()).orElse(null));
    }

    private void offerLayers(ModelGraph graph) {
        String usual = lastHidden(graph).orElse("");
        features.setLayers(
                graph.nodes().stream()
                        .map(node ->
                                new FeaturesView.Layer(
                                        node.id(),
                                        LayerNames.of(texts, node),
                                        node.id().equals(usual)))
                        .toList());
    }

    /** The layer before the last one: there the classes are about to be told apart. */
    private static Optional<String> lastHidden(ModelGraph graph) {
        Set<String> inner = graph.edges().stream().map(Edge::from).collect(Collectors.toSet());
        return graph.edges().stream()
                .filter(edge -> !inner.contains(edge.to()))
                .map(Edge::from)
                .findFirst();
    }

    private void watch(@Nullable String id) {
        mistakes.setRunId(id);
        own.setRunId(id);
        features.setRunId(id);
    }

    @Override
    protected void hide() {
        watch(null);
    }

    @Override
    protected List<Action> actions() {
        return ChartFiles.actions(texts, "features", features::isAttached, features::save);
    }
}
