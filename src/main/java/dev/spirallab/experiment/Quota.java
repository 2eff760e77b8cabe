package dev.spirallab.experiment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.spirallab.owner.OwnerId;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What an owner's documents and files may take. Counting them takes a while where there are many,
 * so what they take at most is remembered: what was counted last, and all that was added since.
 */
final class Quota {
    private final Documents documents;
    private final long limit;
    private final Cache<OwnerId, Long> atMost =
            Caffeine.newBuilder()
                    .expireAfterAccess(Duration.ofHours(1))
                    .maximumSize(10_000)
                    .build();

    /**
     * @param limit bytes
     */
    Quota(Documents documents, long limit) {
        this.documents = documents;
        this.limit = limit;
    }

    /**
     * Adds a document, and makes the change that refers to it. The owner is locked.
     *
     * @return what the change gives; empty if what the owner has then takes more than it may, and
     *     more than before: all of it is to be taken back
     */
    <T> Optional<T> within(OwnerId owner, Packed added, Supplier<T> change) {
        return within(
                owner,
                documents.bytes(added),
                () -> {
                    documents.add(added);
                    return change.get();
                });
    }

    /**
     * The same for any change.
     *
     * @param added what the owner has after it takes at most so many bytes more
     */
    <T> Optional<T> within(OwnerId owner, long added, Supplier<T> change) {
        long estimate = atMost.get(owner, documents::bytes);
        if (estimate + added <= limit) {
            atMost.put(owner, estimate + added);
            return Optional.of(change.get());
        }
        long before = documents.bytes(owner);
        T made = change.get();
        long after = documents.bytes(owner);
        atMost.put(owner, after);
        return after <= Math.max(limit, before) ? Optional.of(made) : Optional.empty();
    }

    /** What an owner has is not only what was added here. */
    void recount(OwnerId owner) {
        atMost.invalidate(owner);
    }
}
