package dev.spirallab.account;

import dev.spirallab.experiment.Experiments;
import dev.spirallab.experiment.Links;
import dev.spirallab.i18n.Messages;
import dev.spirallab.owner.Belongings;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.run.RunShelf;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** All that an owner has: to take away, or to delete. */
@Component
public class Mine {
    private final TransactionOperations transaction;
    private final List<Belongings> belongings;
    private final Experiments experiments;
    private final Links links;
    private final RunShelf runs;
    private final Messages messages;

    Mine(
            TransactionOperations transaction,
            List<Belongings> belongings,
            Experiments experiments,
            Links links,
            RunShelf runs,
            Messages messages) {
        this.transaction = transaction;
        this.belongings = belongings;
        this.experiments = experiments;
        this.links = links;
        this.runs = runs;
        this.messages = messages;
    }

    /**
     * Writes a zip archive: the experiments and their versions as documents, the runs with their
     * figures, the list of links; {@code index.html} says what is where. Nothing but one document
     * at a time is held in memory. Runs are as they were kept last, at most a few seconds ago.
     *
     * @param locale the language of {@code index.html}
     */
    public void export(OwnerId owner, Locale locale, OutputStream out) throws IOException {
        try (Archive archive = new Archive(out)) {
            new Export(experiments, links, runs, archive).write(owner, messages, locale);
        }
    }

    /** Deletes everything: experiments, versions, runs, links, tokens and the recovery code. */
    public void delete(OwnerId owner) {
        transaction.executeWithoutResult(_ -> belongings.forEach(each -> each.delete(owner)));
    }
}
