package dev.spirallab.account;

import dev.spirallab.owner.Belongings;
import dev.spirallab.owner.OwnerId;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** All that an owner has: to take away, or to delete. */
@Component
public class Mine {
    private final TransactionOperations transaction;
    private final List<Belongings> belongings;

    Mine(TransactionOperations transaction, List<Belongings> belongings) {
        this.transaction = transaction;
        this.belongings = belongings;
    }

    /**
     * Writes a zip archive: the experiments and their versions as documents, the runs with their
     * figures, the list of links; {@code index.html} tells what is where. It is written as it is
     * read, never held as a whole.
     */
    public void export(OwnerId owner, OutputStream out) throws IOException {
        throw new IOException("not yet: " + owner);
    }

    /** Deletes everything: experiments, versions, runs, links, tokens and the recovery code. */
    public void delete(OwnerId owner) {
        transaction.executeWithoutResult(_ -> belongings.forEach(each -> each.delete(owner)));
    }
}
