package dev.spirallab.run;

import dev.spirallab.dataset.Examples;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.run.SweepAdmission.Begun;
import dev.spirallab.run.SweepAdmission.Refused;
import dev.spirallab.validation.Budget;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All sweeps of this server: one for each owner. */
final class Sweeps {
    private final Workshop workshop;
    private final Map<OwnerId, LiveSweep> sweeps = new HashMap<>();

    Sweeps(Workshop workshop) {
        this.workshop = workshop;
    }

    /** Reads the examples here, so that no training waits for it. */
    SweepAdmission begin(OwnerId owner, List<Valid> variants) {
        return switch (workshop.library().examples(variants.getFirst().experiment().dataset())) {
            case Examples.Unreadable(var problem) -> new Refused(problem);
            case Examples.Made made -> admit(owner, variants, made);
        };
    }

    private synchronized SweepAdmission admit(
            OwnerId owner, List<Valid> variants, Examples.Made made) {
        close(owner);
        int most = workshop.settings().max();
        sweeps.values().removeIf(LiveSweep::isClosed);
        if (sweeps.size() >= most) {
            return new Refused(Problems.tooMany(most));
        }
        Room.Place place = workshop.room().place(take -> take.get());
        return place.take(claim(variants))
                .<SweepAdmission>map(Refused::new)
                .orElseGet(() -> {
                    LiveSweep sweep = new LiveSweep(variants, made.dataset(), workshop, place);
                    sweeps.put(owner, sweep);
                    return new Begun(sweep);
                });
    }

    private static Room.Claim claim(List<Valid> variants) {
        Room.Claim first = Room.Claim.of(variants.getFirst());
        long shared = Budget.ofData(variants.getFirst().experiment().dataset());
        long own = variants.stream().mapToLong(each -> each.budget().bytes() - shared).sum();
        return new Room.Claim(own, first.data(), first.shared());
    }

    /** Closes those that nobody has looked at for long. */
    synchronized void sweepOut(long now) {
        long most = workshop.settings().pauseAfter().toNanos();
        sweeps.values().stream()
                .filter(sweep -> sweep.nanosAlone(now) > most)
                .forEach(LiveSweep::close);
        sweeps.values().removeIf(LiveSweep::isClosed);
    }

    synchronized void close(OwnerId owner) {
        Optional.ofNullable(sweeps.remove(owner)).ifPresent(LiveSweep::close);
    }

    synchronized void close() {
        sweeps.values().forEach(LiveSweep::close);
    }
}
