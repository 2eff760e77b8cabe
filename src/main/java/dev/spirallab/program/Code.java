package dev.spirallab.program;

import java.util.Locale;

/** Text being written, line by line. */
final class Code {
    private final StringBuilder text = new StringBuilder();
    private final Runs runs;
    private String indent = "  ";

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
    }

    String text() {
        return text.toString();
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
