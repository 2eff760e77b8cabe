package dev.spirallab.account;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.spirallab.account.Deed.Rate;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.spec.Problem;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Bounds how often an owner, and all owners at one address together, do something. Counts are kept
 * in memory, for the latest hundred thousand owners and addresses. Safe for use by many threads.
 */
@Component
public class Rates {
    private static final int REMEMBERED = 100_000;
    private static final Duration FORGOTTEN = Duration.ofHours(1);
    private final LimitSettings settings;
    private final LoadingCache<Key, Bucket> buckets;

    Rates(LimitSettings settings) {
        this.settings = settings;
        buckets =
                Caffeine.newBuilder()
                        .maximumSize(REMEMBERED)
                        .expireAfterAccess(FORGOTTEN)
                        .build(this::full);
    }

    /** Counts one more; why it may not be, when nothing is counted. */
    public Optional<Refusal> take(Deed deed, Caller caller) {
        return take(keys(deed, caller));
    }

    /** Looks for what a secret leads to; only wrong ones count. */
    public <T> Guess<T> guess(Deed deed, Caller caller, Supplier<Optional<T>> attempt) {
        return guess(keys(deed, caller), attempt);
    }

    /** The same where it is not known who asks. */
    public Optional<Refusal> take(Deed deed, String address) {
        return take(List.of(new Key.OfAddress(deed, address)));
    }

    /** The same where it is not known who asks. */
    public <T> Guess<T> guess(Deed deed, String address, Supplier<Optional<T>> attempt) {
        return guess(List.of(new Key.OfAddress(deed, address)), attempt);
    }

    private Optional<Refusal> take(List<Key> keys) {
        for (int at = 0; at < keys.size(); at++) {
            ConsumptionProbe probe = bucket(keys.get(at)).tryConsumeAndReturnRemaining(1);
            if (!probe.isConsumed()) {
                giveBack(keys.subList(0, at));
                return Optional.of(refusal(probe));
            }
        }
        return Optional.empty();
    }

    private <T> Guess<T> guess(List<Key> keys, Supplier<Optional<T>> attempt) {
        Optional<Refusal> refusal = take(keys);
        if (refusal.isPresent()) {
            return new Guess.TooMany<>(refusal.get());
        }
        Optional<T> found = attempt.get();
        found.ifPresent(_ -> giveBack(keys));
        return found.<Guess<T>>map(Guess.Right::new).orElseGet(Guess.Wrong::new);
    }

    private void giveBack(List<Key> keys) {
        keys.forEach(key -> bucket(key).addTokens(1));
    }

    private static List<Key> keys(Deed deed, Caller caller) {
        return List.of(
                new Key.OfOwner(deed, caller.owner()), new Key.OfAddress(deed, caller.address()));
    }

    private Bucket bucket(Key key) {
        return buckets.get(key);
    }

    private Bucket full(Key key) {
        Rate rate = settings.rate(key.deed());
        int most = key.most(rate);
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, rate.per()))
                .build();
    }

    private static Refusal refusal(ConsumptionProbe probe) {
        long seconds = Math.ceilDiv(Math.max(1, probe.getNanosToWaitForRefill()), 1_000_000_000L);
        Map<String, String> arguments = Map.of("seconds", Long.toString(seconds));
        return new Refusal(
                Problem.of("account.tooOften", "", arguments), Duration.ofSeconds(seconds));
    }

    /** Whose deeds are counted. */
    private sealed interface Key {
        Deed deed();

        int most(Rate rate);

        record OfOwner(Deed deed, OwnerId owner) implements Key {
            @Override
            public int most(Rate rate) {
                return rate.owner();
            }
        }

        record OfAddress(Deed deed, String address) implements Key {
            @Override
            public int most(Rate rate) {
                return rate.address();
            }
        }
    }
}
