package dev.spirallab.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Text being written, line by line. */
final class Code {
    private final StringBuilder text = new StringBuilder();
    private final Runs runs;
    private final List<String> owners = new ArrayList<>();
    private String indent = "  ";
    private String owner = "";

    /** What is written meanwhile belongs to a node of the graph. */
    void about(String node, Runnable lines) {
        String outer = owner;
        owner = node;
        lines.run();
        owner = outer;
    }

    /** Of a single run. */
    Code() {
        this(Runs.ONE);
    }

    Code(Runs runs) {
        this.runs = runs;
    }

    /** What it is for. */
    Runs runs() {
        return runs;
    }

    /** {@code name = expression} */
    void let(String name, String expression) {
        line(name + " = " + expression);
    }

    /** A call for its effect on its arguments. */
    void run(String expression) {
        let("_", expression);
    }

    /** A line to be read by people. */
    void comment(String words) {
        line("# " + words);
    }

    void line(String line) {
        text.append(indent).append(line).append('\n');
        owners.add(owner);
    }

    /** A line that ends in a colon, and the lines that belong to it. */
    void block(String head, Runnable body) {
        line(head);
        String outer = indent;
        indent = outer + "  ";
        body.run();
        indent = outer;
    }

    /** Methods that are written already. */
    void methods(String written) {
        text.append(written);
        written.lines().forEach(_ -> owners.add(owner));
    }

    /** Lines that were written elsewhere. */
    void add(Code other) {
        text.append(other.text);
        owners.addAll(other.owners);
    }

    String text() {
        return text.toString();
    }

    /** The node that each line belongs to, empty for those of none. */
    List<String> owners() {
        return List.copyOf(owners);
    }

    /** The number for height and width. */
    static String pair(int number) {
        return "[" + number + ", " + number + "]";
    }

    static String truth(boolean value) {
        return value ? "True" : "False";
    }

    /** As TorchScript writes it: with a point or an exponent. */
    static String number(double value) {
        return Double.toString(value).toLowerCase(Locale.ROOT);
    }
}
