package dev.spirallab.export;

import java.util.ArrayList;
import java.util.List;

/** Source code, line by line. */
public final class Lines {
    private static final String STEP = "    ";
    private final List<String> lines = new ArrayList<>();
    private int depth;

    /** One line, or several with their own indentation. */
    public Lines add(String text) {
        text.lines().forEach(line -> lines.add(line.isBlank() ? "" : STEP.repeat(depth) + line));
        return this;
    }

    public Lines addIf(boolean condition, String text) {
        return condition ? add(text) : this;
    }

    public Lines blank() {
        lines.add("");
        return this;
    }

    /** A line, and what is written meanwhile indented below it. */
    public Lines block(String head, Runnable body) {
        add(head);
        depth++;
        body.run();
        depth--;
        return this;
    }

    public Lines braces(String head, Runnable body) {
        return block(head + " {", body).add("}");
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Each line ends with a line break. */
    public String text() {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }
}
