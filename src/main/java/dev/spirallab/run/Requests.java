package dev.spirallab.run;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/** What is asked of a run, on whatever thread; its worker looks when it is its turn. */
final class Requests {
    private final Queue<Command> commands = new ConcurrentLinkedQueue<>();
    private final Queue<Question<?>> questions = new ConcurrentLinkedQueue<>();
    private final Queue<CompletableFuture<Void>> keeps = new ConcurrentLinkedQueue<>();
    private volatile boolean closing;

    void command(Command command) {
        commands.add(command);
    }

    /** What somebody wants to know of what trains, at one moment. */
    private record Question<T>(Function<RunLoop, T> asked, CompletableFuture<T> answer) {
        void put(RunLoop open) {
            answer.complete(asked.apply(open));
        }
    }

    <T> CompletableFuture<T> ask(Function<RunLoop, T> asked) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        questions.add(new Question<>(asked, answer));
        return answer;
    }

    CompletableFuture<Void> keep() {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        keeps.add(answer);
        return answer;
    }

    void close() {
        closing = true;
    }

    boolean closing() {
        return closing;
    }

    /** Whether something is to be done before training goes on. */
    boolean disturb() {
        return closing || !commands.isEmpty();
    }

    /** The command that has waited longest; none if none waits. */
    Optional<Command> next() {
        return Optional.ofNullable(commands.poll());
    }

    boolean hasQuestions() {
        return !questions.isEmpty();
    }

    void answer(RunLoop open) {
        for (var next = questions.peek(); next != null; next = questions.peek()) {
            next.put(open);
            questions.remove();
        }
    }

    void refuseQuestions() {
        for (var next = questions.poll(); next != null; next = questions.poll()) {
            next.answer().cancel(false);
        }
    }

    boolean wantKeeping() {
        return !keeps.isEmpty();
    }

    /** Whoever asked for it is answered when it is done, or has failed. */
    void answerWhen(CompletableFuture<Void> kept) {
        for (var next = keeps.poll(); next != null; next = keeps.poll()) {
            answer(next, kept);
        }
    }

    private static void answer(CompletableFuture<Void> asked, CompletableFuture<Void> kept) {
        var _ =
                kept.whenComplete((_, failure) -> {
                    if (failure == null) {
                        asked.complete(null);
                    } else {
                        asked.completeExceptionally(failure);
                    }
                });
    }

    /** Whoever asks a closed run is answered too, even if he came while it was closing. */
    void refuseAll() {
        refuseQuestions();
        for (var next = keeps.poll(); next != null; next = keeps.poll()) {
            next.cancel(false);
        }
    }
}
