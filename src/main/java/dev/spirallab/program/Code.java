package dev.spirallab.program;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text being written, line by line. */
final class Code {
    private static final String INDENT = "  ";
    private final StringBuilder text = new StringBuilder();
    private final Runs runs;
    private final List<String> owners = new ArrayList<>();
    private String indent = INDENT;
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
        indent = outer + INDENT;
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

    /** A line that was written elsewhere. */
    void line(Line line) {
        about(line.owner(), () -> line(line.text()));
    }

    /** What is written so far, line by line. */
    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (String line : text.toString().lines().toList()) {
            lines.add(new Line(line.substring(INDENT.length()), owners.get(lines.size())));
        }
        return lines;
    }

    /**
     * A line of a method.
     *
     * @param text without the method's own indentation
     * @param owner the node that it belongs to, empty for none
     */
    record Line(String text, String owner) {
        private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
        private static final Pattern LET = Pattern.compile("\\s*([A-Za-z_][\\w, ]*) = (.*)");

        /** The variables that it sets. */
        Set<String> defined() {
            Matcher let = LET.matcher(text);
            return let.matches() ? names(let.group(1)) : Set.of();
        }

        /** The variables that it looks at, and other names. */
        Set<String> used() {
            Matcher let = LET.matcher(text);
            return names(let.matches() ? let.group(2) : text.replaceFirst("#.*", ""));
        }

        private static Set<String> names(String text) {
            return NAME.matcher(text)
                    .results()
                    .map(MatchResult::group)
                    .filter(name -> !name.equals("_"))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
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
