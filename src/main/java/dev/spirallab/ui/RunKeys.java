package dev.spirallab.ui;

import dev.spirallab.run.Run;
import dev.spirallab.run.RunId;
import dev.spirallab.run.Runs;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Who may command a run: the page that started it, known after a reload by a key that only it has.
 * Knowing a run's id alone is enough to watch it, no more.
 */
@Component
class RunKeys {
    private final Runs runs;
    private final Map<RunId, String> keys = new ConcurrentHashMap<>();

    RunKeys(Runs runs) {
        this.runs = runs;
    }

    /** A note with which the run's owner finds it again. */
    String noteOf(Run run) {
        keys.keySet().removeIf(id -> runs.find(id).isEmpty());
        String key = keys.computeIfAbsent(run.id(), _ -> UUID.randomUUID().toString());
        return run.id().value() + " " + key;
    }

    /** The run of the note, unless it is closed or the note is made up. */
    Optional<Run> find(String note) {
        String[] parts = note.split(" ", 2);
        RunId id = new RunId(parts[0]);
        return parts.length == 2 && parts[1].equals(keys.get(id))
                ? runs.find(id)
                : Optional.empty();
    }
}
