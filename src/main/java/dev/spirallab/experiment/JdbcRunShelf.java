package dev.spirallab.experiment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.spirallab.experiment.Packed.Packing;
import dev.spirallab.frame.Frame;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.run.Album;
import dev.spirallab.run.KeptRun;
import dev.spirallab.run.Mark;
import dev.spirallab.run.RunId;
import dev.spirallab.run.RunShelf;
import dev.spirallab.run.RunSummary;
import dev.spirallab.run.Savepoint;
import dev.spirallab.run.Start;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Runs in a database. Who writes or reads a run as a whole holds its row; no lock of its owner is
 * asked for, so that who holds that may wait for a run.
 */
final class JdbcRunShelf implements RunShelf {
    private static final String SAVEPOINT = "savepoint";
    private static final String BOUNDARY = "boundary";
    private static final String START = "start";
    private static final String ALBUM = "album";

    private final TransactionOperations transaction;
    private final Documents documents;
    private final RunRows rows;
    private final RunPieces pieces;
    private final KeepingSettings settings;

    /** A run keeps its experiment for long. */
    private final Cache<Experiment, Packing> packed = Caffeine.newBuilder().weakKeys().build();

    JdbcRunShelf(
            JdbcClient jdbc,
            TransactionOperations transaction,
            KeepingSettings settings,
            Clock clock) {
        this.transaction = transaction;
        this.documents = new Documents(jdbc, transaction);
        this.rows = new RunRows(jdbc, clock);
        this.pieces = new RunPieces(jdbc);
        this.settings = settings;
    }

    @Override
    public void keep(KeptRun run) {
        Packed experiment = pack(run.experiment());
        documents.collect(
                inTransaction(() -> {
                    Optional<RunRows.Entry> known = rows.lock(run.id());
                    List<String> released = write(run, experiment, known);
                    writePieces(run, known);
                    rows.count(run.id(), pieces.bytes(run.id()));
                    run.options()
                            .owner()
                            .ifPresent(owner -> released.addAll(prune(owner, run.id())));
                    return released;
                }));
    }

    private Packed pack(Experiment experiment) {
        return switch (packing(experiment)) {
            case Packing.Done(var done) -> done;
            case Packing.Impossible(var problem) -> throw new Unkeepable(problem);
        };
    }

    private Packing packing(Experiment experiment) {
        return packed.get(experiment, Packed::of);
    }

    @Override
    public Optional<Problem> obstacle(Experiment experiment) {
        return switch (packing(experiment)) {
            case Packing.Done _ -> Optional.empty();
            case Packing.Impossible(var problem) -> Optional.of(problem);
        };
    }

    /** The documents that are given up by it. */
    private List<String> write(KeptRun run, Packed experiment, Optional<RunRows.Entry> known) {
        if (known.isEmpty()) {
            documents.add(experiment);
            rows.insert(run, experiment);
            return new ArrayList<>();
        }
        String before = known.get().document();
        boolean changed = !before.equals(experiment.document().hash());
        if (changed) {
            documents.add(experiment);
        }
        rows.update(run, experiment);
        return new ArrayList<>(changed ? List.of(before) : List.of());
    }

    private void writePieces(KeptRun run, Optional<RunRows.Entry> known) {
        int attempt = run.status().at().attempt();
        if (known.filter(entry -> entry.attempt() == attempt).isEmpty()) {
            pieces.delete(run.id(), SAVEPOINT, 0);
            pieces.delete(run.id(), BOUNDARY, 0);
            pieces.delete(run.id(), ALBUM, 0);
        }
        pieces.points(run.id(), run.firstPoint(), run.points());
        run.savepoint().ifPresent(to -> pieces.replace(run.id(), SAVEPOINT, to.bytes()));
        run.boundary().ifPresent(to -> pieces.replace(run.id(), BOUNDARY, RunBytes.boundary(to)));
        run.start().ifPresent(to -> pieces.replace(run.id(), START, to.bytes()));
        run.album().ifPresent(to -> pieces.replace(run.id(), ALBUM, to.bytes()));
    }

