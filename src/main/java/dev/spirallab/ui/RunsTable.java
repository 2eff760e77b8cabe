package dev.spirallab.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldVariant;
import dev.spirallab.i18n.Texts;
import dev.spirallab.run.Mark;
import dev.spirallab.run.RunId;
import dev.spirallab.run.RunSummary;
import dev.spirallab.spec.training.Figure;
import dev.spirallab.ui.compare.Overlay;
import dev.spirallab.ui.compare.Overlay.Curve;
import dev.spirallab.ui.kit.Icon;
import dev.spirallab.ui.kit.SearchField;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/** One's runs in a table: to sort, find, star, annotate, duplicate, delete, and show on a chart. */
final class RunsTable extends Div {
    private final Texts texts;
    private final Deeds deeds;
    private final Grid<RunSummary> table = new Grid<>();
    private final SearchField search;
    private final Checkbox starred;
    private final Map<RunId, String> noted = new HashMap<>();
    private final Map<RunId, Map<String, Consumer<RunSummary>>> cells = new HashMap<>();
    private List<RunSummary> listed = List.of();

    /** What the table asks and does. */
    interface Deeds {
        List<RunSummary> runs();

        boolean isShown(RunId run);

        void show(RunId run, boolean wanted);

        void mark(RunId run, UnaryOperator<Mark> change);

        void duplicate(RunSummary run);

        void delete(RunSummary run);
    }

    RunsTable(Texts texts, Deeds deeds) {
        this.texts = texts;
        this.deeds = deeds;
        addClassName("lab-runs-table");
        search = new SearchField(texts.of("compare.search"), this::refresh);
        starred = new Checkbox(texts.of("compare.starred"), _ -> refresh());
        furnish();
        Div row = new Div(search, starred);
        row.addClassName("lab-runs-find");
        add(row, table);
    }

