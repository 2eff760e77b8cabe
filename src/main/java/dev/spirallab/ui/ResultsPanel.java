package dev.spirallab.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import dev.spirallab.dataset.Dataset;
import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.data.Task;
import dev.spirallab.ui.components.BoundaryView;
import dev.spirallab.ui.components.LossChart;
import dev.spirallab.ui.components.PlanePoints;
import dev.spirallab.ui.components.RunFigures;
import dev.spirallab.ui.share.Control;
import java.util.Optional;
import java.util.Set;

/** What the run shows of itself: the boundary, the figures now and the curves. */
final class ResultsPanel extends Section {
    private static final int MOST_POINTS = 1500;

    private final BoundaryView boundary = new BoundaryView();
    private final RunFigures figures = new RunFigures();
    private final LossChart loss = new LossChart(LossChart.Figure.LOSS);
    private final LossChart accuracy = new LossChart(LossChart.Figure.ACCURACY);

    private final Component curves;

    ResultsPanel(Texts texts) {
        addClassName("lab-results");
        getElement().setAttribute("aria-label", texts.of("workbench.results"));
        curves = card("lab-curves-card", texts.of("workbench.curves"), loss, accuracy);
        add(card("lab-boundary-card", texts.of("workbench.boundary"), boundary, figures), curves);
    }

    /** Leaves the boundary, and of the rest what was chosen. */
    void showOnly(Set<Control> controls) {
        figures.setVisible(controls.contains(Control.FIGURES));
        curves.setVisible(controls.contains(Control.CURVE));
    }

    private static Component card(String name, String heading, Component... content) {
        H2 title = new H2(heading);
        title.addClassName("lab-unseen");
        Div card = new Div(title);
        card.add(content);
        card.addClassNames("lab-card", name);
        return card;
    }

    /**
     * @param dataset nothing while its description is unfinished
     */
    void showData(Optional<Dataset> dataset) {
        boundary.setPlane(dataset.flatMap(Dataset::plane).isPresent());
        boundary.setPoints(
                dataset.flatMap(examples -> PlanePoints.of(examples, MOST_POINTS)).orElse(null));
        accuracy.setVisible(
                dataset.map(Dataset::task)
                        .filter(Task.Classification.class::isInstance)
                        .isPresent());
    }

    /** Says in saved pictures whose they are. */
    void showTitle(String title) {
        boundary.setSubject(title);
        loss.setSubject(title);
        accuracy.setSubject(title);
    }

    void showRun(Optional<String> runId) {
        String id = runId.orElse(null);
        boundary.setRunId(id);
        figures.setRunId(id);
        loss.setRunId(id);
        accuracy.setRunId(id);
    }
}
