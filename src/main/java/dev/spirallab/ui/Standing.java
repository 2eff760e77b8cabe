package dev.spirallab.ui;

import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.Problem;
import dev.spirallab.ui.kit.Notice.Tone;
import dev.spirallab.ui.kit.Notice.Word;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What is to be said of the experiment and its run: the weightiest first. */
final class Standing {
    private final Texts texts;
    private final Workbench bench;
    private final CurrentRun current;
    private final Runnable restart;

    /**
     * @param restart trains the experiment as it is now from its start
     */
    Standing(Texts texts, Workbench bench, CurrentRun current, Runnable restart) {
        this.texts = texts;
        this.bench = bench;
        this.current = current;
        this.restart = restart;
    }

    Optional<Word> word() {
        return Stream.<Supplier<Optional<Word>>>of(
                        this::refusal, this::trouble, this::closed, this::obstacle, this::older)
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Word> refusal() {
        return current.refusal().map(problem -> new Word(Tone.ERROR, texts.of(problem)));
    }

    private Optional<Word> trouble() {
        return current.status()
                .flatMap(status -> StateText.trouble(texts, status))
                .map(text -> new Word(Tone.ERROR, text, texts.of("workbench.again"), restart));
    }

    private Optional<Word> closed() {
        return current.status()
                .filter(StateText::closed)
                .map(_ ->
                        new Word(
                                Tone.WARNING,
                                texts.of("workbench.closed"),
                                texts.of("workbench.again"),
                                restart));
    }

    /** What belongs to a node is said beside the node. */
    private Optional<Word> obstacle() {
        return bench.obstacle()
                .filter(problem -> problem.node().isEmpty())
                .map(problem ->
                        problem.fix()
                                .map(fix -> mendable(problem, fix))
                                .orElseGet(() -> new Word(Tone.WARNING, texts.of(problem))));
    }

    private Word mendable(Problem problem, Problem.Fix fix) {
        return new Word(
                Tone.WARNING, texts.of(problem), texts.of(fix), () -> bench.apply(fix.edits()));
    }

    /** While the run is held, its button starts it anew by itself. */
    private Optional<Word> older() {
        if (!current.older() || bench.valid().isEmpty()) {
            return Optional.empty();
        }
        String text = texts.of("workbench.older");
        return Optional.of(
                current.outdated()
                        ? new Word(Tone.NEWS, text)
                        : new Word(Tone.NEWS, text, texts.of("workbench.restart"), restart));
    }
}
