package dev.spirallab.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import dev.spirallab.frame.MetricPoint;
import dev.spirallab.i18n.Texts;
import dev.spirallab.run.Run;
import dev.spirallab.run.RunId;
import dev.spirallab.run.RunSummary;
import dev.spirallab.spec.training.Figure;
import dev.spirallab.ui.compare.Differences;
import dev.spirallab.ui.compare.Overlay;
import dev.spirallab.ui.compare.Overlay.Curve;
import dev.spirallab.ui.compare.Overlay.Line;
import dev.spirallab.ui.components.EChart;
import dev.spirallab.ui.drawer.Pane;
import dev.spirallab.ui.kit.Icon;
import dev.spirallab.ui.kit.Pause;
import dev.spirallab.ui.kit.SearchField;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One's runs in a table, and the curves of those that are chosen on one chart. */
final class RunsPane extends Pane {
    /** More lines than these nobody tells apart. */
    private static final int MOST = 8;

    private static final Duration BEAT = Duration.ofSeconds(1);

    private final Visit visit;
    private final Texts texts;
    private final Services services;
    private final Grid<RunSummary> table = new Grid<>();
    private final EChart chart = new EChart();
    private final Select<Curve> curve = new Select<>();
    private final Checkbox logarithmic;
    private final SearchField search;
    private final Paragraph words = new Paragraph();
    private final Set<RunId> chosen = new LinkedHashSet<>();
    private final Pause beat;
    private Optional<Run> current = Optional.empty();
    private Optional<RunId> replaced = Optional.empty();
    private boolean shown;
    private @Nullable Drawn drawn;

    /** What the chart shows; the browser is sent it anew only when it is another. */
    private record Drawn(List<Line> lines, Curve curve, boolean logarithmic) {}

    RunsPane(Visit visit, Services services) {
        super("runs");
        this.visit = visit;
        this.texts = visit.texts();
        this.services = services;
        beat = new Pause(visit.ui(), BEAT);
        search = new SearchField(texts.of("compare.search"), this::list);
        logarithmic = new Checkbox(texts.of("compare.log"), _ -> draw());
        curve.setLabel(texts.of("compare.figure"));
        curve.setItems(Curve.ALL);
        curve.setItemLabelGenerator(each -> texts.of(each.key()));
        curve.setValue(Curve.ALL.getFirst());
        curve.addValueChangeListener(_ -> draw());
        chart.setName(texts.of("compare.chart"));
        words.getElement().setAttribute("role", "status");
        Div row = new Div(curve, logarithmic, words);
        row.addClassName("lab-code-row");
        furnish();
        Div curves = new Div(row, chart);
        curves.addClassName("lab-runs-curves");
        Div runs = new Div(search, table);
        runs.addClassName("lab-runs-table");
        add(curves, runs);
    }

    private void furnish() {
        table.addClassName("lab-runs-grid");
        table.setAllRowsVisible(true);
        table.setSelectionMode(Grid.SelectionMode.NONE);
        table.getElement().setAttribute("aria-label", texts.of("drawer.runs"));
        table.addComponentColumn(this::choice)
                .setHeader(texts.of("compare.shown"))
                .setAutoWidth(true);
        table.addColumn(RunSummary::title)
                .setHeader(texts.of("compare.title"))
                .setSortable(true)
                .setFlexGrow(3);
        table.addComponentColumn(run -> new Span(StateText.of(texts, run.status())))
                .setHeader(texts.of("compare.state"))
                .setFlexGrow(2);
        table.addColumn(run -> run.status().at().step())
                .setHeader(texts.of("compare.step"))
                .setSortable(true)
                .setAutoWidth(true);
        figure(Figure.trainLoss);
        figure(Figure.testLoss);
        figure(Figure.testAccuracy);
        table.addComponentColumn(this::deleting)
                .setHeader(texts.of("compare.remove"))
                .setAutoWidth(true)
                .setFlexGrow(0);
    }

