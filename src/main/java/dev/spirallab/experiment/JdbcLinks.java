package dev.spirallab.experiment;

import dev.spirallab.experiment.Changes.Change;
import dev.spirallab.experiment.Packed.Packing;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.run.RunId;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Links in a database. */
final class JdbcLinks implements Links {
    private static final int BEGINNING = 4;

    private final JdbcClient jdbc;
    private final Documents documents;
    private final Keepers keepers;
    private final Changes changes;
    private final KeepingSettings settings;
    private final Clock clock;

    JdbcLinks(
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
        this.settings = settings;
        this.clock = clock;
    }

    /** What a link shows, its document by its hash. */
    private record Row(
            OwnerId owner,
            String document,
            Instant created,
            Optional<RunId> run,
            List<Origin> lineage) {}

    @Override
    public Sharing share(
            OwnerId owner, Optional<ExperimentId> of, Experiment experiment, Optional<RunId> run) {
        return switch (Packed.of(experiment)) {
            case Packing.Impossible(var problem) -> new Sharing.Refused(problem);
            case Packing.Done(var packed) ->
                    changes.adding(owner, change -> share(change, owner, of, packed));
        };
    }

    @Override
    public Optional<Shared> open(LinkToken token) {
        return jdbc.sql("select * from link where token = :token")
                .param("token", Sha256.of(token.value()))
                .query(JdbcLinks::row)
                .optional()
                .map(this::shared);
    }

    @Override
    public List<SharedLink> list(OwnerId owner) {
        return jdbc.sql("select * from link where owner = :owner order by created desc, id")
                .param("owner", owner.value())
                .query(JdbcLinks::link)
                .list();
    }

    @Override
    public boolean revoke(OwnerId owner, UUID link) {
        return changes.of(owner, change -> revoke(change, owner, link));
    }

    @Override
    public void revokeAll(OwnerId owner) {
        changes.of(
                owner,
                change -> {
                    List<SharedLink> all = list(owner);
                    all.forEach(each -> revoke(change, owner, each.id()));
                    return all.size();
                });
    }

    private Sharing share(Change change, OwnerId owner, Optional<ExperimentId> of, Packed packed) {
        if (list(owner).size() >= settings.links()) {
            return refused(change, Problems.tooManyLinks(settings.links()));
        }
        LinkToken token = LinkToken.random();
        SharedLink link =
                new SharedLink(
                        UUID.randomUUID(),
                        packed.title(),
                        Times.now(clock),
                        token.value().substring(0, BEGINNING),
                        false);
        documents.add(packed);
        insert(owner, token, link, packed, lineage(owner, of, link));
        return documents.bytes(owner) > settings.bytes()
                ? refused(change, Problems.tooLarge(settings.megabytes()))
                : new Sharing.Made(token, link);
    }

    /** What is shared, and what it came from; nothing of what is somebody else's. */
    private List<Origin> lineage(OwnerId owner, Optional<ExperimentId> of, SharedLink link) {
        Optional<List<Origin>> ancestors = of.flatMap(id -> ancestors(owner, id));
        return Lineage.of(
                new Origin(link.title(), link.created(), ancestors.flatMap(_ -> of)),
                link.created(),
                ancestors.orElse(List.of()));
    }

    private Optional<List<Origin>> ancestors(OwnerId owner, ExperimentId id) {
        return jdbc.sql("select lineage from experiment where owner = :owner and id = :id")
                .param("owner", owner.value())
                .param("id", id.value())
                .query((row, _) -> Json.lineage(row.getString("lineage")))
                .optional();
    }

    private void insert(
            OwnerId owner, LinkToken token, SharedLink link, Packed packed, List<Origin> lineage) {
        jdbc.sql(
                        """
                        insert into link (id, owner, token, beginning, title, document, lineage,
                            created)
                        values (:id, :owner, :token, :beginning, :title, :document, :lineage,
                            :created)
                        """)
                .param("id", link.id())
                .param("owner", owner.value())
                .param("token", Sha256.of(token.value()))
                .param("beginning", link.beginning())
                .param("title", link.title())
                .param("document", packed.document().hash())
                .param("lineage", Json.text(lineage))
                .param("created", Times.of(link.created()))
                .update();
    }

    private boolean revoke(Change change, OwnerId owner, UUID link) {
        Optional<String> document =
                jdbc.sql("select document from link where owner = :owner and id = :id")
                        .param("owner", owner.value())
                        .param("id", link)
                        .query(String.class)
                        .optional();
        document.ifPresent(change::releases);
        jdbc.sql("delete from link where owner = :owner and id = :id")
                .param("owner", owner.value())
                .param("id", link)
                .update();
        return document.isPresent();
    }

    private static Sharing refused(Change change, Problem problem) {
        change.refuse();
        return new Sharing.Refused(problem);
    }

    private Shared shared(Row row) {
        keepers.seen(row.owner());
        return new Shared(documents.read(row.document()), row.created(), row.run(), row.lineage());
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new OwnerId(row.getObject("owner", UUID.class)),
                row.getString("document"),
                Times.read(row, "created"),
                Optional.ofNullable(row.getString("run")).map(RunId::new),
                Json.lineage(row.getString("lineage")));
    }

    private static SharedLink link(ResultSet row, int number) throws SQLException {
        return new SharedLink(
                row.getObject("id", UUID.class),
                row.getString("title"),
                Times.read(row, "created"),
                row.getString("beginning"),
                row.getString("run") != null);
    }
}
