package dev.spirallab.run;

import dev.spirallab.owner.OwnerId;
import java.util.Optional;
import java.util.UUID;

/**
 * How a run starts and whose it is.
 *
 * @param pace steps a second at most; 0: as fast as it can
 * @param owner whose it is; one that is nobody's is not kept
 * @param of which of its owner's kept experiments it is a run of
 * @param unattended whether it goes on while nobody watches, as a program's run does
 */
public record RunOptions(
        double pace, Optional<OwnerId> owner, Optional<UUID> of, boolean unattended) {
    /** 400 steps a second: learning that the eye can follow. */
    public static final RunOptions FOR_THE_EYE = new RunOptions(400);

    public static final RunOptions AT_FULL_SPEED = new RunOptions(0);

    /** A run that is nobody's. */
    public RunOptions(double pace) {
        this(pace, Optional.empty(), Optional.empty(), false);
    }

    public RunOptions withPace(double changed) {
        return new RunOptions(changed, owner, of, unattended);
    }

    public RunOptions withOwner(OwnerId changed) {
        return new RunOptions(pace, Optional.of(changed), of, unattended);
    }

    public RunOptions withOf(UUID experiment) {
        return new RunOptions(pace, owner, Optional.of(experiment), unattended);
    }

    public RunOptions withUnattended(boolean changed) {
        return new RunOptions(pace, owner, of, changed);
    }

    boolean belongsTo(OwnerId somebody) {
        return owner.filter(somebody::equals).isPresent();
    }
}
