package dev.spirallab.experiment;

import dev.spirallab.owner.Belongings;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.run.Runs;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** All that is kept of experiments, links and files, in one database. */
final class Keeping implements Belongings {
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Documents documents;
    private final Quota quota;
    private final Keepers keepers;
    private final JdbcExperiments experiments;
    private final JdbcLinks links;
    private final JdbcUploads uploads;
    private final JdbcWatches watches;

    Keeping(
            JdbcClient jdbc,
            TransactionOperations transaction,
            Runs runs,
            KeepingSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.documents = new Documents(jdbc, transaction);
        this.keepers = new Keepers(jdbc, clock);
        this.quota = new Quota(documents, settings.bytes());
        Changes changes = new Changes(transaction, keepers, documents);
        this.experiments =
                new JdbcExperiments(jdbc, runs, quota, keepers, changes, settings, clock);
        this.links = new JdbcLinks(jdbc, runs, quota, keepers, changes, settings, clock);
        this.uploads = new JdbcUploads(jdbc, quota, changes, settings, clock);
        this.watches = new JdbcWatches(jdbc, keepers, changes, clock);
    }

    Experiments experiments() {
        return experiments;
    }

    Links links() {
        return links;
    }

    Uploads uploads() {
        return uploads;
    }

    Watches watches() {
        return watches;
    }

    @Override
    public void move(OwnerId from, OwnerId to) {
        transaction.executeWithoutResult(_ -> {
            Stream.of(from, to).sorted(Keepers.ORDER).forEach(keepers::enter);
            hand("experiment", from, to);
            hand("link", from, to);
            uploads.hand(from, to);
            keepers.delete(from);
        });
        quota.recount(to);
    }

    @Override
    public void delete(OwnerId owner) {
        transaction.executeWithoutResult(_ -> {
            experiments.deleteAll(owner);
            links.revokeAll(owner);
            uploads.forgetAll(owner);
            keepers.delete(owner);
        });
    }

    @Override
    public void tidy() {
        documents.collectAll();
    }

    /** Owners whose things nobody has looked at since. */
    List<OwnerId> notSeenSince(Instant time) {
        return keepers.notSeenSince(time);
    }

    /** Deletes what a process left behind that ended too soon. */
    void sweep() {
        uploads.forgetOld();
        tidy();
        links.deleteStrayCopies();
    }

    private void hand(String table, OwnerId from, OwnerId to) {
        jdbc.sql("update " + table + " set owner = :to where owner = :from")
                .param("from", from.value())
                .param("to", to.value())
                .update();
    }
}
