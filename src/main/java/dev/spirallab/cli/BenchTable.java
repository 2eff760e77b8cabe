package dev.spirallab.cli;

import dev.spirallab.i18n.Messages;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A table for people. */
record BenchTable(PrintWriter out, Messages messages, Locale locale, String device)
        implements BenchReport {

    @Override
    public void begin() {
        out.println(device);
        line(text("case"), text("engine"), text("steps"), text("spread"), text("note"));
    }

    @Override
    public void row(String name, String engine, Samples stepsPerSecond, Note note) {
        String spread =
                String.format(
                        locale, "%,.0f - %,.0f", stepsPerSecond.least(), stepsPerSecond.greatest());
        line(
                name,
                engine,
                String.format(locale, "%,.0f", stepsPerSecond.median()),
                spread,
                sentence(note));
    }

    @Override
    public void row(String name, String engine, Note note) {
        line(name, engine, "", "", sentence(note));
    }

    private String sentence(Note note) {
        Map<String, String> figures = new HashMap<>();
        note.figures().forEach((name, value) -> figures.put(name, readable(value)));
        return note.key().isEmpty() ? "" : messages.text(locale, note.key(), figures);
    }

    private String readable(double value) {
        return String.format(locale, value >= 1000 ? "%,.0f" : "%.2f", value);
    }

    private String text(String key) {
        return messages.text(locale, "cli.bench." + key);
    }

    private void line(String name, String engine, String steps, String spread, String note) {
        out.printf(locale, "%-60s %-11s %9s  %-19s %s%n", name, engine, steps, spread, note);
        out.flush();
    }
}
