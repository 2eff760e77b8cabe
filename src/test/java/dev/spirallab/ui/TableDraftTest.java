package dev.spirallab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.spec.Sha256;
import dev.spirallab.spec.data.Column;
import dev.spirallab.spec.data.Content;
import dev.spirallab.spec.data.Scaling;
import dev.spirallab.spec.data.Table;
import dev.spirallab.spec.data.TableFormat.Delimiter;
import dev.spirallab.ui.TableDraft.Use;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class TableDraftTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final byte[] BYTES =
            "width,colour,grade,species\n1.5,red,1,a\n2.5,white,2,b\n3.5,red,3,a\n"
                    .getBytes(StandardCharsets.UTF_8);

    private final TableDraft draft =
            TableDraft.of(new Content(Sha256.of(BYTES), "table.csv"), BYTES);

    @Test
    void aTableBeginsAsItIsMostLikelyMeant() {
        assertThat(draft.label()).isEqualTo("species");
        assertThat(draft.use("width")).isEqualTo(Use.NUMBER);
        assertThat(draft.use("colour")).isEqualTo(Use.CATEGORY);
        assertThat(table().inputSize()).isEqualTo(4);
    }

    @Test
    void whoChoosesOtherAnswersMakesAFeatureOfTheFormer() {
        draft.label("grade");

        assertThat(table().label()).isEqualTo("grade");
        assertThat(draft.use("species")).isEqualTo(Use.CATEGORY);
        assertThat(table().features()).extracting(Column::name).contains("species", "width");
        assertThat(draft.possible(draft.column("grade").orElseThrow()))
                .containsExactly(Use.NUMBER, Use.CATEGORY);
    }

    @Test
    void settingsOutOfRangeAreRefusedAndOthersTaken() {
        assertThat(draft.set("testFraction", JSON.numberNode(2))).hasSize(1);
        assertThat(draft.set("scaling", JSON.stringNode("minMax"))).isEmpty();

        assertThat(table().testFraction()).isEqualTo(0.2);
        assertThat(table().scaling()).isEqualTo(Scaling.minMax);
    }

    @Test
    void whatWasChosenOfColumnsThatAreStillThereIsKeptWhenTheFileIsReadAnew() {
        draft.use("colour", Use.IGNORED);
        draft.read(draft.hints().with(Delimiter.semicolon));
        assertThat(draft.labels()).hasSize(1);

        draft.read(draft.hints().with(Delimiter.comma));
        draft.use("colour", Use.IGNORED);
        draft.read(draft.hints().withHeader(true));

        assertThat(draft.use("colour")).isEqualTo(Use.IGNORED);
    }

    @Test
    void aTableOfADocumentIsShownAsItIsThere() {
        draft.use("colour", Use.IGNORED);
        draft.label("width");
        draft.set("seed", JSON.numberNode(11));
        Table table = table();

        assertThat(TableDraft.of(table, BYTES).table()).hasValue(table);
    }

    @Test
    void whatCannotBeReadIsSaid() {
        byte[] ragged = "a,b\n1\n".getBytes(StandardCharsets.UTF_8);
        TableDraft broken = TableDraft.of(new Content(Sha256.of(ragged), ""), ragged);

        assertThat(broken.problem())
                .hasValueSatisfying(
                        problem -> assertThat(problem.code()).isEqualTo("table.ragged"));
        assertThat(broken.table()).isEmpty();
        assertThat(broken.labels()).isEqualTo(List.of());
    }

    private Table table() {
        return draft.table().orElseThrow();
    }
}
