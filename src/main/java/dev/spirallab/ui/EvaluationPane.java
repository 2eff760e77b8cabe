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
import dev.spirallab.ui.components.MistakesView;
import dev.spirallab.ui.components.OwnInput;
import dev.spirallab.ui.drawer.Pane;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the model does on single examples: the worst of the test part, and the reader's own. */
final class EvaluationPane extends Pane {
    private final Texts texts;
    private final Library library;
    private final MistakesView mistakes = new MistakesView();
    private final OwnInput own = new OwnInput();
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
        String id = run.map(each -> each.id().value()).orElse(null);
        mistakes.setRunId(id);
        own.setRunId(id);
    }

    @Override
    protected void hide() {
        mistakes.setRunId(null);
        own.setRunId(null);
    }
}
