package dev.spirallab.run;

import dev.spirallab.frame.Frame;
import dev.spirallab.frame.MetricPoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What hangs on a {@link Board} now; whoever touches it holds the board's lock. */
final class Notices {
    private final List<MetricPoint> points = new ArrayList<>();
    private final Map<Motif, Sheet> sheets = new HashMap<>();
    private Frame.@Nullable Points examples;
    private int shownExamples;
    private RunStatus status;
    private int attempt;

    /** The newest picture of a motif. */
    static final class Sheet {
        private final Frame frame;
        private boolean taken;

        private Sheet(Frame frame) {
            this.frame = frame;
        }

        /** Somebody sees it. */
        Frame take() {
            taken = true;
            return frame;
        }
    }

    Notices(RunStatus first) {
        this.status = first;
    }

    RunStatus status() {
        return status;
    }

    int attempt() {
        return attempt;
    }

    /** Those of this attempt. */
    List<MetricPoint> points() {
        return points;
    }

    /** The points from place {@code from} on. */
    History history(int from) {
        int first = Math.clamp(from, 0, points.size());
        return new History(attempt, first, points.subList(first, points.size()));
    }

    /** The state, and those of these points that are not there yet. */
    void show(RunStatus now, List<MetricPoint> all) {
        if (now.at().attempt() != attempt) {
            attempt = now.at().attempt();
            points.clear();
        }
        points.addAll(all.subList(points.size(), all.size()));
        status = now;
    }

    void show(Frame.Points shown) {
        examples = shown;
        shownExamples++;
    }

    /** Another number when there are other examples. */
    int shownExamples() {
        return shownExamples;
    }

    Optional<Frame.Points> examples() {
        return Optional.ofNullable(examples);
    }

    void show(Motif motif, Frame frame) {
        sheets.put(motif, new Sheet(frame));
    }

    void forget(Motif motif) {
        sheets.remove(motif);
    }

    List<Motif> shown() {
        return List.copyOf(sheets.keySet());
    }

    boolean isTaken(Motif motif) {
        Sheet sheet = sheets.get(motif);
        return sheet == null || sheet.taken;
    }

    /** Of this attempt. */
    Optional<Sheet> sheet(Motif motif) {
        return Optional.ofNullable(sheets.get(motif)).filter(this::isOfThisAttempt);
    }

    /** Of another resolution until there is one of that which is wanted. */
    Optional<Sheet> boundary(int grid) {
        return sheet(new Motif.Plane(grid))
                .or(() ->
                        sheets.values().stream()
                                .filter(sheet -> sheet.frame instanceof Frame.Boundary)
                                .filter(this::isOfThisAttempt)
                                .findFirst());
    }

    private boolean isOfThisAttempt(Sheet sheet) {
        return sheet.frame.at().attempt() == attempt;
    }

    /** Only this state is left. */
    void clear(RunStatus last) {
        status = last;
        points.clear();
        sheets.clear();
        examples = null;
    }
}
