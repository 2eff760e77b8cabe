package dev.spirallab.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import dev.spirallab.dataset.Dataset;
import dev.spirallab.frame.Mistakes;
import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.data.Extent;
import dev.spirallab.spec.data.Points;
import dev.spirallab.spec.data.Task;
import dev.spirallab.ui.components.AssessmentView;
import dev.spirallab.ui.components.BoundaryView;
import dev.spirallab.ui.components.LossChart;
import dev.spirallab.ui.components.PlanePoints;
import dev.spirallab.ui.components.RunFigures;
import dev.spirallab.ui.components.Stroke;
import dev.spirallab.ui.help.Action;
import dev.spirallab.ui.help.HelpMark;
import dev.spirallab.ui.share.Control;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the run shows of itself: the boundary or how it does, the figures now and the curves. */
final class ResultsPanel extends Section {
    private static final int MOST_POINTS = 1500;

    private final Texts texts;
    private final BoundaryView boundary = new BoundaryView();
    private final AssessmentView assessment = new AssessmentView();
    private final Div choice = new Div();
    private final NativeButton plane;
    private final NativeButton judged;
    private final RunFigures figures = new RunFigures();
    private final LossChart loss = new LossChart(LossChart.Figure.LOSS);
    private final LossChart accuracy = new LossChart(LossChart.Figure.ACCURACY);
    private final Component curves;
    private @Nullable String runId;
    private boolean onPlane = true;
    private boolean judging;
    private boolean choosable = true;
    private boolean drawable;

    ResultsPanel(Texts texts) {
        this.texts = texts;
        addClassName("lab-results");
        getElement().setAttribute("aria-label", texts.of("workbench.results"));
        plane = new NativeButton(texts.of("workbench.view.boundary"), _ -> judge(false));
        judged = new NativeButton(texts.of("workbench.view.figures"), _ -> judge(true));
        HelpMark mark =
                new HelpMark(texts, texts.of("workbench.view.figures"), List.of("topic.figures"));
        choice.add(segments(texts), mark);
        choice.addClassName("lab-view-choice");
        curves = card("lab-curves-card", texts.of("workbench.curves"), loss, accuracy);
        add(
                card(
                        "lab-boundary-card",
                        texts.of("workbench.boundary"),
                        choice,
                        boundary,
                        assessment,
                        figures),
                curves);
        arrange();
    }

    private Div segments(Texts texts) {
        Div segments = new Div(plane, judged);
        segments.addClassName("lab-segments");
        segments.getElement().setAttribute("role", "group");
        segments.getElement().setAttribute("aria-label", texts.of("workbench.view"));
        return segments;
    }

    /** Leaves the boundary, and of the rest what was chosen. */
    void showOnly(Set<Control> controls) {
        figures.setVisible(controls.contains(Control.FIGURES));
        curves.setVisible(controls.contains(Control.CURVE));
        choosable = false;
        arrange();
    }

    /** Saves each picture, for the palette. */
    List<Action> actions() {
        return Stream.of(
                        ChartFiles.actions(texts, "boundary", boundary::isVisible, boundary::save),
                        ChartFiles.actions(texts, "loss", loss::isVisible, loss::save),
                        ChartFiles.actions(texts, "accuracy", accuracy::isVisible, accuracy::save))
                .flatMap(List::stream)
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

    private void judge(boolean chosen) {
        judging = chosen;
        arrange();
    }

    /** What has no boundary is judged; what nobody looks at is not asked for. */
    private void arrange() {
        boolean judges = judging || !onPlane;
        choice.setVisible(choosable && onPlane);
        boundary.setVisible(!judges);
        assessment.setVisible(judges);
        boundary.setRunId(judges ? null : runId);
        assessment.setRunId(judges ? runId : null);
        plane.getElement().setAttribute("aria-pressed", Boolean.toString(!judges));
        judged.getElement().setAttribute("aria-pressed", Boolean.toString(judges));
    }

    /** Hears of points that are drawn by hand. */
    void onStroke(Consumer<Stroke> listener) {
        boundary.addStrokeListener(listener);
        drawable = true;
    }

    /** Hears of cells of the confusion matrix that are chosen. */
    void onCell(Consumer<Mistakes.Cell> listener) {
        assessment.addCellChosenListener(listener);
    }

    /** From now on people look only. */
    void setReadOnly() {
        drawable = false;
        boundary.setDrawable(false);
    }

    /**
     * @param dataset nothing while its description is unfinished
     */
    void showData(DatasetSpec spec, Optional<Dataset> dataset) {
        boolean isPlane = dataset.flatMap(Dataset::plane).isPresent() || spec instanceof Points;
        onPlane = dataset.isEmpty() || isPlane;
        boundary.setPlane(isPlane);
        boundary.setDrawable(drawable && spec.task() instanceof Task.Classification);
        boundary.setPoints(
                dataset.flatMap(examples -> PlanePoints.of(examples, MOST_POINTS))
                        .or(() -> unfinished(spec))
                        .orElse(null));
        accuracy.setVisible(
                dataset.map(Dataset::task)
                        .filter(Task.Classification.class::isInstance)
                        .isPresent());
        arrange();
    }

    /** The first points of a drawing, which are too few to learn from. */
    private static Optional<PlanePoints> unfinished(DatasetSpec spec) {
        return spec instanceof Points drawing
                ? Optional.of(
                        new PlanePoints(
                                false,
                                Extent.SQUARE,
                                drawing.points().stream()
                                        .map(point ->
                                                new PlanePoints.Dot(
                                                        (float) point.x1(),
                                                        (float) point.x2(),
                                                        point.label(),
                                                        false))
                                        .toList()))
                : Optional.empty();
    }

    /** Whether the data that are shown lie on a plane. */
    boolean isPlane() {
        return boundary.isPlane();
    }

    /** Says in saved pictures whose they are. */
    void showTitle(String title) {
        boundary.setSubject(title);
        loss.setSubject(title);
        accuracy.setSubject(title);
    }

    /**
     * @param learnt the run's data, which may be others than those on the page
     */
    void nameClasses(DatasetSpec learnt) {
        assessment.setNames(ClassNames.of(learnt));
    }

    void showRun(Optional<String> id) {
        runId = id.orElse(null);
        figures.setRunId(runId);
        loss.setRunId(runId);
        accuracy.setRunId(runId);
        arrange();
    }
}
