package dev.spirallab.ui;

import dev.spirallab.frame.EndReason;
import dev.spirallab.frame.RunState;
import dev.spirallab.i18n.Texts;
import dev.spirallab.run.ByHand;
import dev.spirallab.run.RunStatus;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a run is doing, in the reader's words. */
final class StateText {
    private StateText() {}

    static boolean running(RunStatus status) {
        return status.state() == RunState.RUNNING;
    }

    static boolean closed(RunStatus status) {
        return status.state() == RunState.CLOSED;
    }

    /** A word for the style sheet: ready, running, paused, ended or failed. */
    static String kind(RunStatus status) {
        return switch (status.state()) {
            case READY -> "ready";
            case RUNNING -> "running";
            case PAUSED -> "paused";
            case ENDED -> broken(status.reason()) ? "failed" : "ended";
            case CLOSED -> "closed";
        };
    }

    private static boolean broken(EndReason reason) {
        return reason == EndReason.DIVERGED || reason == EndReason.FAILED;
    }

    static String of(Texts texts, RunStatus status) {
        return status.state() == RunState.ENDED
                ? texts.of("workbench.state.ended." + reason(status.reason()), at(status))
                : texts.of("workbench.state." + kind(status));
    }

    /** What was changed by hand since its start, if anything was. */
    static Optional<String> byHand(Texts texts, Set<ByHand> changes) {
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        changes.stream()
                                .sorted()
                                .map(each -> texts.of("compare.byHand." + each.name()))
                                .collect(Collectors.joining(", ")));
    }

    private static Map<String, String> at(RunStatus status) {
        return Map.of(
                "step", String.valueOf(status.at().step()),
                "epoch", String.valueOf(status.at().epoch()));
    }

    private static String reason(EndReason reason) {
        return switch (reason) {
            case NONE, STOPPED -> "stopped";
            case EPOCHS -> "epochs";
            case STEPS -> "steps";
            case TARGET -> "target";
            case EARLY_STOPPING -> "earlyStopping";
            case DIVERGED -> "diverged";
            case FAILED -> "failed";
        };
    }

    /** What went wrong, if anything did. What to try after a divergence stands in the boundary. */
    static Optional<String> trouble(Texts texts, RunStatus status) {
        return status.reason() == EndReason.DIVERGED
                ? Optional.of(of(texts, status))
                : status.problem().map(texts::of);
    }
}
