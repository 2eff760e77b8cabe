package dev.spirallab.experiment;

import dev.spirallab.owner.OwnerId;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionOperations;

/** Changes of what an owner keeps: each as a whole, one owner's one after the other. */
final class Changes {
    private final TransactionOperations transaction;
    private final Keepers keepers;
    private final Documents documents;

    Changes(TransactionOperations transaction, Keepers keepers, Documents documents) {
        this.transaction = transaction;
        this.keepers = keepers;
        this.documents = documents;
    }

    /** A change while it is being made. */
    static final class Change {
        private final Set<String> released = new HashSet<>();
        private boolean refused;

        /** The change gives up this document; it is deleted afterwards if nobody else has it. */
        void releases(String document) {
            released.add(document);
        }

        /** Nothing of it is to be kept; this is the answer. */
        <T> T refuse(T answer) {
            refused = true;
            return answer;
        }
    }

    /** A change of what is there. */
    <T> T of(OwnerId owner, Function<Change, T> work) {
        return make(change -> {
            keepers.lock(owner);
            return work.apply(change);
        });
    }

    /** Something more, perhaps an owner's first. */
    <T> T adding(OwnerId owner, Function<Change, T> work) {
        return make(change -> {
            keepers.enter(owner);
            return work.apply(change);
        });
    }

    private <T> T make(Function<Change, T> work) {
        Change change = new Change();
        T result =
                transaction.execute(status -> {
                    T made = work.apply(change);
                    if (change.refused) {
                        status.setRollbackOnly();
                    }
                    return made;
                });
        documents.collect(change.released);
        return Objects.requireNonNull(result);
    }
}
