package dev.spirallab.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import dev.spirallab.dataset.Dataset;
import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.data.Task;
import dev.spirallab.ui.components.BoundaryView;
import dev.spirallab.ui.components.FileKind;
import dev.spirallab.ui.components.LossChart;
import dev.spirallab.ui.components.PlanePoints;
import dev.spirallab.ui.components.RunFigures;
import dev.spirallab.ui.help.Action;
import dev.spirallab.ui.help.Area;
import dev.spirallab.ui.share.Control;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What the run shows of itself: the boundary, the figures now and the curves. */
final class ResultsPanel extends Section {
    private static final int MOST_POINTS = 1500;

    private final Texts texts;
    private final BoundaryView boundary = new BoundaryView();
    private final RunFigures figures = new RunFigures();
    private final LossChart loss = new LossChart(LossChart.Figure.LOSS);
    private final LossChart accuracy = new LossChart(LossChart.Figure.ACCURACY);

    private final Component curves;

    ResultsPanel(Texts texts) {
        this.texts = texts;
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

    /** Saves each picture, for the palette. */
    List<Action> actions() {
        return Stream.of(
                        saving("boundary", boundary, boundary::save),
                        saving("loss", loss, loss::save),
                        saving("accuracy", accuracy, accuracy::save))
                .flatMap(List::stream)
                .toList();
    }

    private List<Action> saving(String chart, Component shown, Consumer<FileKind> save) {
        return Stream.of(FileKind.values())
                .map(as ->
                        Action.named(
                                        Area.VIEW,
                                        "save." + chart + "." + as.name(),
                                        texts.of(
                                                "action.chart",
                                                Map.of(
                                                        "chart",
                                                        texts.of("chart." + chart),
                                                        "format",
                                                        as.name())),
                                        () -> save.accept(as))
                                .found(texts.of("action.chart.words"))
                                .when(shown::isVisible))
                .toList();
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