    private void furnish() {
        table.addClassName("lab-runs-grid");
        table.setAllRowsVisible(true);
        table.setSelectionMode(Grid.SelectionMode.NONE);
        table.getElement().setAttribute("aria-label", texts.of("drawer.runs"));
        table.addComponentColumn(this::choice)
                .setHeader(texts.of("compare.shown"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        table.addComponentColumn(this::star)
                .setHeader(texts.of("compare.star"))
                .setComparator(Comparator.comparing((RunSummary run) -> !run.mark().starred()))
                .setSortable(true)
                .setAutoWidth(true)
                .setFlexGrow(0);
        table.addComponentColumn(RunsTable::title)
                .setHeader(texts.of("compare.title"))
                .setComparator(Comparator.comparing(RunSummary::title))
                .setSortable(true)
                .setWidth("12rem")
                .setFlexGrow(3);
        table.addComponentColumn(this::state)
                .setHeader(texts.of("compare.state"))
                .setWidth("7rem")
                .setFlexGrow(2);
        table.addComponentColumn(
                        run -> live(run, "step", each -> String.valueOf(each.status().at().step())))
                .setHeader(texts.of("compare.step"))
                .setComparator(Comparator.comparingLong(run -> run.status().at().step()))
                .setSortable(true)
                .setAutoWidth(true)
                .setFlexGrow(0);
        figure(Figure.trainLoss);
        figure(Figure.testLoss);
        figure(Figure.testAccuracy);
        table.addComponentColumn(this::note)
                .setHeader(texts.of("compare.note"))
                .setWidth("9rem")
                .setFlexGrow(2);
        table.addComponentColumn(this::tools)
                .setHeader(texts.of("compare.tools"))
                .setAutoWidth(true)
                .setFlexGrow(0);
    }

    private void figure(Figure figure) {
        ToDoubleFunction<RunSummary> value =
                run -> run.status().latest().map(Curve.of(figure)::of).orElse(Double.NaN);
        table.addComponentColumn(run ->
                        live(run, figure.name(), each -> Overlay.number(value.applyAsDouble(each))))
                .setHeader(texts.of("figure." + figure.name()))
                .setComparator(Comparator.comparingDouble(value))
                .setSortable(true)
                .setAutoWidth(true)
                .setFlexGrow(0);
    }

    /** A cell that follows its run without the row being made anew. */
    private Span live(RunSummary run, String column, Function<RunSummary, String> words) {
        Span cell = new Span();
        follow(run, column, each -> cell.setText(words.apply(each)));
        return cell;
    }

    private void follow(RunSummary run, String column, Consumer<RunSummary> cell) {
        cell.accept(run);
        cells.computeIfAbsent(run.id(), _ -> new HashMap<>()).put(column, cell);
    }

    /** With a title, since the grid's own tooltips fail where a row goes away beneath them. */
    private static Span title(RunSummary run) {
        Span title = new Span(run.title());
        title.setTitle(run.title());
        return title;
    }

    /** With what was changed by hand, so that runs are compared as what they are. */
    private Div state(RunSummary run) {
        Div state = new Div();
        follow(run, "state", each -> show(each, state));
        return state;
    }

    private void show(RunSummary run, Div state) {
        state.removeAll();
        state.add(new Span(StateText.of(texts, run.status())));
        StateText.byHand(texts, run.status().byHand())
                .ifPresent(words -> {
                    Span changed = new Span(words);
                    changed.addClassName("lab-runs-by-hand");
                    changed.setTitle(words);
                    state.add(changed);
                });
    }

    private Checkbox choice(RunSummary run) {
        Checkbox choice = new Checkbox(deeds.isShown(run.id()));
        choice.setAriaLabel(texts.of("compare.show", "title", run.title()));
        choice.addValueChangeListener(event -> deeds.show(run.id(), event.getValue()));
        return choice;
    }

    private Button star(RunSummary run) {
        Button star = button(Icon.STAR, "compare.starRun", run, () -> star(run.id()));
        star.addClassName("lab-star");
        star.getElement().setAttribute("aria-pressed", String.valueOf(run.mark().starred()));
        return star;
    }

    private void star(RunId run) {
        deeds.mark(run, mark -> mark.withStarred(!mark.starred()));
        refresh();
    }

    private TextField note(RunSummary run) {
        TextField note = new TextField();
        note.addThemeVariants(TextFieldVariant.SMALL);
        note.setMaxLength(Mark.LONGEST);
        note.setWidthFull();
        note.setValue(noted.getOrDefault(run.id(), run.mark().note()));
        note.setAriaLabel(texts.of("compare.noteOf", "title", run.title()));
        note.addValueChangeListener(event -> note(run.id(), event.getValue()));
        return note;
    }

    /** The table stays as it is, for whoever is on the way to the next field. */
    private void note(RunId run, String words) {
        noted.put(run, words);
        deeds.mark(run, mark -> mark.withNote(words));
    }

    private Div tools(RunSummary run) {
        return new Div(
                button(Icon.FORK, "compare.duplicate", run, () -> deeds.duplicate(run)),
                button(Icon.CLOSE, "compare.delete", run, () -> deeds.delete(run)));
    }

    private Button button(Icon icon, String key, RunSummary run, Runnable action) {
        Button button = new Button(icon.create(), _ -> action.run());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.setAriaLabel(texts.of(key, "title", run.title()));
        button.setTooltipText(texts.of(key, "title", run.title()));
        return button;
    }

    /** Asks anew what there is. */
    void refresh() {
        noted.clear();
        cells.clear();
        listed = deeds.runs();
        String sought = search.getValue().toLowerCase(Locale.ROOT).strip();
        table.setItems(
                listed.stream()
                        .filter(run -> !starred.getValue() || run.mark().starred())
                        .filter(run -> words(run).contains(sought))
                        .toList());
    }

    /** Shows how the runs are doing; whoever writes a note is not disturbed. */
    void follow() {
        List<RunSummary> runs = deeds.runs();
        if (!ids(runs).equals(ids(listed))) {
            refresh();
        } else if (!runs.equals(listed)) {
            runs.stream().filter(run -> !listed.contains(run)).forEach(this::show);
            listed = runs;
        }
    }

    private void show(RunSummary run) {
        cells.getOrDefault(run.id(), Map.of()).values().forEach(cell -> cell.accept(run));
    }

    private static List<RunId> ids(List<RunSummary> runs) {
        return runs.stream().map(RunSummary::id).toList();
    }

    private static String words(RunSummary run) {
        return (run.title() + "\n" + run.mark().note()).toLowerCase(Locale.ROOT);
    }
}
