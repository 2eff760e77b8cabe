package dev.spirallab.experiment;

import dev.spirallab.experiment.Changes.Change;
import dev.spirallab.experiment.Packed.Packing;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.run.RunId;
import dev.spirallab.run.Runs;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Sha256;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Links in a database. */
final class JdbcLinks implements Links {
    private static final int BEGINNING = 4;

    /** So long after a copy was made its link is surely there. */
    private static final Duration STRAY = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Runs runs;
    private final Quota quota;
    private final Keepers keepers;
    private final Changes changes;
    private final KeepingSettings settings;
    private final Clock clock;

    JdbcLinks(
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
        this.settings = settings;
        this.clock = clock;
    }

    private record Opened(LinkRow row, Experiment experiment) {
        Shared shared() {
            return new Shared(experiment, row.link().created(), row.run(), row.lineage());
        }
    }

    @Override
    public Sharing share(
            OwnerId owner, Optional<ExperimentId> of, Experiment experiment, Optional<RunId> run) {
        return switch (Packed.of(experiment)) {
            case Packing.Impossible(var problem) -> new Sharing.Refused(problem);
            case Packing.Done(var packed) ->
                    run.map(id -> shareWith(id, owner, of, packed))
                            .orElseGet(() -> share(owner, of, packed, Optional.empty()));
        };
    }

    @Override
    public Optional<Shared> open(LinkToken token) {
        Optional<Opened> opened =
                opened("token = :token", Map.of("token", Sha256.of(token.value())));
        opened.ifPresent(found -> keepers.seen(found.row().owner()));
        return opened.map(Opened::shared);
    }

    @Override
    public Optional<Shared> find(OwnerId owner, UUID link) {
        return opened(
                        "link.owner = :owner and link.id = :id",
                        Map.of("owner", owner.value(), "id", link))
                .map(Opened::shared);
    }

    private Optional<Opened> opened(String condition, Map<String, ?> parameters) {
        return jdbc.sql(
                        "select link.*,"
                                + Documents.CONTENT
                                + "from link"
                                + Documents.joinedTo("link")
                                + "where "
                                + condition)
                .params(parameters)
                .query((row, number) -> new Opened(LinkRow.read(row, number), Documents.read(row)))
                .optional();
    }

    @Override
    public List<SharedLink> list(OwnerId owner) {
        return rows(owner).stream().map(LinkRow::link).toList();
    }

    @Override
    public boolean revoke(OwnerId owner, UUID link) {
        Optional<LinkRow> revoked = changes.of(owner, change -> delete(change, row(owner, link)));
        revoked.flatMap(LinkRow::run).ifPresent(runs::deleteCopy);
        return revoked.isPresent();
    }

    @Override
    public void revokeAll(OwnerId owner) {
        List<LinkRow> revoked =
                changes.of(
                        owner,
                        change -> {
                            List<LinkRow> all = rows(owner);
                            all.forEach(row -> delete(change, row));
                            return all;
                        });
        revoked.stream().map(LinkRow::run).flatMap(Optional::stream).forEach(runs::deleteCopy);
    }

    /** The run is copied first, as that takes a while and has a transaction of its own. */
    private Sharing shareWith(RunId run, OwnerId owner, Optional<ExperimentId> of, Packed packed) {
        if (isFull(owner)) {
            return tooMany();
        }
        Optional<RunId> copy = runs.copy(owner, run);
        if (copy.isEmpty()) {
            return new Sharing.Refused(Problems.noRun());
        }
        Sharing sharing = share(owner, of, packed, copy);
        if (sharing instanceof Sharing.Refused) {
            copy.ifPresent(runs::deleteCopy);
        }
        return sharing;
    }

    private Sharing share(
            OwnerId owner, Optional<ExperimentId> of, Packed packed, Optional<RunId> copy) {
        return changes.adding(
                owner,
                change -> {
                    if (isFull(owner)) {
                        return change.refuse(tooMany());
                    }
                    return quota.within(
                                    owner, packed, () -> insert(change, owner, of, packed, copy))
                            .orElseGet(() -> change.refuse(tooLarge()));
                });
    }

