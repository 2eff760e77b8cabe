package dev.spirallab.ui;

import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.Table;
import com.vaadin.flow.component.html.TableRow;
import dev.spirallab.frame.BoundaryPicture;
import dev.spirallab.frame.Frame;
import dev.spirallab.i18n.Texts;
import dev.spirallab.run.Sweep.Variant;
import dev.spirallab.spec.sweep.Axis;
import dev.spirallab.spec.sweep.SweepSpec;
import dev.spirallab.spec.training.Figure;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntConsumer;

/**
 * The variants as a table: values of the settings along its sides, in each cell a small boundary
 * and the figure, on a ground that is the stronger the better the figure is.
 */
final class SweepTable extends Table {
    private final Texts texts;
    private final SweepSpec sweep;
    private final List<Cell> cells = new ArrayList<>();

    /** What stands for one variant. */
    private static final class Cell {
        private final NativeButton button = new NativeButton();
        private final Image picture = new Image();
        private final Span words = new Span();
        private Optional<Frame.Boundary> drawn = Optional.empty();

        private void draw(Optional<Frame.Boundary> boundary) {
            picture.setVisible(boundary.isPresent());
            if (!boundary.equals(drawn)) {
                drawn = boundary;
                boundary.map(BoundaryPicture::of)
                        .map(BoundaryPicture::png)
                        .map(png -> Base64.getEncoder().encodeToString(png))
                        .ifPresent(text -> picture.setSrc("data:image/png;base64," + text));
            }
        }
    }

    /**
     * @param chosen hears of the variant that was pressed
     */
    SweepTable(Texts texts, SweepSpec sweep, IntConsumer chosen) {
        this.texts = texts;
        this.sweep = sweep;
        addClassName("lab-sweep-table");
        setCaptionText(caption());
        Axis across = sweep.axes().getLast();
        int columns = across.values().size();
        List<String> head = new ArrayList<>();
        head.add(texts.of("sweep." + sweep.axes().getFirst().name()));
        for (int column = 0; column < columns; column++) {
            head.add(SweepWords.label(across, column));
        }
        addHeaderRow(head);
        for (int row = 0; row < sweep.size() / columns; row++) {
            fill(addRowWithHeader(name(row)), row * columns, columns, chosen);
        }
    }

    private String caption() {
        List<String> names =
                sweep.axes().stream().map(axis -> texts.of("sweep." + axis.name())).toList();
        return names.size() == 1
                ? names.getFirst()
                : texts.of(
                        "sweep.table", Map.of("down", names.getFirst(), "across", names.getLast()));
    }

    private String name(int row) {
        return sweep.axes().size() == 1
                ? texts.of("sweep.variant")
                : SweepWords.label(sweep.axes().getFirst(), row);
    }

    private void fill(TableRow row, int first, int count, IntConsumer chosen) {
        for (int variant = first; variant < first + count; variant++) {
            row.addCells(cell(variant, chosen));
        }
    }

    private NativeButton cell(int variant, IntConsumer chosen) {
        Cell cell = new Cell();
        cells.add(cell);
        cell.picture.setAlt("");
        cell.picture.setVisible(false);
        cell.button.add(cell.picture, cell.words);
        cell.button.addClickListener(_ -> chosen.accept(variant));
        choose(cell, false);
        return cell.button;
    }

    private static void choose(Cell cell, boolean chosen) {
        cell.button.getElement().setAttribute("aria-pressed", Boolean.toString(chosen));
    }

    /** Marks the variant that was pressed. */
    void choose(int variant) {
        for (int i = 0; i < cells.size(); i++) {
            choose(cells.get(i), i == variant);
        }
    }

    void show(List<Variant> variants, Figure figure) {
        Scores scores = new Scores(variants, figure);
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            OptionalDouble value = scores.of(i);
            cell.draw(variants.get(i).boundary());
            cell.words.setText(words(variants.get(i), figure, value));
            cell.button.setClassName("lab-sweep-best", scores.best().equals(Optional.of(i)));
            cell.button
                    .getElement()
                    .setAttribute("aria-label", label(i) + ": " + cell.words.getText());
            cell.button.getStyle().set("--heat", Math.round(100 * scores.heat(i)) + "%");
        }
    }

    private String words(Variant variant, Figure figure, OptionalDouble value) {
        if (variant.diverged() || value.isEmpty()) {
            return texts.of(variant.diverged() ? "sweep.diverged" : "sweep.waiting");
        }
        String text = Scores.text(figure, value.getAsDouble());
        return variant.endedEarly()
                ? texts.of(
                        "sweep.early",
                        Map.of(
                                "value",
                                text,
                                "epoch",
                                Long.toString(Math.round(variant.points().getLast().epoch()))))
                : text;
    }

    /** The settings of a variant, such as {@code Learning rate 0.1, Seed 2}. */
    String label(int variant) {
        return SweepWords.label(texts, sweep, variant);
    }
}
