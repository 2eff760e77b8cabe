package dev.spirallab.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import dev.spirallab.dataset.table.ColumnSketch;
import dev.spirallab.dataset.table.TableSketch;
import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.data.TableFormat;
import dev.spirallab.spec.data.TableFormat.Delimiter;
import dev.spirallab.spec.data.TableFormat.Encoding;
import dev.spirallab.spec.data.TableFormat.Quote;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How a file is written, its first rows, and what is to be made of its columns. */
final class TableForm extends Div {
    private static final int COLUMNS_SHOWN = 40;
    private static final int ROWS_SHOWN = 8;
    private static final String HEIGHT = "24rem";

    private final Texts texts;
    private final TableDraft draft;
    private final Runnable changed;
    private final Paragraph facts = new Paragraph();
    private final Select<Delimiter> delimiter;
    private final Select<Quote> quote;
    private final Select<Encoding> encoding;
    private final Checkbox header;
    private final Div found = new Div();
    private final Grid<List<String>> preview = new Grid<>();
    private final Select<String> answers = new Select<>();
    private final Grid<String> columns = new Grid<>();
    private final List<Forms.Field> settings;

    /**
     * @param changed hears of each change of the draft
     */
    TableForm(Texts texts, TableDraft draft, Runnable changed) {
        this.texts = texts;
        this.draft = draft;
        this.changed = changed;
        addClassName("lab-own-table");
        facts.getElement().setAttribute("role", "status");
        delimiter = choice("delimiter", Delimiter.values(), each -> read(each));
        quote = choice("quote", Quote.values(), each -> read(each));
        encoding = choice("encoding", Encoding.values(), each -> read(each));
        header = new Checkbox(texts.of("own.header"));
        header.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                draft.read(draft.hints().withHeader(event.getValue()));
                show();
            }
        });
        furnishGrids();
        Forms forms =
                new Forms(
                        texts,
                        (path, value) -> {
                            var problems = draft.set(path.substring("dataset.".length()), value);
                            showSettings();
                            changed.run();
                            return problems;
                        });
        settings =
                TableDraft.SETTINGS.stream()
                        .map(name -> forms.field(Setting.of("dataset.table", name), "dataset"))
                        .toList();
        found.addClassName("lab-own-found");
        found.add(heading("own.beginning"), preview, heading("own.columns"), answers, columns);
        found.add(heading("own.preparing"), fields(settings.stream().map(Forms.Field::component)));
        add(facts, fields(Stream.of(delimiter, quote, encoding, header)), found);
        show();
    }

    private H3 heading(String key) {
        return new H3(texts.of(key));
    }

    private static Div fields(Stream<? extends Component> fields) {
        Div body = new Div();
        body.addClassName("lab-fields");
        fields.forEach(body::add);
        return body;
    }

    private <E extends Enum<E>> Select<E> choice(String name, E[] values, Consumer<E> chosen) {
        Select<E> select = new Select<>();
        select.setLabel(texts.of("own." + name));
        select.setItems(values);
        select.setItemLabelGenerator(value -> texts.of(name + "." + value.name()));
        select.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                chosen.accept(event.getValue());
                show();
            }
        });
        return select;
    }

    private void read(Delimiter said) {
        draft.read(draft.hints().with(said));
    }

    private void read(Quote said) {
        draft.read(draft.hints().with(said));
    }

    private void read(Encoding said) {
        draft.read(draft.hints().with(said));
    }

    private void furnishGrids() {
        preview.addThemeVariants(GridVariant.COLUMN_BORDERS);
        preview.addClassName("lab-own-preview");
        preview.setSelectionMode(Grid.SelectionMode.NONE);
        preview.setAllRowsVisible(true);
        preview.getElement().setAttribute("aria-label", texts.of("own.beginning"));
        columns.addClassName("lab-own-columns");
        columns.setSelectionMode(Grid.SelectionMode.NONE);
        columns.getElement().setAttribute("aria-label", texts.of("own.columns"));
        columns.addComponentColumn(this::card);
        answers.setLabel(texts.of("own.answers"));
        answers.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                draft.label(event.getValue());
                showColumns();
                changed.run();
            }
        });
    }

    private Component card(String name) {
        return draft.column(name).<Component>map(this::card).orElseGet(Div::new);
    }

    private Component card(ColumnSketch column) {
        return new ColumnCard(
                texts,
                draft,
                column,
                use -> {
                    draft.use(column.name(), use);
                    columns.getDataProvider().refreshItem(column.name());
                    changed.run();
                });
    }

    /** Shows the draft as it is. */
    private void show() {
        draft.sketch().ifPresent(this::show);
        found.setVisible(draft.sketch().isPresent());
        facts.setVisible(draft.sketch().isPresent());
        draft.hints().delimiter().ifPresent(delimiter::setValue);
        draft.hints().quote().ifPresent(quote::setValue);
        draft.hints().encoding().ifPresent(encoding::setValue);
        draft.hints().header().ifPresent(header::setValue);
        changed.run();
    }

    private void show(TableSketch sketch) {
        facts.setText(
                texts.of(
                        "own.facts",
                        Map.of(
                                "file", draft.content().name(),
                                "rows", String.valueOf(sketch.rows()),
                                "columns", String.valueOf(sketch.columns().size()))));
        showFormat(sketch.format());
        showBeginning(sketch);
        showColumns();
        showSettings();
    }

    private void showFormat(TableFormat format) {
        delimiter.setValue(format.delimiter());
        quote.setValue(format.quote());
        encoding.setValue(format.encoding());
        header.setValue(format.header());
    }

    private void showBeginning(TableSketch sketch) {
        preview.removeAllColumns();
        int shown = Math.min(COLUMNS_SHOWN, sketch.columns().size());
        for (int at = 0; at < shown; at++) {
            int index = at;
            preview.addColumn(row -> row.get(index))
                    .setHeader(sketch.columns().get(at).name())
                    .setAutoWidth(true)
                    .setFlexGrow(1);
        }
        preview.setItems(sketch.beginning());
    }

    private void showColumns() {
        answers.setItems(draft.labels());
        answers.setValue(draft.label().isEmpty() ? null : draft.label());
        List<String> names =
                draft.sketch().stream()
                        .flatMap(sketch -> sketch.columns().stream())
                        .map(ColumnSketch::name)
                        .toList();
        boolean few = names.size() <= ROWS_SHOWN;
        columns.setAllRowsVisible(few);
        columns.setHeight(few ? null : HEIGHT);
        columns.setItems(names);
    }

    private void showSettings() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.set("dataset", draft.document());
        settings.forEach(field -> field.show(document));
    }
}
