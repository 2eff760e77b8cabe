package dev.spirallab.experiment;

import dev.spirallab.experiment.Changes.Change;
import dev.spirallab.experiment.Packed.Packing;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.run.Runs;
import dev.spirallab.spec.Experiment;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Experiments in a database. */
final class JdbcExperiments implements Experiments {
    private static final String COLUMNS =
            """
            select experiment.*,
                (select count(*) from version where version.experiment = experiment.id) as versions
            """;
    private static final String OWN = " where owner = :owner and id = :id";

    private final JdbcClient jdbc;
    private final Runs runs;
    private final Quota quota;
    private final Keepers keepers;
    private final Changes changes;
    private final JdbcVersions versions;
    private final KeepingSettings settings;
    private final Clock clock;

    JdbcExperiments(
            JdbcClient jdbc,
            Runs runs,
            Quota quota,
            Keepers keepers,
            Changes changes,
            KeepingSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.runs = runs;
        this.quota = quota;
        this.keepers = keepers;
        this.changes = changes;
        this.versions = new JdbcVersions(jdbc, settings, clock);
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Saving create(OwnerId owner, ExperimentId id, Experiment experiment) {
        return create(owner, id, experiment, List.of());
    }

    @Override
    public Saving fork(OwnerId owner, Experiment experiment, Origin origin) {
        return create(owner, ExperimentId.random(), experiment, List.of(origin));
    }

    @Override
    public Saving fork(OwnerId owner, Shared shared) {
        return create(
                owner,
                ExperimentId.random(),
                shared.experiment(),
                Lineage.of(shared.origin().at(Times.now(clock)), shared.ancestors()));
    }

    @Override
    public Saving fork(OwnerId owner, ExperimentId id) {
        return find(owner, id).map(kept -> fork(owner, kept)).orElseGet(Saving.Missing::new);
    }

    @Override
    public Optional<Kept> find(OwnerId owner, ExperimentId id) {
        keepers.seen(owner);
        return kept(owner, id);
    }

    @Override
    public List<Summary> list(OwnerId owner) {
        keepers.seen(owner);
        return rows(owner).stream().map(ExperimentRow::summary).toList();
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
        List<ExperimentRow> deleted =
                changes.of(owner, change -> delete(change, row(owner, id).stream().toList()));
        deleted.forEach(row -> runs.deleteOf(owner, row.id().value()));
        return !deleted.isEmpty();
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
        return row(owner, id).flatMap(row -> versions.experiment(row.id(), number));
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
        List<ExperimentRow> deleted = changes.of(owner, change -> delete(change, rows(owner)));
        deleted.forEach(row -> runs.deleteOf(owner, row.id().value()));
    }

    private Saving fork(OwnerId owner, Kept parent) {
        Origin origin =
                new Origin(parent.summary().title(), Times.now(clock), Optional.of(parent.id()));
        List<Origin> lineage = Lineage.of(origin, parent.summary().lineage());
        return create(owner, ExperimentId.random(), parent.experiment(), lineage);
    }

    private Saving create(
            OwnerId owner, ExperimentId id, Experiment experiment, List<Origin> lineage) {
        return switch (Packed.of(experiment)) {
            case Packing.Impossible(var problem) -> new Saving.Refused(problem);
            case Packing.Done(var packed) ->
                    changes.adding(owner, change -> create(change, owner, id, packed, lineage));
        };
    }

    private Saving create(
            Change change, OwnerId owner, ExperimentId id, Packed packed, List<Origin> lineage) {
        if (count(owner) >= settings.experiments()) {
            return change.refuse(
                    new Saving.Refused(Problems.tooManyExperiments(settings.experiments())));
        }
        if (isTaken(id)) {
            return change.refuse(taken(owner, id));
        }
        return quota.within(owner, packed, () -> insert(owner, id, packed, lineage))
                .orElseGet(() -> change.refuse(tooLarge()));
    }

    private Saving save(
            Change change, OwnerId owner, ExperimentRow row, long revision, Packed packed) {
        if (row.revision() != revision) {
            return taken(owner, row.id());
        }
        if (row.document().equals(packed.document().hash())) {
            return new Saving.Saved(row.summary());
        }
        return quota.within(owner, packed, () -> update(change, owner, row, packed))
                .orElseGet(() -> change.refuse(tooLarge()));
    }

    private Saving tooLarge() {
        return new Saving.Refused(Problems.tooLarge(settings.megabytes()));
    }

    private Saving taken(OwnerId owner, ExperimentId id) {
        return kept(owner, id).<Saving>map(Saving.Outdated::new).orElseGet(Saving.Missing::new);
    }

    private Saving saved(OwnerId owner, ExperimentId id) {
        return new Saving.Saved(row(owner, id).orElseThrow().summary());
    }

    private Optional<Kept> kept(OwnerId owner, ExperimentId id) {
        return own(
                        COLUMNS
                                + ","
                                + Documents.CONTENT
                                + "from experiment"
                                + Documents.joinedTo("experiment")
                                + OWN,
                        owner,
                        id)
                .query((row, number) ->
                        new Kept(ExperimentRow.read(row, number).summary(), Documents.read(row)))
                .optional();
    }

    private Optional<ExperimentRow> row(OwnerId owner, ExperimentId id) {
        return own(COLUMNS + "from experiment" + OWN, owner, id)
                .query(ExperimentRow::read)
                .optional();
    }

    private StatementSpec own(String sql, OwnerId owner, ExperimentId id) {
        return jdbc.sql(sql).param("owner", owner.value()).param("id", id.value());
    }

    private List<ExperimentRow> rows(OwnerId owner) {
        return jdbc.sql(COLUMNS + "from experiment where owner = :owner order by changed desc, id")
                .param("owner", owner.value())
                .query(ExperimentRow::read)
                .list();
    }

    private int count(OwnerId owner) {
        return jdbc.sql("select count(*) from experiment where owner = :owner")
                .param("owner", owner.value())
                .query(Integer.class)
                .single();
    }

    private boolean isTaken(ExperimentId id) {
        return jdbc.sql("select count(*) from experiment where id = :id")
                        .param("id", id.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private Saving insert(OwnerId owner, ExperimentId id, Packed packed, List<Origin> lineage) {
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
        return saved(owner, id);
    }

    private Saving update(Change change, OwnerId owner, ExperimentRow row, Packed packed) {
        versions.keepNowAndThen(change, row);
        jdbc.sql(
                        """
                        update experiment set title = :title, document = :document,
                            revision = revision + 1, changed = :now
                        where id = :id
                        """)
                .param("title", packed.title())
                .param("document", packed.document().hash())
                .param("now", Times.of(clock.instant()))
                .param("id", row.id().value())
                .update();
        change.releases(row.document());
        return saved(owner, row.id());
    }

    private List<ExperimentRow> delete(Change change, List<ExperimentRow> rows) {
        rows.forEach(row -> delete(change, row));
        return rows;
    }

    private void delete(Change change, ExperimentRow row) {
        versions.deleteAll(change, row.id());
        jdbc.sql("delete from experiment where id = :id").param("id", row.id().value()).update();
        change.releases(row.document());
    }
}