    /** Deletes copies of runs that were made for a link which then came not to be. */
    void deleteStrayCopies() {
        jdbc.sql(
                        """
                        select id from run where owner is null and kept < :before
                        and not exists (select 1 from link where link.run = run.id)
                        """)
                .param("before", Times.of(clock.instant().minus(STRAY)))
                .query((row, _) -> new RunId(row.getString("id")))
                .list()
                .forEach(runs::deleteCopy);
    }

    /** Bytes of all runs that go with an owner's links. */
    private long runBytes(OwnerId owner) {
        return jdbc.sql(
                        """
                        select coalesce(sum(run.bytes), 0)
                        from link join run on run.id = link.run where link.owner = :owner
                        """)
                .param("owner", owner.value())
                .query(Long.class)
                .single();
    }

    private boolean isFull(OwnerId owner) {
        return jdbc.sql("select count(*) from link where owner = :owner")
                        .param("owner", owner.value())
                        .query(Integer.class)
                        .single()
                >= settings.links();
    }

    private Sharing tooLarge() {
        return new Sharing.Refused(Problems.tooLarge(settings.megabytes()));
    }

    private Sharing runsTooLarge() {
        return new Sharing.Refused(Problems.runsTooLarge(settings.runMegabytes()));
    }

    private Sharing tooMany() {
        return new Sharing.Refused(Problems.tooManyLinks(settings.links()));
    }

    /** What is shared, and what it came from; nothing of what is somebody else's. */
    private List<Origin> lineage(OwnerId owner, Optional<ExperimentId> of, SharedLink link) {
        Optional<List<Origin>> ancestors = of.flatMap(id -> ancestors(owner, id));
        return Lineage.of(
                new Origin(link.title(), link.created(), ancestors.flatMap(_ -> of)),
                ancestors.orElse(List.of()));
    }

    private Optional<List<Origin>> ancestors(OwnerId owner, ExperimentId id) {
        return jdbc.sql("select lineage from experiment where owner = :owner and id = :id")
                .param("owner", owner.value())
                .param("id", id.value())
                .query((row, _) -> Json.lineage(row.getString("lineage")))
                .optional();
    }

    private Sharing insert(
            Change change,
            OwnerId owner,
            Optional<ExperimentId> of,
            Packed packed,
            Optional<RunId> copy) {
        LinkToken token = LinkToken.random();
        SharedLink link =
                new SharedLink(
                        UUID.randomUUID(),
                        packed.title(),
                        Times.now(clock),
                        token.value().substring(0, BEGINNING),
                        copy.isPresent());
        jdbc.sql(
                        """
                        insert into link (id, owner, token, beginning, title, document, lineage,
                            run, created)
                        values (:id, :owner, :token, :beginning, :title, :document, :lineage,
                            :run, :created)
                        """)
                .param("id", link.id())
                .param("owner", owner.value())
                .param("token", Sha256.of(token.value()))
                .param("beginning", link.beginning())
                .param("title", link.title())
                .param("document", packed.document().hash())
                .param("lineage", Json.text(lineage(owner, of, link)))
                .param("run", copy.map(RunId::value).orElse(null))
                .param("created", Times.of(link.created()))
                .update();
        return copy.isPresent() && runBytes(owner) > settings.runBytes()
                ? change.refuse(runsTooLarge())
                : new Sharing.Made(token, link);
    }

    private Optional<LinkRow> delete(Change change, Optional<LinkRow> row) {
        row.ifPresent(found -> delete(change, found));
        return row;
    }

    private void delete(Change change, LinkRow row) {
        jdbc.sql("delete from link where id = :id").param("id", row.link().id()).update();
        change.releases(row.document());
    }

    private Optional<LinkRow> row(OwnerId owner, UUID link) {
        return jdbc.sql("select * from link where owner = :owner and id = :id")
                .param("owner", owner.value())
                .param("id", link)
                .query(LinkRow::read)
                .optional();
    }

    private List<LinkRow> rows(OwnerId owner) {
        return jdbc.sql("select * from link where owner = :owner order by created desc, id")
                .param("owner", owner.value())
                .query(LinkRow::read)
                .list();
    }
}
