package dev.spirallab.cli;

import java.io.PrintWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One JSON object a row. */
record BenchJson(PrintWriter out) implements BenchReport {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public void begin() {}

    @Override
    public void row(String name, String engine, Samples stepsPerSecond, Note note) {
        ObjectNode row = object(name, engine);
        row.put("stepsPerSecond", rounded(stepsPerSecond.median()));
        row.put("lowest", rounded(stepsPerSecond.least()));
        row.put("highest", rounded(stepsPerSecond.greatest()));
        print(row, note);
    }

    @Override
    public void row(String name, String engine, Note note) {
        print(object(name, engine), note);
    }

    private static ObjectNode object(String name, String engine) {
        return JSON.createObjectNode().put("case", name).put("engine", engine);
    }

    private void print(ObjectNode row, Note note) {
        note.figures().forEach((figure, value) -> row.put(figure, rounded(value)));
        out.println(JSON.writeValueAsString(row));
        out.flush();
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