    /**
     * Deletes what an owner has too much, but not the run that was kept just now.
     *
     * @return the documents that are given up by it
     */
    private List<String> prune(OwnerId owner, RunId justKept) {
        List<String> released = new ArrayList<>();
        long bytes = 0;
        int count = 0;
        for (RunRows.Entry entry : rows.dearest(owner)) {
            bytes += entry.bytes();
            count++;
            boolean tooMuch = count > settings.runs() || bytes > settings.runBytes();
            if (tooMuch && !entry.id().equals(justKept)) {
                released.add(entry.document());
                rows.delete(entry.id());
            }
        }
        return released;
    }

    @Override
    public Optional<KeptRun> find(RunId id) {
        return inTransaction(() -> rows.lock(id).flatMap(_ -> rows.find(id)).map(this::run));
    }

    private KeptRun run(RunRows.Row row) {
        return new KeptRun(
                row.id(),
                row.options(),
                row.options().owner().isEmpty(),
                row.experiment(),
                row.status(),
                0,
                pieces.points(row.id()),
                bytes(row.id(), SAVEPOINT).map(Savepoint::new),
                bytes(row.id(), BOUNDARY).map(RunBytes::boundary),
                bytes(row.id(), START).map(Start::new),
                bytes(row.id(), ALBUM).map(Album::new));
    }

    private Optional<byte[]> bytes(RunId id, String kind) {
        return Optional.of(pieces.read(id, kind)).filter(bytes -> bytes.length > 0);
    }

    @Override
    public Optional<Frame.Boundary> boundary(RunId id) {
        return bytes(id, BOUNDARY).map(RunBytes::boundary);
    }

    @Override
    public List<RunSummary> list(OwnerId owner) {
        return rows.summaries(owner);
    }

    @Override
    public Mark mark(OwnerId owner, RunId id) {
        return rows.mark(owner, id).orElse(Mark.NONE);
    }

    @Override
    public boolean mark(OwnerId owner, RunId id, Mark mark) {
        return inTransaction(() -> rows.mark(owner, id, mark));
    }

    @Override
    public Optional<RunId> last(UUID experiment) {
        return rows.where("experiment = :experiment", Map.of("experiment", experiment)).stream()
                .map(RunRows.Entry::id)
                .findFirst();
    }

    @Override
    public boolean copy(OwnerId owner, RunId from, RunId to) {
        return inTransaction(() -> {
            boolean own =
                    rows.lock(from).isPresent()
                            && rows.find(from)
                                    .flatMap(row -> row.options().owner())
                                    .filter(owner::equals)
                                    .isPresent();
            if (own) {
                rows.copy(from, to);
                pieces.copy(from, to);
            }
            return own;
        });
    }

    @Override
    public void deleteCopy(RunId id) {
        deleteWhere("id = :id and owner is null", Map.of("id", id.value()));
    }

    @Override
    public boolean delete(OwnerId owner, RunId id) {
        return deleteWhere(
                "id = :id and owner = :owner", Map.of("id", id.value(), "owner", owner.value()));
    }

    @Override
    public void deleteOf(OwnerId owner, UUID experiment) {
        deleteWhere(
                "owner = :owner and experiment = :experiment",
                Map.of("owner", owner.value(), "experiment", experiment));
    }

    @Override
    public void deleteAll(OwnerId owner) {
        deleteWhere("owner = :owner", Map.of("owner", owner.value()));
    }

    private boolean deleteWhere(String condition, Map<String, ?> parameters) {
        List<RunRows.Entry> found =
                inTransaction(() -> {
                    List<RunRows.Entry> entries = rows.where(condition, parameters);
                    entries.forEach(entry -> rows.delete(entry.id()));
                    return entries;
                });
        documents.collect(found.stream().map(RunRows.Entry::document).toList());
        return !found.isEmpty();
    }

    @Override
    public void adopt(OwnerId from, OwnerId to) {
        rows.hand(from, to);
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }
}
