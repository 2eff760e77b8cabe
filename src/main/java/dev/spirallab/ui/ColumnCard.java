package dev.spirallab.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import dev.spirallab.dataset.table.ColumnSketch;
import dev.spirallab.i18n.Texts;
import dev.spirallab.ui.TableDraft.Use;
import dev.spirallab.ui.kit.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A column of a table: what is in it, and what the model makes of it. */
final class ColumnCard extends Div {
    private static final int SHOWN = 5;
    private static final int LONGEST = 24;

    private final Texts texts;

    ColumnCard(Texts texts, TableDraft draft, ColumnSketch column, Consumer<Use> chosen) {
        this.texts = texts;
        boolean answers = column.name().equals(draft.label());
        Use use = draft.use(column.name());
        addClassName("lab-column");
        getElement().setAttribute("data-use", use.name().toLowerCase(Locale.ROOT));
        Span name = new Span(column.name());
        name.addClassName("lab-column-name");
        Div words = new Div(name, new Span(facts(column, use)));
        words.addClassName("lab-column-words");
        if (answers) {
            Span mark = new Span(texts.of("own.answer"));
            mark.addClassName("lab-column-answer");
            name.add(mark);
        }
        add(words, new Spread(counts(column, use)), select(draft, column, use, chosen));
    }

    private Select<Use> select(
            TableDraft draft, ColumnSketch column, Use use, Consumer<Use> chosen) {
        Select<Use> select = new Select<>();
        select.setItems(draft.possible(column));
        select.setItemLabelGenerator(this::name);
        select.setAriaLabel(texts.of("own.use", "column", column.name()));
        select.setValue(use);
        select.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                chosen.accept(event.getValue());
            }
        });
        return select;
    }

    private String name(Use use) {
        return texts.of("own.use." + use.name().toLowerCase(Locale.ROOT));
    }

    private static List<Integer> counts(ColumnSketch column, Use use) {
        return use == Use.CATEGORY || column.numbers().isEmpty()
                ? column.counts()
                : column.numbers().orElseThrow().histogram();
    }

    private String facts(ColumnSketch column, Use use) {
        List<String> facts = new ArrayList<>();
        if (use == Use.CATEGORY || column.numbers().isEmpty()) {
            facts.add(distinct(column));
        } else {
            column.numbers().map(this::spread).ifPresent(facts::add);
        }
        if (column.missing() > 0) {
            facts.add(texts.of("own.missing", "count", column.missing()));
        }
        column.firstOdd().filter(_ -> isHalfNumeric(column)).map(this::odd).ifPresent(facts::add);
        return String.join(" · ", facts);
    }

    private String spread(ColumnSketch.Numbers numbers) {
        return texts.of(
                "own.numbers",
                Map.of(
                        "min", rounded(numbers.min()),
                        "max", rounded(numbers.max()),
                        "mean", rounded(numbers.mean()),
                        "deviation", rounded(numbers.deviation())));
    }

    private static String rounded(double number) {
        return Numbers.text(BigDecimal.valueOf(number).round(new MathContext(4)).doubleValue());
    }

    private String distinct(ColumnSketch column) {
        boolean many = column.distinct() >= ColumnSketch.MOST_DISTINCT;
        String count =
                texts.of(many ? "own.distinct.many" : "own.distinct", "count", column.distinct());
        String examples =
                IntStream.range(0, Math.min(SHOWN, column.categories().size()))
                        .mapToObj(at ->
                                cut(column.categories().get(at)) + " " + column.counts().get(at))
                        .collect(Collectors.joining(", "));
        boolean more = column.categories().size() > SHOWN;
        return examples.isEmpty() ? count : count + ": " + examples + (more ? ", …" : "");
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    /** Few words among many numbers are probably mistakes. */
    private static boolean isHalfNumeric(ColumnSketch column) {
        long words = column.firstOdd().map(ColumnSketch.Odd::count).orElse(0);
        return column.distinct() > 2 * words;
    }

    private String odd(ColumnSketch.Odd odd) {
        return texts.of(
                "own.odd",
                Map.of(
                        "count", String.valueOf(odd.count()),
                        "line", String.valueOf(odd.line()),
                        "cell", cut(odd.cell())));
    }
}
