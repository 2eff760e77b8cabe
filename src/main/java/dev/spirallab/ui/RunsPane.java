package dev.spirallab.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import dev.spirallab.i18n.Texts;
import dev.spirallab.run.Mark;
import dev.spirallab.run.Run;
import dev.spirallab.run.RunCurve;
import dev.spirallab.run.RunId;
import dev.spirallab.run.RunSummary;
import dev.spirallab.spec.Experiment;
import dev.spirallab.ui.compare.Differences;
import dev.spirallab.ui.compare.Overlay;
import dev.spirallab.ui.compare.Overlay.Curve;
import dev.spirallab.ui.compare.Overlay.Line;
import dev.spirallab.ui.components.EChart;
import dev.spirallab.ui.drawer.Pane;
import dev.spirallab.ui.help.HelpMark;
import dev.spirallab.ui.kit.Farewells;
import dev.spirallab.ui.kit.Pause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One's runs in a table, and the curves of those that are chosen on one chart. */
final class RunsPane extends Pane {
    private static final Duration BEAT = Duration.ofSeconds(1);

    private final Visit visit;
    private final Texts texts;
    private final Services services;
    private final RunsTable table;
    private final EChart chart = new EChart();
    private final Select<Curve> curve = new Select<>();
    private final Checkbox logarithmic;
    private final Paragraph words = new Paragraph();
    private final Set<RunId> chosen = new LinkedHashSet<>();
    private final Map<RunId, RunCurve> finished = new HashMap<>();
    private final Farewells<RunId> leaving;
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
        leaving = new Farewells<>(texts, this::finish, this::refresh);
        table = new RunsTable(texts, new Deeds());
        logarithmic = new Checkbox(texts.of("compare.log"), _ -> draw());
        curve.setLabel(texts.of("compare.figure"));
        curve.setItems(Curve.ALL);
        curve.setItemLabelGenerator(each -> texts.of(each.key()));
        curve.setValue(Curve.ALL.getFirst());
        curve.addValueChangeListener(_ -> draw());
        chart.setName(texts.of("compare.chart"));
        words.getElement().setAttribute("role", "status");
        Div row =
                new Div(
                        HelpMark.beside(texts, curve, "compare.figure", "topic.compared"),
                        HelpMark.beside(texts, logarithmic, "compare.log", "topic.log"),
                        words);
        row.addClassName("lab-code-row");
        Div curves = new Div(row, chart);
        curves.addClassName("lab-runs-curves");
        add(curves, table);
    }

    /** What the table asks of the pane. */
    private final class Deeds implements RunsTable.Deeds {
        @Override
        public List<RunSummary> runs() {
            return services.runs().list(visit.owner()).stream()
                    .filter(run -> !leaving.holds(run.id()))
                    .toList();
        }

        @Override
        public boolean isShown(RunId run) {
            return chosen.contains(run);
        }

        @Override
        public void show(RunId run, boolean wanted) {
            if (wanted) {
                chosen.add(run);
            } else {
                chosen.remove(run);
            }
            draw();
        }

        @Override
        public void mark(RunId run, UnaryOperator<Mark> change) {
            Mark before = services.runs().mark(visit.owner(), run);
            services.runs().mark(visit.owner(), run, change.apply(before));
        }

        @Override
        public void duplicate(RunSummary run) {
            curve(run.id()).ifPresent(of -> change(run, of.experiment()));
        }

        private void change(RunSummary run, Experiment base) {
            Duplicates duplicates = new Duplicates(visit, services);
            new OneChange(
                            texts,
                            base,
                            changed ->
                                    duplicates.begin(
                                            run, changed, begun -> compare(run.id(), begun)))
                    .open();
        }

        @Override
        public void delete(RunSummary run) {
            leaving.begin(run.id(), texts.of("compare.deleted", "title", run.title()));
            refresh();
        }
    }

    private void finish(RunId run) {
        services.runs().delete(visit.owner(), run);
        chosen.remove(run);
        finished.remove(run);
    }

    /** A run that was set going stands in the table once it is kept. */
    private void compare(RunId original, RunId begun) {
        chosen.add(original);
        chosen.add(begun);
        refresh();
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

    /** While it is open the curves of runs at work grow, and their figures change. */
    private void pulse() {
        beat.then(() -> {
            if (shown && isAttached()) {
                table.follow();
                draw();
                pulse();
            }
        });
    }

    private void refresh() {
        table.refresh();
        draw();
    }

    private void draw() {
        compareWithLast();
        List<Line> lines = lines(curves());
        Drawn now = new Drawn(lines, curve.getValue(), logarithmic.getValue());
        if (now.equals(drawn)) {
            return;
        }
        drawn = now;
        chart.setOptions(Overlay.lines(lines, now.curve(), now.logarithmic()).options());
        chart.setSummary(Overlay.words(texts, lines, now.curve()));
        words.setText(lines.isEmpty() ? texts.of("compare.none") : "");
    }

    /** The run that was on the page is kept soon after another took its place, if it had begun. */
    private void compareWithLast() {
        replaced.flatMap(this::curve)
                .filter(run -> run.points().size() > 1)
                .ifPresent(run -> {
                    chosen.add(run.run());
                    replaced = Optional.empty();
                    table.refresh();
                });
    }

    /** Those that are chosen, and the one on the page. */
    private List<RunCurve> curves() {
        return Stream.concat(current.map(Run::id).stream(), chosen.stream())
                .distinct()
                .filter(id -> !leaving.holds(id))
                .flatMap(id -> curve(id).stream())
                .toList();
    }

    /** One that does not grow is asked for once. */
    private Optional<RunCurve> curve(RunId run) {
        return Optional.ofNullable(finished.get(run))
                .filter(_ -> current.filter(now -> now.id().equals(run)).isEmpty())
                .or(() -> {
                    Optional<RunCurve> asked = services.runs().curve(visit.owner(), run);
                    asked.filter(one -> !one.grows()).ifPresent(one -> finished.put(run, one));
                    return asked;
                });
    }

    private List<Line> lines(List<RunCurve> runs) {
        Differences differences =
                Differences.among(texts, runs.stream().map(RunCurve::experiment).toList());
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            lines.add(new Line(name(runs.get(i), i, differences.of(i)), runs.get(i).points()));
        }
        return lines;
    }

    /** Lines have names of their own, or one would hide the other in the legend. */
    private String name(RunCurve run, int index, String differences) {
        String title = run.experiment().title();
        String own =
                differences.isEmpty()
                        ? texts.of(
                                "compare.run",
                                Map.of("number", String.valueOf(index + 1), "title", title))
                        : (index + 1) + ": " + differences;
        return StateText.byHand(texts, run.byHand())
                .map(what -> texts.of("compare.byHand", Map.of("run", own, "what", what)))
                .orElse(own);
    }
}
