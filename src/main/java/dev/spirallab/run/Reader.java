package dev.spirallab.run;

import dev.spirallab.frame.Frame;
import dev.spirallab.frame.RunState;
import dev.spirallab.run.Notices.Sheet;
import dev.spirallab.spec.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a viewer has seen, and so what is news to him. Holds the board's lock as he reads. */
final class Reader {
    private static final int POINTS_AT_ONCE = 2_000;

    private final Notices notices;
    private Cursor cursor;
    private @Nullable Sheet seenBoundary;
    private final Map<Motif, Sheet> seenBeside = new HashMap<>();
    private int seenExamples;
    private Optional<Problem> toldTrouble = Optional.empty();

    /**
     * @param cursor up to where he has the curves already
     */
    Reader(Notices notices, Cursor cursor) {
        this.notices = notices;
        this.cursor = cursor;
    }

    /** He looks at other things: those that he comes back to are news. */
    void turnTo(View view) {
        seenBeside.keySet().retainAll(Interests.beside(view));
    }

    /** Whether there are more points than he was given at once. */
    boolean isBehind() {
        return cursor.attempt() == notices.attempt() && cursor.points() < notices.points().size();
    }

    /**
     * @param viewers how many there are
     */
    List<Frame> news(View view, int viewers) {
        List<Frame> frames = new ArrayList<>();
        RunStatus status = notices.status();
        frames.add(state(status, viewers));
        if (status.state() != RunState.CLOSED) {
            addExamples(status, frames);
            addPoints(status, frames);
            addPictures(view, frames);
            addTrouble(status, frames);
        }
        return frames;
    }

    private static Frame state(RunStatus status, int viewers) {
        return new Frame.State(
                status.at(),
                status.state(),
                status.reason(),
                (float) status.stepsPerSecond(),
                (float) status.pace(),
                (float) status.learningRate(),
                status.stepsPerEpoch(),
                viewers,
                status.problem().map(Problem::code).orElse(""));
    }

    private void addExamples(RunStatus status, List<Frame> frames) {
        if (seenExamples < notices.shownExamples() && notices.examples().isPresent()) {
            seenExamples = notices.shownExamples();
            frames.add(notices.examples().get().at(status.at()));
        }
    }

    private void addPoints(RunStatus status, List<Frame> frames) {
        int there = notices.points().size();
        if (cursor.attempt() != notices.attempt() || cursor.points() > there) {
            cursor = new Cursor(notices.attempt(), 0);
        }
        int from = cursor.points();
        int to = Math.min(there, from + POINTS_AT_ONCE);
        if (to > from) {
            frames.add(new Frame.Metrics(status.at(), from, notices.points().subList(from, to)));
            cursor = new Cursor(notices.attempt(), to);
        }
    }

    private void addPictures(View view, List<Frame> frames) {
        if (view.boundary()) {
            notices.boundary(view.grid())
                    .filter(sheet -> sheet != seenBoundary)
                    .ifPresent(sheet -> {
                        seenBoundary = sheet;
                        frames.add(sheet.take());
                    });
        }
        turnTo(view);
        for (Motif motif : Interests.beside(view)) {
            notices.sheet(motif)
                    .filter(sheet -> seenBeside.put(motif, sheet) != sheet)
                    .ifPresent(sheet -> frames.add(sheet.take()));
        }
    }

    private void addTrouble(RunStatus status, List<Frame> frames) {
        if (!status.problem().equals(toldTrouble)) {
            toldTrouble = status.problem();
            toldTrouble.ifPresent(p -> frames.add(new Frame.Trouble(status.at(), p)));
        }
    }
}
