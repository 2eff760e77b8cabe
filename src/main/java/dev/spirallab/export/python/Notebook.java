package dev.spirallab.export.python;

import dev.spirallab.export.Heading;
import dev.spirallab.export.python.PythonCode.Piece;
import dev.spirallab.i18n.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** Jupyter's file format, nbformat 4.5: the pieces of the code in cells, with words before each. */
public final class Notebook {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Notebook() {}

    /**
     * @param title of the experiment; empty if it has none
     */
    public static String of(PythonCode code, String title, Texts texts) {
        List<Map<String, Object>> cells = new ArrayList<>();
        String heading = Heading.of(title, texts);
        cells.add(words("title", "# " + heading + "\n\n" + texts.of("export.notebook.help")));
        for (Piece piece : code.pieces()) {
            String key = "export.piece." + piece.key();
            cells.add(
                    words(
                            "words-" + piece.key(),
                            "## " + texts.of(key) + "\n\n" + texts.of(key + ".help")));
            cells.add(code(piece));
        }
        return JSON.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(
                                sorted(
                                        Map.of(
                                                "cells",
                                                cells,
                                                "metadata",
                                                metadata(),
                                                "nbformat",
                                                4,
                                                "nbformat_minor",
                                                5)))
                + "\n";
    }

    private static Map<String, Object> metadata() {
        return sorted(
                Map.of(
                        "kernelspec",
                        sorted(
                                Map.of(
                                        "display_name", "Python 3",
                                        "language", "python",
                                        "name", "python3")),
                        "language_info",
                        Map.of("name", "python")));
    }

    private static Map<String, Object> words(String id, String text) {
        return sorted(
                Map.of(
                        "cell_type",
                        "markdown",
                        "id",
                        id,
                        "metadata",
                        Map.of(),
                        "source",
                        lines(text)));
    }

    private static Map<String, Object> code(Piece piece) {
        String gap = piece.definitions().isEmpty() || piece.run().isEmpty() ? "" : "\n\n";
        Map<String, Object> cell =
                sorted(
                        Map.of(
                                "cell_type",
                                "code",
                                "id",
                                "code-" + piece.key(),
                                "metadata",
                                Map.of(),
                                "outputs",
                                List.of(),
                                "source",
                                lines(piece.definitions() + gap + piece.run())));
        cell.put("execution_count", null);
        return cell;
    }

    /** Each with its line break, but the last. */
    private static List<String> lines(String text) {
        List<String> lines = text.stripTrailing().lines().toList();
        List<String> ended = new ArrayList<>(lines.stream().map(line -> line + "\n").toList());
        if (!ended.isEmpty()) {
            ended.set(ended.size() - 1, lines.getLast());
        }
        return ended;
    }

    private static Map<String, Object> sorted(Map<String, Object> map) {
        return new TreeMap<>(map);
    }
}
