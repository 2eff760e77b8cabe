package dev.spirallab.export.djl;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Many numbers in Java: as text, for a method holds no more than some thousand constants. */
final class Rows {
    private static final int WIDTH = 90;

    /** Characters of a literal, which a class file allows 65535 bytes. */
    private static final int MOST = 60_000;

    private Rows() {}

    /** An expression whose lines these are: of numbers, and what stands between them. */
    static String text(List<String> rows) {
        List<String> blocks = new ArrayList<>();
        StringBuilder block = new StringBuilder();
        for (String row : rows) {
            for (String line : lines(row)) {
                if (block.length() + line.length() > MOST) {
                    blocks.add(block.toString());
                    block.setLength(0);
                }
                block.append(line).append('\n');
            }
        }
        blocks.add(block.toString());
        String quoted =
                blocks.stream()
                        .map(each -> "\"\"\"\n" + each + "\"\"\"")
                        .collect(Collectors.joining(", "));
        return blocks.size() == 1 ? quoted : "String.join(\"\", " + quoted + ")";
    }

    /** One row in lines of moderate length, joined where the text is read. */
    private static List<String> lines(String row) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : row.split(" ", -1)) {
            if (line.length() + word.length() > WIDTH) {
                lines.add(line + "\\");
                line.setLength(0);
            }
            line.append(word).append(' ');
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    static String numbers(List<Double> values) {
        return values.stream()
                .map(value -> Float.toString(value.floatValue()))
                .collect(Collectors.joining(", "));
    }
}