    private void figure(Figure figure) {
        ToDoubleFunction<RunSummary> value =
                run -> run.status().latest().map(Curve.of(figure)::of).orElse(Double.NaN);
        table.addColumn(run -> Overlay.number(value.applyAsDouble(run)))
                .setHeader(texts.of("figure." + figure.name()))
                .setComparator(Comparator.comparingDouble(value))
                .setSortable(true)
                .setAutoWidth(true);
    }

    private Checkbox choice(RunSummary run) {
        Checkbox choice = new Checkbox(chosen.contains(run.id()));
        choice.setAriaLabel(texts.of("compare.show", "title", run.title()));
        choice.addValueChangeListener(event -> choose(run.id(), event.getValue()));
        return choice;
    }

    private Button deleting(RunSummary run) {
        Button delete = new Button(Icon.CLOSE.create(), _ -> delete(run));
        delete.addThemeVariants(ButtonVariant.TERTIARY);
        delete.setAriaLabel(texts.of("compare.delete", "title", run.title()));
        delete.setTooltipText(texts.of("compare.delete", "title", run.title()));
        return delete;
    }

    private void delete(RunSummary run) {
        services.runs().delete(visit.owner(), run.id());
        chosen.remove(run.id());
        refresh();
    }

    private void choose(RunId run, boolean wanted) {
        if (!wanted) {
            chosen.remove(run);
        } else if (chosen.size() < MOST) {
            chosen.add(run);
        }
        draw();
    }

    @Override
    protected void show(Optional<Run> run) {
        shown = true;
        if (!current.equals(run)) {
            replaced = current.map(Run::id);
        }
        current = run;
        refresh();
        pulse();
    }

    @Override
    protected void hide() {
        shown = false;
        beat.cancel();
    }

    /** While it is open the curves of runs at work grow. */
    private void pulse() {
        beat.then(() -> {
            if (shown && isAttached()) {
                draw();
                pulse();
            }
        });
    }

    private void refresh() {
        list();
        draw();
    }

    private void list() {
        String sought = search.getValue().toLowerCase(Locale.ROOT).strip();
        table.setItems(
                services.runs().list(visit.owner()).stream()
                        .filter(run -> run.title().toLowerCase(Locale.ROOT).contains(sought))
                        .toList());
    }

    private void draw() {
        compareWithLast();
        List<Run> runs = runs();
        List<Line> lines = lines(runs);
        Drawn now = new Drawn(lines, curve.getValue(), logarithmic.getValue());
        if (now.equals(drawn)) {
            return;
        }
        drawn = now;
        chart.setOptions(Overlay.options(lines, now.curve(), now.logarithmic()));
        chart.setSummary(Overlay.words(texts, lines, now.curve()));
        words.setText(lines.isEmpty() ? texts.of("compare.none") : "");
    }

    /** The run that was on the page is kept soon after another took its place, if it had begun. */
    private void compareWithLast() {
        replaced.filter(id -> chosen.size() < MOST)
                .flatMap(id -> services.runs().find(visit.owner(), id))
                .filter(run -> run.status().at().step() > 0)
                .ifPresent(run -> {
                    chosen.add(run.id());
                    replaced = Optional.empty();
                    list();
                });
    }

    /** Those that are chosen, and the one on the page. */
    private List<Run> runs() {
        Stream<Run> others =
                chosen.stream()
                        .filter(id -> current.filter(run -> run.id().equals(id)).isEmpty())
                        .flatMap(id -> services.runs().find(visit.owner(), id).stream());
        return Stream.concat(current.stream(), others).toList();
    }

    private List<Line> lines(List<Run> runs) {
        Differences differences =
                Differences.among(texts, runs.stream().map(Run::experiment).toList());
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            List<MetricPoint> points = runs.get(i).history(0).points();
            lines.add(new Line(name(runs.get(i), i, differences.of(i)), points));
        }
        return lines;
    }

    /** Lines have names of their own, or one would hide the other in the legend. */
    private String name(Run run, int index, String differences) {
        String title = run.experiment().title();
        return differences.isEmpty()
                ? texts.of(
                        "compare.run", Map.of("number", String.valueOf(index + 1), "title", title))
                : (index + 1) + ": " + differences;
    }
}
