package dev.spirallab.ui;

import dev.spirallab.dataset.table.ColumnSketch;
import dev.spirallab.dataset.table.FormatHints;
import dev.spirallab.dataset.table.TableSketch;
import dev.spirallab.dataset.table.TableSketch.Sketching;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.data.Column;
import dev.spirallab.spec.data.Content;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.data.Table;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A table in the making: what is in its file, and what somebody makes of it. */
final class TableDraft implements DataDraft {
    /** What does not hang on the columns. */
    static final List<String> SETTINGS =
            List.of("missing", "scaling", "holdout", "testFraction", "seed");

    private final byte[] bytes;
    private final Content content;
    private final ObjectNode settings = JsonNodeFactory.instance.objectNode();
    private final Map<String, Use> uses = new HashMap<>();
    private FormatHints hints;
    private Sketching sketching;
    private String label = "";

    /** What the model makes of a column. */
    enum Use {
        NUMBER,
        CATEGORY,
        IGNORED;

        static Use of(Column column) {
            return switch (column) {
                case Column.Numeric _ -> NUMBER;
                case Column.Category _ -> CATEGORY;
                case Column.Ignored _ -> IGNORED;
            };
        }

        Column of(ColumnSketch column) {
            return switch (this) {
                case NUMBER -> column.asNumeric();
                case CATEGORY -> column.asCategory();
                case IGNORED -> column.asIgnored();
            };
        }
    }

    private TableDraft(Content content, byte[] bytes, FormatHints hints) {
        this.content = content;
        this.bytes = bytes;
        this.hints = hints;
        this.sketching = TableSketch.of(bytes, hints);
        guess();
    }

    /** Of a file of which nothing is known. */
    static TableDraft of(Content content, byte... bytes) {
        return new TableDraft(content, bytes, FormatHints.NONE);
    }

    /** As a document has it. */
    static TableDraft of(Table table, byte... bytes) {
        TableDraft draft = new TableDraft(table.content(), bytes, FormatHints.of(table.format()));
        table.columns().forEach(column -> draft.uses.replace(column.name(), Use.of(column)));
        if (draft.uses.containsKey(table.label())) {
            draft.label = table.label();
        }
        JsonNode document = ExperimentJson.tree(table);
        SETTINGS.forEach(name -> draft.settings.set(name, document.get(name)));
        return draft;
    }

    Content content() {
        return content;
    }

    /** What can be read of it as it is written. */
    Optional<TableSketch> sketch() {
        return sketching instanceof Sketching.Done(TableSketch sketch)
                ? Optional.of(sketch)
                : Optional.empty();
    }

    /** Why it cannot be read so. */
    @Override
    public Optional<Problem> problem() {
        return sketching instanceof Sketching.Unreadable(Problem problem)
                ? Optional.of(problem)
                : Optional.empty();
    }

    FormatHints hints() {
        return hints;
    }

    /** Reads it anew; what was chosen of columns that have their names still is kept. */
    void read(FormatHints said) {
        hints = said;
        sketching = TableSketch.of(bytes, said);
        Map<String, Use> chosen = Map.copyOf(uses);
        String answers = label;
        guess();
        chosen.forEach((name, use) -> {
            if (column(name).filter(column -> possible(column).contains(use)).isPresent()) {
                uses.put(name, use);
            }
        });
        if (uses.containsKey(answers)) {
            label = answers;
        }
    }

    private void guess() {
        uses.clear();
        sketch().ifPresent(found -> {
            found.guesses().forEach(column -> uses.put(column.name(), Use.of(column)));
            label = found.label().map(ColumnSketch::name).orElse("");
        });
    }

    Optional<ColumnSketch> column(String name) {
        return sketch().stream()
                .flatMap(found -> found.columns().stream())
                .filter(column -> column.name().equals(name))
                .findFirst();
    }

    /** What can be made of a column; the answers cannot be left out. */
    List<Use> possible(ColumnSketch column) {
        List<Use> possible = new ArrayList<>();
        if (column.canBeNumeric()) {
            possible.add(Use.NUMBER);
        }
        if (column.canBeCategory()) {
            possible.add(Use.CATEGORY);
        }
        if (!column.name().equals(label)) {
            possible.add(Use.IGNORED);
        }
        return possible;
    }

    Use use(String column) {
        return uses.getOrDefault(column, Use.IGNORED);
    }

    void use(String column, Use use) {
        uses.replace(column, use);
    }

    /** Columns that may hold the answers. */
    List<String> labels() {
        return sketch().stream()
                .flatMap(found -> found.columns().stream())
                .filter(column -> column.canBeNumeric() || column.canBeCategory())
                .map(ColumnSketch::name)
                .toList();
    }

    String label() {
        return label;
    }

    /** The column with the answers is what answers most likely are, the former what it was. */
    void label(String chosen) {
        column(label).ifPresent(column -> use(column.name(), Use.of(column.asFeature())));
        label = chosen;
        column(label).ifPresent(column -> use(column.name(), Use.of(column.asLabel())));
    }

    /**
     * Gives one of the {@link #SETTINGS} another value.
     *
     * @return what is wrong with the value; then nothing has changed
     */
    List<Problem> set(String setting, JsonNode value) {
        ObjectNode document = document();
        document.set(setting, value);
        return switch (ExperimentJson.readPart(DatasetSpec.class, document)) {
            case Part.Read<DatasetSpec> _ -> {
                settings.set(setting, value);
                yield List.of();
            }
            case Part.Unreadable<DatasetSpec>(List<Problem> problems) -> problems;
        };
    }

    /** The data set as JSON; empty while the file cannot be read. */
    ObjectNode document() {
        ObjectNode document =
                sketch().map(found -> (ObjectNode) ExperimentJson.tree(table(found)))
                        .orElseGet(JsonNodeFactory.instance::objectNode);
        document.setAll(settings);
        return document;
    }

    private Table table(TableSketch found) {
        return found.table(
                content,
                found.columns().stream().map(column -> use(column.name()).of(column)).toList(),
                label);
    }

    @Override
    public Optional<Table> dataset() {
        return table();
    }

    Optional<Table> table() {
        return ExperimentJson.readPart(DatasetSpec.class, document())
                                instanceof Part.Read<DatasetSpec>(DatasetSpec read)
                        && read instanceof Table table
                ? Optional.of(table)
                : Optional.empty();
    }
}
