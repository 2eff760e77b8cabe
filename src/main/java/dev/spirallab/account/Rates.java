package dev.spirallab.account;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.spirallab.account.RateSettings.Rate;
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
    private final RateSettings settings;
    private final LoadingCache<Key, Bucket> buckets;

    Rates(RateSettings settings) {
        this.settings = settings;
        buckets =
                Caffeine.newBuilder()
                        .maximumSize(REMEMBERED)
                        .expireAfterAccess(FORGOTTEN)
                        .build(this::full);
    }

    /** Counts one more; why it may not be, when nothing is counted. */
    public Optional<Refusal> take(Deed deed, Caller caller) {
        for (Key key : keys(deed, caller)) {
            ConsumptionProbe probe = buckets.get(key).tryConsumeAndReturnRemaining(1);
            if (!probe.isConsumed()) {
                return Optional.of(refusal(probe));
            }
        }
        return Optional.empty();
    }

    /** Looks for what a secret leads to; only wrong ones count. */
    public <T> Guess<T> guess(Deed deed, Caller caller, Supplier<Optional<T>> attempt) {
        Optional<Refusal> refusal = take(deed, caller);
        if (refusal.isPresent()) {
            return new Guess.TooMany<>(refusal.get());
        }
        return attempt.get()
                .<Guess<T>>map(found -> {
                    giveBack(deed, caller);
                    return new Guess.Right<>(found);
                })
                .orElseGet(Guess.Wrong::new);
    }

    private void giveBack(Deed deed, Caller caller) {
        keys(deed, caller).forEach(key -> buckets.get(key).addTokens(1));
    }

    private static List<Key> keys(Deed deed, Caller caller) {
        return List.of(
                new Key(deed, true, caller.owner().toString()),
                new Key(deed, false, caller.address()));
    }

    private Bucket full(Key key) {
        Rate rate = settings.of(key.deed());
        int most = key.owner() ? rate.owner() : rate.address();
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

    private record Key(Deed deed, boolean owner, String who) {}
}
