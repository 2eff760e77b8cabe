package dev.spirallab.run;

import dev.spirallab.engine.Evaluating;
import dev.spirallab.engine.Evaluation;
import dev.spirallab.engine.Evaluation.Score;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Evaluates a model, at once or in pieces, and then does what follows from the figures. */
final class Examiner {
    private final ParkedTraining training;
    private final boolean inPieces;
    private Evaluation latest;
    private @Nullable Examination current;

    /** An evaluation under way, and what follows from it. */
    private record Examination(Evaluating work, Runnable then) {}

    /**
     * @param inPieces whether evaluations are left to {@link #advance}, so that no call lasts long
     */
    Examiner(ParkedTraining training, boolean inPieces) {
        this(training, inPieces, new Evaluation(Score.NONE, Score.NONE));
    }

    /**
     * @param latest what was found before
     */
    Examiner(ParkedTraining training, boolean inPieces, Evaluation latest) {
        this.training = training;
        this.inPieces = inPieces;
        this.latest = latest;
    }

    /** What was found last. */
    Evaluation latest() {
        return latest;
    }

    /** Whether an evaluation is under way. */
    boolean isBusy() {
        return current != null;
    }

    void begin(Runnable then) {
        current = new Examination(training.get().evaluating(), then);
        while (isBusy() && !inPieces) {
            advance();
        }
    }

    /**
     * The model has changed: one under way begins anew, and what follows from it stays.
     *
     * @param otherwise what follows where none is under way
     */
    void beginAnew(Runnable otherwise) {
        begin(current == null ? otherwise : current.then());
    }

    /** Something more follows from the one under way. */
    void alsoThen(Runnable more) {
        Examination known = Objects.requireNonNull(current);
        current =
                new Examination(
                        known.work(),
                        () -> {
                            known.then().run();
                            more.run();
                        });
    }

    /** Does a piece of the one under way. */
    void advance() {
        Examination known = Objects.requireNonNull(current);
        known.work()
                .advance()
                .ifPresent(found -> {
                    current = null;
                    latest = found;
                    known.then().run();
                });
    }
}
