package dev.spirallab.dataset.table;

import dev.spirallab.dataset.Contents;
import dev.spirallab.dataset.UnreadableException;
import dev.spirallab.dataset.table.TableSketch.Sketching;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.Sha256;
import dev.spirallab.spec.data.Content;
import dev.spirallab.spec.data.Table;
import dev.spirallab.spec.data.TableFormat;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Files of tables for tests. */
@SuppressWarnings("ArrayRecordComponent")
public record Csv(byte[] bytes) {

    public static Csv of(String... lines) {
        return in(StandardCharsets.UTF_8, lines);
    }

    static Csv in(Charset charset, String... lines) {
        return new Csv((String.join("\n", lines) + "\n").getBytes(charset));
    }

    public Contents contents() {
        return hash -> hash.equals(Sha256.of(bytes)) ? Optional.of(bytes) : Optional.empty();
    }

    /** As it is most likely meant. */
    public Table table() {
        return sketch().table(new Content(Sha256.of(bytes), "table.csv"));
    }

    TableSketch sketch() {
        return switch (TableSketch.of(bytes, FormatHints.NONE)) {
            case Sketching.Done(TableSketch sketch) -> sketch;
            case Sketching.Unreadable(Problem problem) ->
                    throw new AssertionError(problem.toString());
        };
    }

    /** What is wrong with it. */
    Problem problem(Optional<TableFormat> format) {
        return switch (TableSketch.of(
                bytes, format.map(FormatHints::of).orElse(FormatHints.NONE))) {
            case Sketching.Done(TableSketch sketch) -> throw new AssertionError(sketch.toString());
            case Sketching.Unreadable(Problem problem) -> problem;
        };
    }

    TableData read(Table table) {
        return TableReader.read(table, _ -> Optional.of(bytes));
    }

    /** What keeps it from being read so. */
    Problem problem(Table table) {
        try {
            throw new AssertionError(read(table).toString());
        } catch (UnreadableException e) {
            return e.problem();
        }
    }
}
