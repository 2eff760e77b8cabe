package dev.spirallab.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.owner.OwnerId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class WatchKeysTest extends AccountTest {
    @Autowired private WatchKeys keys;
    @Autowired private Signature cookies;
    private final UUID watch = UUID.randomUUID();

    @Test
    void aKeyNamesItsLinkAndIsTheSameEachTime() {
        String key = keys.write(watch);

        assertThat(key).matches("[A-Za-z0-9_-]{43}").isEqualTo(keys.write(watch));
        assertThat(keys.read(key)).contains(watch);
    }

    @Test
    void aKeyThatWasChangedAnywhereIsNone() {
        String key = keys.write(watch);

        for (int at = 0; at < key.length() - 1; at++) {
            char other = key.charAt(at) == 'A' ? 'B' : 'A';
            assertThat(keys.read(key.substring(0, at) + other + key.substring(at + 1))).isEmpty();
        }
        assertThat(keys.read("")).isEmpty();
        assertThat(keys.read("over")).isEmpty();
        assertThat(keys.read(key + "AAAA")).isEmpty();
    }

    @Test
    void whatIsSignedForOneThingIsWorthNothingForAnother() {
        String cookie = cookies.write(new SignedOwner(new OwnerId(watch), Instant.now()));

        assertThat(keys.read(cookie)).isEmpty();
        assertThat(cookies.read(keys.write(watch))).isEmpty();
    }
}
