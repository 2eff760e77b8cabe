package dev.spirallab.run;

import dev.spirallab.engine.Weights;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What is asked of a run, on whatever thread; its worker looks when it is its turn. */
final class Requests {
    private final Queue<Command> commands = new ConcurrentLinkedQueue<>();
    private final Queue<CompletableFuture<Map<String, Weights>>> weights =
            new ConcurrentLinkedQueue<>();
    private final Queue<CompletableFuture<Void>> keeps = new ConcurrentLinkedQueue<>();
    private volatile boolean closing;

    void command(Command command) {
        commands.add(command);
    }

    CompletableFuture<Map<String, Weights>> weights() {
        CompletableFuture<Map<String, Weights>> answer = new CompletableFuture<>();
        weights.add(answer);
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

    boolean wantWeights() {
        return !weights.isEmpty();
    }

    void answer(Map<String, Weights> told) {
        for (var next = weights.poll(); next != null; next = weights.poll()) {
            next.complete(told);
        }
    }

    void refuseWeights() {
        for (var next = weights.poll(); next != null; next = weights.poll()) {
            next.cancel(false);
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
        refuseWeights();
        for (var next = keeps.poll(); next != null; next = keeps.poll()) {
            next.cancel(false);
        }
    }
}
