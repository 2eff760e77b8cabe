package dev.spirallab.run;

import dev.spirallab.engine.NodeTensor;
import dev.spirallab.frame.Frame;
import dev.spirallab.frame.MetricPoint;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.spec.Experiment;
import java.util.List;
import java.util.Optional;

/**
 * A run as it is kept: a message to the {@link RunShelf} and back.
 *
 * @param fixed a copy that never changes: it may be looked at, but not go on
 * @param experiment with the settings tuned since
 * @param firstPoint the place of the first of {@code points} in the attempt's history: those before
 *     it are on the shelf already
 * @param points of the curves; they may be ahead of the savepoint, then a run that goes on from it
 *     comes by them again
 * @param savepoint empty on the way to the shelf where the one there is still right, and on the way
 *     back where there is none
 * @param boundary the last that was drawn; empty like {@code savepoint}
 * @param start what it begins with whenever it is reset, if not with numbers of its own; empty on
 *     the way to the shelf where that is there already
 * @param album moments that may be looked back at; empty like {@code savepoint}
 */
public record KeptRun(
        RunId id,
        RunOptions options,
        boolean fixed,
        Experiment experiment,
        RunStatus status,
        int firstPoint,
        List<MetricPoint> points,
        Optional<Savepoint> savepoint,
        Optional<Frame.Boundary> boundary,
        Optional<Start> start,
        Optional<Album> album) {
    public KeptRun {
        points = List.copyOf(points);
    }

    /** From which it begins whenever it is reset; none for its own. */
    public List<NodeTensor> weights() {
        return start.map(Start::tensors).orElse(List.of());
    }

    /** This in the place of an older message that did not reach the shelf. */
    KeptRun after(KeptRun older) {
        return new KeptRun(
                id,
                options,
                fixed,
                experiment,
                status,
                firstPoint,
                points,
                savepoint.or(() -> olderIfSameAttempt(older, older.savepoint())),
                boundary.or(() -> olderIfSameAttempt(older, older.boundary())),
                start.or(older::start),
                album.or(() -> olderIfSameAttempt(older, older.album())));
    }

    private <T> Optional<T> olderIfSameAttempt(KeptRun older, Optional<T> part) {
        return older.status.at().attempt() == status.at().attempt() ? part : Optional.empty();
    }

    /** The same, not running. */
    KeptRun atRest() {
        return with(fixed, status.atRest());
    }

    /** The same as one that cannot go on. */
    KeptRun stuck() {
        return with(true, status.stuck());
    }

    KeptRun withOwner(OwnerId owner) {
        return new KeptRun(
                id,
                options.withOwner(owner),
                fixed,
                experiment,
                status,
                firstPoint,
                points,
                savepoint,
                boundary,
                start,
                album);
    }

    private KeptRun with(boolean fixing, RunStatus changed) {
        return new KeptRun(
                id,
                options,
                fixing,
                experiment,
                changed,
                firstPoint,
                points,
                savepoint,
                boundary,
                start,
                album);
    }

    /** The same run under another name and with other options, its own from now on. */
    KeptRun as(RunId name, RunOptions changed) {
        return new KeptRun(
                name,
                changed,
                false,
                experiment,
                status.withPace(changed.pace()),
                firstPoint,
                points,
                savepoint,
                boundary,
                start,
                album);
    }
}
