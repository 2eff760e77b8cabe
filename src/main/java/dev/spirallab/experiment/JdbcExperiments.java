package dev.spirallab.experiment;

import dev.spirallab.experiment.Changes.Change;
import dev.spirallab.experiment.Packed.Packing;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Experiments in a database. */
final class JdbcExperiments implements Experiments {
    private static final String ROWS =
            """
            select experiment.*,
                (select count(*) from version where version.experiment = experiment.id) as versions
            from experiment
            """;

    private final JdbcClient jdbc;
    private final Documents documents;
    private final Keepers keepers;
    private final Changes changes;
    private final JdbcVersions versions;
    private final KeepingSettings settings;
    private final Clock clock;

    JdbcExperiments(
            JdbcClient jdbc,
            Documents documents,
            Keepers keepers,
            Changes changes,
            KeepingSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.keepers = keepers;
        this.changes = changes;
        this.versions = new JdbcVersions(jdbc, settings, clock);
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Saving create(OwnerId owner, Experiment experiment) {
        return create(owner, experiment, List.of());
    }

    @Override
    public Saving fork(OwnerId owner, Experiment experiment, Origin origin) {
        return create(owner, experiment, List.of(origin));
    }

    @Override
    public Saving fork(OwnerId owner, Shared shared) {
        List<Origin> before = shared.lineage().subList(1, shared.lineage().size());
        return create(
                owner, shared.experiment(), Lineage.of(shared.origin(), Times.now(clock), before));
    }

    @Override
    public Saving fork(OwnerId owner, ExperimentId id) {
        return find(owner, id)
                .map(kept -> create(owner, kept.experiment(), descent(kept.summary())))
                .orElseGet(Saving.Missing::new);
    }

    @Override
    public Optional<Kept> find(OwnerId owner, ExperimentId id) {
        keepers.seen(owner);
        return row(owner, id).map(this::kept);
    }

    @Override
    public List<Summary> list(OwnerId owner) {
        return rows(owner).stream().map(Row::summary).toList();
    }

    @Override
    public Saving save(OwnerId owner, ExperimentId id, long revision, Experiment experiment) {
        return switch (Packed.of(experiment)) {
            case Packing.Impossible(var problem) -> new Saving.Refused(problem);
            case Packing.Done(var packed) ->
                    changes.of(
                            owner,
                            change ->
                                    row(owner, id)
                                            .map(row -> save(change, owner, row, revision, packed))
                                            .orElseGet(Saving.Missing::new));
        };
    }

    @Override
    public boolean delete(OwnerId owner, ExperimentId id) {
        return changes.of(
                owner,
                change -> {
                    Optional<Row> row = row(owner, id);
                    row.ifPresent(found -> delete(change, found));
                    return row.isPresent();
                });
    }

    @Override
    public Versioning keepVersion(OwnerId owner, ExperimentId id, String name) {
        return changes.of(
                owner,
                change ->
                        row(owner, id)
                                .map(row -> versions.keep(change, row, name.strip()))
                                .orElseGet(Versioning.Missing::new));
    }

    @Override
    public List<Version> versions(OwnerId owner, ExperimentId id) {
        return row(owner, id).map(row -> versions.list(row.id())).orElse(List.of());
    }

    @Override
    public Optional<Experiment> version(OwnerId owner, ExperimentId id, int number) {
        return row(owner, id)
                .flatMap(row -> versions.document(row.id(), number))
                .map(documents::read);
    }

    @Override
    public boolean deleteVersion(OwnerId owner, ExperimentId id, int number) {
        return changes.of(
                owner,
                change ->
                        row(owner, id)
                                .filter(row -> versions.delete(change, row.id(), number))
                                .isPresent());
    }

    @Override
    public void deleteAll(OwnerId owner) {
        changes.of(
                owner,
                change -> {
                    List<Row> rows = rows(owner);
                    rows.forEach(row -> delete(change, row));
                    return rows.size();
                });
    }

    private Saving create(OwnerId owner, Experiment experiment, List<Origin> lineage) {
        return switch (Packed.of(experiment)) {
            case Packing.Impossible(var problem) -> new Saving.Refused(problem);
            case Packing.Done(var packed) ->
                    changes.adding(owner, change -> create(change, owner, packed, lineage));
        };
    }

    private Saving create(Change change, OwnerId owner, Packed packed, List<Origin> lineage) {
        if (count(owner) >= settings.experiments()) {
            return refused(change, Problems.tooManyExperiments(settings.experiments()));
        }
        documents.add(packed);
        ExperimentId id = insert(owner, packed, lineage);
        return documents.bytes(owner) > settings.bytes()
                ? refused(change, Problems.tooLarge(settings.megabytes()))
                : saved(owner, id);
    }

    private Saving save(Change change, OwnerId owner, Row row, long revision, Packed packed) {
        if (row.revision() != revision) {
            return new Saving.Outdated(kept(row));
        }
        if (row.document().equals(packed.document().hash())) {
            return new Saving.Saved(row.summary());
        }
        versions.keepNowAndThen(change, row);
        documents.add(packed);
        update(row.id(), packed);
        change.releases(row.document());
        return documents.bytes(owner) > settings.bytes() && grows(row, packed)
                ? refused(change, Problems.tooLarge(settings.megabytes()))
                : saved(owner, row.id());
    }

    private boolean grows(Row row, Packed packed) {
        return packed.bytes() > documents.bytes(row.document());
    }

    private static Saving refused(Change change, Problem problem) {
        change.refuse();
        return new Saving.Refused(problem);
    }

    private Saving saved(OwnerId owner, ExperimentId id) {
        return new Saving.Saved(row(owner, id).orElseThrow().summary());
    }

    private List<Origin> descent(Summary parent) {
        Instant now = Times.now(clock);
        Origin origin = new Origin(parent.title(), now, Optional.of(parent.id()));
        return Lineage.of(origin, now, parent.lineage());
    }

    private Kept kept(Row row) {
        return new Kept(row.summary(), documents.read(row.document()));
    }

    private Optional<Row> row(OwnerId owner, ExperimentId id) {
        return jdbc.sql(ROWS + "where owner = :owner and id = :id")
                .param("owner", owner.value())
                .param("id", id.value())
                .query(Row::read)
                .optional();
    }

    private List<Row> rows(OwnerId owner) {
        return jdbc.sql(ROWS + "where owner = :owner order by changed desc, id")
                .param("owner", owner.value())
                .query(Row::read)
                .list();
    }

    private int count(OwnerId owner) {
        return jdbc.sql("select count(*) from experiment where owner = :owner")
                .param("owner", owner.value())
                .query(Integer.class)
                .single();
    }

    private ExperimentId insert(OwnerId owner, Packed packed, List<Origin> lineage) {
        ExperimentId id = new ExperimentId(UUID.randomUUID());
        jdbc.sql(
                        """
                        insert into experiment (id, owner, title, document, lineage, revision,
                            created, changed, numbered, marked)
                        values (:id, :owner, :title, :document, :lineage, 1, :now, :now, 0, :now)
                        """)
                .param("id", id.value())
                .param("owner", owner.value())
                .param("title", packed.title())
                .param("document", packed.document().hash())
                .param("lineage", Json.text(lineage))
                .param("now", Times.of(clock.instant()))
                .update();
        return id;
    }

    private void update(ExperimentId id, Packed packed) {
        jdbc.sql(
                        """
                        update experiment set title = :title, document = :document,
                            revision = revision + 1, changed = :now
                        where id = :id
                        """)
                .param("title", packed.title())
                .param("document", packed.document().hash())
                .param("now", Times.of(clock.instant()))
                .param("id", id.value())
                .update();
    }

    private void delete(Change change, Row row) {
        versions.deleteAll(change, row.id());
        jdbc.sql("delete from experiment where id = :id").param("id", row.id().value()).update();
        change.releases(row.document());
    }
}
