package dev.spirallab.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spirallab.spec.Problem;
import dev.spirallab.spec.data.Column;
import dev.spirallab.spec.data.Table;
import dev.spirallab.spec.data.TableFormat;
import dev.spirallab.spec.data.TableFormat.Delimiter;
import dev.spirallab.spec.data.TableFormat.Encoding;
import dev.spirallab.spec.data.TableFormat.Quote;
import dev.spirallab.spec.data.Task;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableSketchTest {
    private static final String CHINESE = "颜色";

    // ---- what a file says

    @Test
    void columnsAreCountedAndMeasured() {
        TableSketch sketch =
                Csv.of("height,colour,old", "1,red,1", "3,blue,1", ",red,1", "8,red,1").sketch();

        assertThat(sketch.rows()).isEqualTo(4);
        ColumnSketch height = sketch.columns().getFirst();
        assertThat(height.name()).isEqualTo("height");
        assertThat(height.missing()).isEqualTo(1);
        assertThat(height.distinct()).isEqualTo(3);
        ColumnSketch.Numbers numbers = height.numbers().orElseThrow();
        assertThat(numbers.mean()).isCloseTo(4, within(1e-12));
        assertThat(numbers.deviation()).isCloseTo(Math.sqrt(26 / 3.0), within(1e-12));
        assertThat(numbers.min()).isEqualTo(1);
        assertThat(numbers.max()).isEqualTo(8);
        assertThat(numbers.whole()).isTrue();
        ColumnSketch colour = sketch.columns().get(1);
        assertThat(colour.numbers()).isEmpty();
        assertThat(colour.categories()).containsExactly("blue", "red");
        assertThat(colour.firstOdd()).contains(new ColumnSketch.Odd(2, "red", 4));
        assertThat(sketch.beginning().getFirst()).containsExactly("1", "red", "1");
        assertThat(sketch.beginningOf(1)).containsExactly("red", "blue", "red", "red");
    }

    @Test
    void categoriesThatAreNumbersAreInTheOrderOfTheirSize() {
        TableSketch sketch = Csv.of("a,class", "1,10", "2,9", "3,-1", "4,9").sketch();

        assertThat(sketch.columns().get(1).categories()).containsExactly("-1", "9", "10");
    }

    @Test
    void columnsOfWordsThatRepeatAreCategoriesAndThoseThatDoNotAreIgnored() {
        String[] lines = new String[200];
        lines[0] = "id,city,name,class";
        for (int row = 1; row < lines.length; row++) {
            lines[row] = row + "," + (row % 3 == 0 ? "Bonn" : "Ulm") + ",n" + row + ",y";
        }
        lines[1] = "1,Bonn,n1,z";

        assertThat(Csv.of(lines).sketch().guesses())
                .containsExactly(
                        new Column.Numeric("id"),
                        new Column.Category("city", List.of("Bonn", "Ulm")),
                        new Column.Ignored("name"),
                        new Column.Category("class", List.of("y", "z")));
    }

    @ParameterizedTest
    @CsvSource({
        "'a,price_range,b', price_range",
        "'species,a,b', species",
        "'a,b,目标', 目标",
        "'a,b,c', c",
        "'Class,b,c', Class"
    })
    void theAnswersAreInTheColumnThatIsCalledSoElseInTheLast(String head, String label) {
        assertThat(Csv.of(head, "1,2,3", "2,3,4").table().label()).isEqualTo(label);
    }

    @Test
    void aColumnThatIsAlwaysTheSameHasNoAnswers() {
        assertThat(Csv.of("a,b,c", "1,2,3", "2,3,3").table().label()).isEqualTo("b");
    }

    @Test
    void fewWholeNumbersAreClassesAndOthersAreForetold() {
        assertThat(Csv.of("a,b", "1,0", "2,1", "3,2").table().task())
                .isEqualTo(new Task.Classification(3));
        assertThat(Csv.of("a,b", "1,0.5", "2,1", "3,2").table().task())
                .isEqualTo(new Task.Regression(1));
        String[] many =
                IntStream.range(0, 30).mapToObj(row -> row + "," + row).toArray(String[]::new);
        many[0] = "a,b";
        assertThat(Csv.of(many).table().task()).isEqualTo(new Task.Regression(1));
    }

    @Test
    void namesThatAreMissingOrTwiceAreMadeUp() {
        Table table = Csv.of("a,,a,a (2)", "1,2,3,4", "2,3,4,5").table();

        assertThat(table.columns())
                .extracting(Column::name)
                .containsExactly("a", "column 2", "a (2)", "a (2) (2)");
    }

    @Test
    void blanksAroundCellsDoNotCount() {
        Table table = Csv.of(" a , b ", " 1 , x ", "2,y").table();

        assertThat(table.columns())
                .containsExactly(
                        new Column.Numeric("a"), new Column.Category("b", List.of("x", "y")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x10", "1f", "NaNa", "1,5", "Infinity", "1e", "--1", "１２", "1 000"})
    void whatIsNoDecimalNumberIsNone(String cell) {
        assertThat(Cells.number(cell)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1.50", "+.5", "1e-3", "6.02E23", "007"})
    void decimalNumbersAreRead(String cell) {
        assertThat(Cells.number(cell)).hasValue(Double.parseDouble(cell));
    }

    // ---- how it is written

    @ParameterizedTest
    @EnumSource(Delimiter.class)
    void whatStandsBetweenCellsIsFound(Delimiter delimiter) {
        String[] lines = {"a~b~c", "1~2~3", "2~3~4", "\"x,;|\t\"~2~5", "1,5~2~6"};
        for (int line = 0; line < lines.length; line++) {
            lines[line] = lines[line].replace('~', delimiter.character());
        }
        if (delimiter == Delimiter.comma) {
            lines[4] = "1~5,2,6";
        }

        assertThat(Csv.of(lines).sketch().format().delimiter()).isEqualTo(delimiter);
    }

    @Test
    void quotedCellsMayHoldDelimitersQuotesAndLineBreaks() {
        TableSketch sketch =
                Csv.of("text,n", "\"one, two\",1", "\"say \"\"no\"\"\",2", "\"up\ndown\",3", "x,y")
                        .sketch();

        assertThat(sketch.beginningOf(0))
                .containsExactly("one, two", "say \"no\"", "up\ndown", "x");
        assertThat(sketch.columns().get(1).firstOdd()).contains(new ColumnSketch.Odd(6, "y", 1));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, utf8", "GB18030, gb18030", "GBK, gb18030", "UTF-16, utf16"})
    void encodingsAreFound(String charset, Encoding encoding) {
        TableSketch sketch =
                Csv.in(Charset.forName(charset), CHINESE + ",b", "红,1", "蓝,2", "红,3").sketch();

        assertThat(sketch.format().encoding()).isEqualTo(encoding);
        assertThat(sketch.columns().getFirst().name()).isEqualTo(CHINESE);
        assertThat(sketch.columns().getFirst().categories()).containsExactly("红", "蓝");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstName() {
        assertThat(Csv.of("\uFEFFa,b", "1,2").sketch().columns().getFirst().name()).isEqualTo("a");
        Csv littleEndian = Csv.in(StandardCharsets.UTF_16LE, "\uFEFFa,b", "1,2");
        assertThat(littleEndian.sketch().format().encoding()).isEqualTo(Encoding.utf16);
        assertThat(littleEndian.sketch().columns().getFirst().name()).isEqualTo("a");
    }

    @Test
    void westernEuropeanFilesAreReadToo() {
        TableSketch sketch =
                Csv.in(Charset.forName("windows-1252"), "café,b", "1,2", "3,4").sketch();

        assertThat(sketch.format().encoding()).isEqualTo(Encoding.windows1252);
        assertThat(sketch.columns().getFirst().name()).isEqualTo("café");
    }

    @Test
    void aFirstRowWithNumbersIsNoHead() {
        TableSketch sketch = Csv.of("5.1,setosa", "4.9,virginica", "4.7,setosa").sketch();

        assertThat(sketch.format().header()).isFalse();
        assertThat(sketch.rows()).isEqualTo(3);
        assertThat(sketch.columns())
                .extracting(ColumnSketch::name)
                .containsExactly("column 1", "column 2");
    }

    @Test
    void whoSaysHowItIsWrittenIsBelieved() {
        TableFormat format =
                new TableFormat(Delimiter.semicolon, Quote.quotes, Encoding.utf8, false);

        TableSketch sketch =
                ((TableSketch.Sketching.Done)
                                TableSketch.of(
                                        Csv.of("a,b", "1,2").bytes(), FormatHints.of(format)))
                        .sketch();

        assertThat(sketch.columns()).hasSize(1);
        assertThat(sketch.rows()).isEqualTo(2);
    }

    @Test
    void numbersAreCountedInEqualPartsOfTheirRangeAndCategoriesOneByOne() {
        TableSketch sketch =
                Csv.of("a,b,c", "0,x,5", "8,y,5", ",x,5", "15.9,x,5", "16,,5").sketch();

        assertThat(sketch.columns().getFirst().numbers().orElseThrow().histogram())
                .containsExactly(1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 2);
        assertThat(sketch.columns().get(1).counts()).containsExactly(3, 1);
        assertThat(sketch.columns().get(2).numbers().orElseThrow().histogram()).containsExactly(5);
    }

    @Test
    void apostrophesAreQuotesWhereSomebodySaysSo() {
        Csv file = Csv.of("a,b", "'1,5',\"x", "'2,5',\"y");

        assertThat(sketch(file, FormatHints.NONE.with(Quote.apostrophes)).beginning())
                .containsExactly(List.of("1,5", "\"x"), List.of("2,5", "\"y"));
        assertThat(sketch(file, FormatHints.NONE.with(Quote.none).with(Delimiter.semicolon)).rows())
                .isEqualTo(2);
    }

    private static TableSketch sketch(Csv file, FormatHints hints) {
        return ((TableSketch.Sketching.Done) TableSketch.of(file.bytes(), hints)).sketch();
    }

    // ---- what is none

    @Test
    void whatIsNoTextIsRefused() {
        byte[] zip = {'P', 'K', 3, 4, 'a', ',', 'b', '\n'};
        byte[] zeros = {'a', ',', 'b', '\n', 0, 0, 0};

        assertThat(new Csv(zip).problem(Optional.empty())).isEqualTo(problem("notText"));
        assertThat(new Csv(zeros).problem(Optional.empty())).isEqualTo(problem("notText"));
    }

    @Test
    void aFileWithoutRowsIsRefused() {
        assertThat(new Csv(new byte[0]).problem(Optional.empty())).isEqualTo(problem("empty"));
        assertThat(Csv.of("a,b").problem(Optional.empty())).isEqualTo(problem("empty"));
        assertThat(Csv.of("", "", "").problem(Optional.empty())).isEqualTo(problem("empty"));
    }

    @Test
    void aRowOfAnotherLengthIsNamedByItsLine() {
        assertThat(Csv.of("a,b", "1,2", "", "1,2,3").problem(Optional.empty()))
                .isEqualTo(problem("ragged", "line", "4", "have", "3", "want", "2"));
        assertThat(Csv.of("a,b", "1,2", "1").problem(Optional.empty()))
                .isEqualTo(problem("ragged", "line", "3", "have", "1", "want", "2"));
    }

    @Test
    void aQuoteThatIsNotClosedIsNamedByItsLine() {
        assertThat(Csv.of("a,b", "1,2", "\"3,4", "5,6").problem(Optional.empty()))
                .isEqualTo(problem("quotes", "line", "3"));
        assertThat(Csv.of("a,b", "1,2", "\"3\"x,4", "5,6").problem(Optional.empty()))
                .isEqualTo(problem("quotes", "line", "3"));
    }

    @Test
    void aQuoteThatIsNotClosedDoesNotSwallowALargeFile() {
        String[] lines = new String[20_000];
        Arrays.fill(lines, "12345,67890");
        lines[0] = "a,b";
        lines[2] = "\"12345,67890";

        assertThat(Csv.of(lines).problem(Optional.empty()).code()).startsWith("table.");
    }

    @Test
    void bytesThatAreNoCharactersAreNamedByTheirLine() {
        byte[] bytes = Csv.of("a,b", "1,2", "3,?").bytes();
        bytes[bytes.length - 2] = (byte) 0xFF;
        Optional<TableFormat> utf8 =
                Optional.of(new TableFormat(Delimiter.comma, Quote.quotes, Encoding.utf8, true));

        assertThat(new Csv(bytes).problem(utf8)).isEqualTo(problem("encoding", "line", "3"));
    }

    @Test
    void whatIsTooLargeIsRefusedWithItsPlace() {
        String wide = String.join(",", Collections.nCopies(1001, "a"));
        assertThat(Csv.of(wide, wide).problem(Optional.empty()))
                .isEqualTo(problem("tooManyColumns", "line", "1", "limit", "1000"));
        assertThat(Csv.of("a,b", "1,2", "1," + "x".repeat(10_001)).problem(Optional.empty()))
                .isEqualTo(problem("tooLongCell", "line", "3", "column", "2", "limit", "10000"));
        assertThat(Csv.of("a", "1\n".repeat(1_000_001)).problem(Optional.empty()))
                .isEqualTo(problem("tooManyRows", "line", "1000002", "limit", "1000000"));
    }

    private static Problem problem(String code, String... arguments) {
        return TableReaderTest.problem(code, arguments);
    }
}
