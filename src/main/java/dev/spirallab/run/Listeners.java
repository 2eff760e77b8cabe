package dev.spirallab.run;

import dev.spirallab.frame.EndReason;
import dev.spirallab.frame.RunState;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who wants to hear when something about a run changes. The training thread tells. */
final class Listeners {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final List<Consumer<RunStatus>> listeners = new CopyOnWriteArrayList<>();
    private @Nullable Change told;

    /** What is worth telling. */
    private record Change(
            RunState state,
            EndReason reason,
            int attempt,
            Experiment experiment,
            Optional<Problem> problem) {

        private static Change of(RunStatus status, Experiment experiment) {
            return new Change(
                    status.state(),
                    status.reason(),
                    status.at().attempt(),
                    experiment,
                    status.problem());
        }
    }

    Run.Registration add(Consumer<RunStatus> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Tells of it unless it is what they heard last. */
    void tell(RunStatus status, Experiment experiment) {
        Change now = Change.of(status, experiment);
        if (!now.equals(told)) {
            told = now;
            listeners.forEach(listener -> tell(listener, status));
        }
    }

    private static void tell(Consumer<RunStatus> listener, RunStatus status) {
        try {
            listener.accept(status);
        } catch (RuntimeException e) {
            LOG.warn("A listener failed", e);
        }
    }
}
