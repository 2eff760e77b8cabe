package dev.spirallab.owner;

import java.util.List;
import org.springframework.transaction.support.TransactionOperations;

/** Lets everything of an owner vanish. */
public class Erasure {
    private final TransactionOperations transaction;
    private final List<Belongings> belongings;

    public Erasure(TransactionOperations transaction, List<Belongings> belongings) {
        this.transaction = transaction;
        this.belongings = List.copyOf(belongings);
    }

    /** All of it or nothing. */
    public void erase(OwnerId owner) {
        transaction.executeWithoutResult(_ -> belongings.forEach(each -> each.delete(owner)));
        belongings.forEach(Belongings::tidy);
    }
}
