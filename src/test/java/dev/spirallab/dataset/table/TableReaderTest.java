package dev.spirallab.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.dataset.Contents;
import dev.spirallab.dataset.UnreadableException;
import dev.spirallab.i18n.Messages;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.data.Column;
import dev.spirallab.spec.data.Table;
import dev.spirallab.spec.json.Records;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** A file that the document describes is read; any other is refused with the place. */
class TableReaderTest {
    private static final Csv SOUND =
            Csv.of("size,colour,note,good", "1.5,red,x,yes", "NA,blue,x,no", "3,,x,", "4,red,x,no");

    @Test
    void cellsBecomeNumbersAndIndicesOfCategories() {
        TableData data = SOUND.read(table());

        assertThat(data.rows()).isEqualTo(4);
        assertThat(data.columns()).hasSize(2);
        assertThat(data.columns()[0].values()).containsExactly(1.5, Double.NaN, 3, 4);
        assertThat(data.columns()[1].values()).containsExactly(1, 0, Double.NaN, 1);
        assertThat(data.answers().values()).containsExactly(1, 0, Double.NaN, 0);
    }

    @Test
    void aFileThatIsNotThereIsAskedFor() {
        Assertions.assertThatThrownBy(() -> TableReader.read(table(), Contents.NONE))
                .isInstanceOfSatisfying(
                        UnreadableException.class,
                        e ->
                                assertThat(e.problem())
                                        .isEqualTo(
                                                problem(
                                                        "noFile",
                                                        "file",
                                                        "table.csv",
                                                        "hash",
                                                        table().content()
                                                                .sha256()
                                                                .substring(0, 12))));
    }

    @Test
    void aCellThatIsNoNumberIsNamedByLineAndColumn() {
        assertThat(
                        Csv.of("size,colour,note,good", "1,red,x,yes", "large,red,x,no")
                                .problem(table()))
                .isEqualTo(problem("notNumber", "line", "3", "column", "size", "cell", "large"));
    }

    @Test
    void aNumberThatIsTooLargeIsNamedByLineAndColumn() {
        assertThat(Csv.of("size,colour,note,good", "1e300,red,x,yes").problem(table()))
                .isEqualTo(
                        problem("tooLargeNumber", "line", "2", "column", "size", "cell", "1e300"));
    }

    @Test
    void aCellThatIsNoCategoryIsNamedByLineAndColumn() {
        assertThat(Csv.of("size,colour,note,good", "1,green,x,yes").problem(table()))
                .isEqualTo(
                        problem(
                                "unknownCategory",
                                "line",
                                "2",
                                "column",
                                "colour",
                                "cell",
                                "green"));
    }

    @Test
    void aFileWithOtherColumnsIsRefused() {
        assertThat(Csv.of("size,colour,good", "1,red,yes").problem(table()))
                .isEqualTo(problem("columns", "have", "3", "want", "4"));
        assertThat(Csv.of("size,color,note,good", "1,red,x,yes").problem(table()))
                .isEqualTo(problem("header", "column", "2", "have", "color", "want", "colour"));
    }

    @Test
    void aFileWithMoreOrFewerRowsIsRefused() {
        assertThat(SOUND.problem(Records.with(table(), "rows", 3)))
                .isEqualTo(problem("rows", "have", "4", "want", "3"));
        assertThat(SOUND.problem(Records.with(table(), "rows", 5)))
                .isEqualTo(problem("rows", "have", "4", "want", "5"));
    }

    @Test
    void theFileOfATableWithoutAHeadIsReadFromItsFirstRow() {
        Csv headless = Csv.of("1,x", "2,y");

        assertThat(headless.read(headless.table()).columns()[0].values()).containsExactly(1, 2);
    }

    @Test
    void everyProblemIsToldInBothLanguages() {
        List<Problem> problems =
                List.of(
                        problem("notText"),
                        problem("empty"),
                        problem("encoding", "line", "3"),
                        problem("tooLongCell", "line", "3", "column", "2", "limit", "10000"),
                        problem("unknownCategory", "line", "2", "column", "c", "cell", "green"));
        Messages messages = new Messages();
        for (Problem problem : problems) {
            Messages.LOCALES.forEach(locale ->
                    assertThat(messages.text(locale, problem))
                            .doesNotContain("{", "[problem")
                            .contains(problem.arguments().getOrDefault("line", "")));
        }
    }

    /** As {@link #SOUND} is most likely meant. */
    private static Table table() {
        Table table = SOUND.table();
        assertThat(table.columns())
                .containsExactly(
                        new Column.Numeric("size"),
                        new Column.Category("colour", List.of("blue", "red")),
                        new Column.Category("note", List.of("x")),
                        new Column.Category("good", List.of("no", "yes")));
        return Records.with(
                table,
                "columns",
                List.of(
                        table.columns().get(0),
                        table.columns().get(1),
                        new Column.Ignored("note"),
                        table.columns().get(3)));
    }

    static Problem problem(String code, String... arguments) {
        Map<String, String> named = new HashMap<>();
        for (int at = 0; at < arguments.length; at += 2) {
            named.put(arguments[at], arguments[at + 1]);
        }
        return Problem.of("table." + code, "dataset.content", named);
    }
}
